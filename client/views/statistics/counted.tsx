import type { JSX } from 'preact';
import type { StatisticsFigures } from '#shared/contract/statistics.ts';
import { type Lang, plural, spacedCount } from '#shared/texts/plural.ts';
import type { StatisticsTexts } from '#shared/texts/uk/statistics.ts';

/** Addresses of the public lists in which the counted cases are. */
export interface FigureLinks {
  total: string;
  inWork: string;
  overdue: string;
}
/** Some published appeals counted, under the name of what they have in common, and where they are listed. */
export interface FigureRow {
  name: string;
  /** The same page of these alone, where they come apart further. */
  opens: string | null;
  links: FigureLinks;
  figures: StatisticsFigures;
}
/** The language and the words of the page. */
export interface Words {
  lang: Lang;
  texts: StatisticsTexts;
}
/** A count that leads to what was counted; where that is nothing, the count alone. */
export const Counted = ({ count, href, lang }: { count: number; href: string; lang: Lang }): JSX.Element =>
  count === 0 ? <>0</> : <a href={href}>{spacedCount(lang, count)}</a>;

/** Days that may end on a half: `12,5`. */
export const halfDays = (lang: Lang, days: number): string =>
  days.toLocaleString(lang === 'uk' ? 'uk' : 'en-GB', { maximumFractionDigits: 1 });
/** The same in words: `12,5 дня`. */
export const daysInWords = ({ lang, texts }: Words, days: number): string =>
  Number.isInteger(days) ? plural(lang, days, texts.days) : texts.days.other.replace('{n}', halfDays(lang, days));
