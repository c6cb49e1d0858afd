import { DUE_BANDS } from '#shared/contract/register-list.ts';
import { CHANNELS, PRIORITIES } from '#shared/domain/appeal.ts';
import { APPEAL_STATUSES } from '#shared/domain/appeal-workflow.ts';
import { dateInFull } from '#shared/texts/dates.ts';
import { categoryName, districtName } from '../case-words.ts';
import type { Desk } from '../desk-context.ts';
import type { FilterName } from './filters.ts';

/** A value of a filter and its name. */
export interface Choice {
  value: string;
  label: string;
}
/** Filters that are chosen from a list; the others are words or days. */
export type ListedFilter = Exclude<FilterName, 'q' | 'receivedFrom' | 'receivedTo'>;
type Shown = Pick<Desk, 'lang' | 'words' | 'catalogue'>;

/** What can be chosen in each listed filter. */
export function choicesOf(name: ListedFilter, { lang, words, catalogue }: Shown): Choice[] {
  const { desk, filters } = words;
  const named = (values: readonly string[], names: Readonly<Record<string, string>>): Choice[] =>
    values.map((value) => ({ value, label: names[value] ?? value }));
  const lists: Record<ListedFilter, () => Choice[]> = {
    status: () => named(APPEAL_STATUSES, desk.statuses),
    category: () => catalogue.categories.map((each) => ({ value: each.code, label: each[lang] })),
    district: () => catalogue.districts.map((each) => ({ value: each.code, label: each[lang] })),
    department: () => catalogue.departments.map((each) => ({ value: each.id, label: each[lang] })),
    channel: () => named(CHANNELS, desk.channels),
    priority: () => named(PRIORITIES, { ...desk.priorities, none: filters.noPriority }),
    due: () => named(DUE_BANDS, filters.due),
  };
  return lists[name]();
}
const isListed = (name: FilterName): name is ListedFilter => !['q', 'receivedFrom', 'receivedTo'].includes(name);

/** A filter in words, as its chip says it; several values stand beside each other. */
export function filterWords(name: FilterName, value: string, shown: Shown): string {
  const { filters } = shown.words;
  if (name === 'q') return `«${value}»`;
  if (!isListed(name)) {
    const isDate = /^\d{4}-\d{2}-\d{2}$/.test(value);
    return `${filters.labels[name]}: ${isDate ? dateInFull(shown.lang, value) : value}`;
  }
  const { lang, catalogue } = shown;
  const known = new Map(choicesOf(name, shown).map((choice) => [choice.value, choice.label]));
  const word = (each: string): string => {
    if (name === 'category') return categoryName(lang, catalogue.categories, each);
    if (name === 'district') return districtName(lang, catalogue.districts, each) ?? each;
    return known.get(each) ?? each;
  };
  return `${filters.labels[name]}: ${value.split(',').map(word).join(', ')}`;
}
