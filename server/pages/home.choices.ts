import type { OptionGroup } from '#client/views/forms/select.tsx';
import type { FilterChip } from '#client/views/home/active-filters.tsx';
import { addressIn } from '#client/views/layout.tsx';
import { catalogue } from '#server/catalogue/index.ts';
import { districts } from '#server/places/index.ts';
import type { Category } from '#shared/contract/catalogue.ts';
import { PUBLIC_STATUSES } from '#shared/domain/appeal.ts';
import { type CaseFilters, cityQuery, FILTERS } from '#shared/domain/map/filters.ts';
import { dateInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import type { Lang } from '#shared/texts/plural.ts';
import { categoryName, districtName } from './case.names.ts';
import { categoryOptions } from './options.ts';
import { TEXTS } from './texts.ts';

/** Topics that may be shown, each root with a first line that means all of it. */
function topics(categories: readonly Category[], lang: Lang): OptionGroup[] {
  const shown = categories.filter(({ publicity }) => publicity !== 'never');
  const roots = shown.filter(({ parentCode }) => parentCode === null);
  return categoryOptions(shown, lang).map((group, i) => {
    const root = roots[i];
    if (!root || group.label === undefined) return group;
    const whole = { value: root.code, label: fill(TEXTS[lang].map.branchAll, { name: root[lang] }) };
    return { ...group, options: [whole, ...group.options] };
  });
}
/** The lines of the filters' lists. */
export const choices = (lang: Lang) => ({
  statuses: [
    { options: PUBLIC_STATUSES.map((status) => ({ value: status, label: TEXTS[lang].cases.statuses[status] })) },
  ],
  terms: [{ options: [{ value: '1', label: TEXTS[lang].map.overdueOnly }] }],
  categories: topics(catalogue().categories, lang),
  districts: [{ options: districts().map((district) => ({ value: district.code, label: district[lang] })) }],
});

const words: Readonly<Record<keyof CaseFilters, (value: string, lang: Lang) => string>> = {
  status: (value, lang) => TEXTS[lang].cases.statuses[value as keyof (typeof TEXTS)['uk']['cases']['statuses']],
  category: categoryName,
  district: (value, lang) => districtName(value, lang) ?? value,
  from: (value, lang) => fill(TEXTS[lang].map.since, { date: dateInFull(lang, value) }),
  overdue: (_, lang) => TEXTS[lang].map.overdueOnly,
  to: (value, lang) => fill(TEXTS[lang].map.until, { date: dateInFull(lang, value) }),
};
const withQuery = (path: string, query: URLSearchParams): string => (query.size > 0 ? `${path}?${query}` : path);
/** An address of the home page in a language, or of another page that understands the same query. */
export const homeAddress = (
  lang: Lang,
  asked: Parameters<typeof cityQuery>[0],
  more: Record<string, string> = {},
  page = '/',
): string => {
  const query = cityQuery(asked);
  for (const [name, value] of Object.entries(more)) query.set(name, value);
  return withQuery(addressIn(lang, page), query);
};
/** An address of another page, or of the API, that takes filters. */
export const filteredAddress = (path: string, filters: CaseFilters): string => withQuery(path, cityQuery({ filters }));
/** The filters that are on, each with the address without it, which `addressOf` gives. */
export const filterChips = (
  lang: Lang,
  filters: CaseFilters,
  addressOf: (filters: CaseFilters) => string,
): FilterChip[] =>
  FILTERS.flatMap((name) => {
    const value = filters[name];
    if (!value) return [];
    return [{ label: words[name](value, lang), without: addressOf({ ...filters, [name]: undefined }) }];
  });
/** The filters of the home page that are on, each with the address of the page without it. */
export const chipsOf = (lang: Lang, asked: Parameters<typeof cityQuery>[0]): FilterChip[] =>
  filterChips(lang, asked.filters, (filters) => homeAddress(lang, { ...asked, filters }));
