import type { OptionGroup } from '#client/views/forms/select.tsx';
import type { Category } from '#shared/contract/catalogue.ts';
import type { CaseRouting, RuleSet } from '#shared/contract/routing.ts';
import { fill } from '#shared/texts/fill.ts';
import type { Lang } from '#shared/texts/plural.ts';
import { categoryName, channelWord, districtName } from '../case-words.ts';
import type { Desk } from '../desk-context.ts';

/** A rule as it stands in the list. */
export type Rule = RuleSet['rules'][number];
type Conditions = Pick<NonNullable<CaseRouting['match']>, 'categoryCode' | 'districtCode' | 'channel' | 'words'>;

/** What a rule asks of a case, in words. */
export function conditionWords({ categoryCode, districtCode, channel, words }: Conditions, desk: Desk): string {
  const { lang, catalogue, words: all } = desk;
  const { routing: texts } = all;
  const said = [
    categoryCode && fill(texts.category, { name: categoryName(lang, catalogue.categories, categoryCode) }),
    districtName(lang, catalogue.districts, districtCode),
    channel && fill(texts.channel, { name: channelWord(all.desk, channel).toLowerCase() }),
    words.length > 0 && fill(words.length === 1 ? texts.word : texts.words, { list: words.join(', ') }),
  ].filter(Boolean);
  return said.length > 0 ? said.join('; ') : texts.any;
}
/** The name of a department by its id. */
export const unitName = ({ lang, catalogue }: Pick<Desk, 'lang' | 'catalogue'>, id: string): string =>
  catalogue.departments.find((unit) => unit.id === id)?.[lang] ?? id;

/** All topics, each branch as a whole before what is below it; `whole` words a branch. */
export function topicGroups(categories: readonly Category[], lang: Lang, whole: string): OptionGroup[] {
  const below = (code: string | null): Category[] => categories.filter(({ parentCode }) => parentCode === code);
  const lines = (one: Category): OptionGroup['options'] => {
    const children = below(one.code);
    const label = children.length > 0 ? fill(whole, { name: one[lang] }) : one[lang];
    return [{ value: one.code, label }, ...children.flatMap(lines)];
  };
  return below(null).map((root) => ({ label: root[lang], options: lines(root) }));
}
/** The words that were typed, one a line. */
export const typedWords = (typed: string): string[] =>
  typed
    .split('\n')
    .map((word) => word.trim())
    .filter(Boolean);
/** How many of a hundred; null where there is nothing to count. */
export const percentOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.floor((part / whole) * 100);
