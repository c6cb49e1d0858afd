import { addCalendarDays, type LegalDate, weekdayOf } from './legal-clock/legal-date.ts';

/** The lines of the city's programme that pay for texts (items 2.1.4, 2.3.3 and 2.4.3), each with money of its own a year. */
export const MONEY_LINES = ['appeals', 'deputies', 'information'] as const;
export type MoneyLine = (typeof MONEY_LINES)[number];

/** Of each line so much is kept for one-time codes: nobody could sign in or file without them. */
const CODES_RESERVE = 0.2;
/** From this share of the money for other texts on, the city is warned. */
export const WARNING_SHARE = 0.8;
/** On one day go at most so many even days' shares: one busy day must not take the money of months. */
const BUSIEST_DAY = 5;
/** Of a small amount a day may take this much all the same, in kopiykas: less could not be spent at all. */
const LEAST_DAY = 3_000;
/** The forecast goes by so many whole weeks, since no two days of a week are alike. */
const FORECAST_DAYS = 28;

const LINE_OF: Readonly<Record<string, MoneyLine>> = {
  deputy: 'deputies',
  petition: 'information',
  info: 'information',
  pb: 'information',
};
/** The line that pays for a text, by its template such as `deputy.new`; codes and appeals are paid from the first one. */
export const lineOf = (template: string): MoneyLine => LINE_OF[template.split('.')[0] ?? ''] ?? 'appeals';

/** A price of one part in kopiykas, from a date on. */
export interface PartPrice {
  validFrom: LegalDate;
  kopiykas: number;
}
/** What one part costs on a date, in kopiykas; before the first price, the first one; null where there is none. */
export function priceOn(prices: readonly PartPrice[], date: LegalDate): number | null {
  const ordered = [...prices].sort((a, b) => a.validFrom.localeCompare(b.validFrom));
  const valid = ordered.findLast(({ validFrom }) => validFrom <= date) ?? ordered[0];
  return valid?.kopiykas ?? null;
}

/** What a line has spent since the beginning of the year, in kopiykas. */
export interface Spent {
  codes: number;
  others: number;
}
const reserveOf = (amount: number): number => Math.round(amount * CODES_RESERVE);
/** The money of a year's line that is not kept for codes, in kopiykas. */
export const moneyForOthers = (amount: number): number => amount - reserveOf(amount);
/**
 * What may still be spent, in kopiykas. Codes may take all that is there; other texts leave alone what is kept for codes, as
 * far as codes have not used it.
 */
export function leftFor(amount: number, { codes, others }: Spent, isCode: boolean): number {
  const left = amount - codes - others;
  return Math.max(0, isCode ? left : left - Math.max(0, reserveOf(amount) - codes));
}

const firstOf = (date: LegalDate): LegalDate => `${date.slice(0, 4)}-01-01`;
const lastOf = (date: LegalDate): LegalDate => `${date.slice(0, 4)}-12-31`;
const DAY_MS = 86_400_000;
/** How many days there are from one date to another, both counted. */
const daysOf = (from: LegalDate, to: LegalDate): number => (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;

/** What other texts than codes may cost on one day at the most, in kopiykas. */
export const dayLimit = (amount: number, date: LegalDate): number =>
  Math.max(LEAST_DAY, Math.ceil((moneyForOthers(amount) * BUSIEST_DAY) / daysOf(firstOf(date), lastOf(date))));
/** What other texts than codes would have cost by the end of this day at an even pace, in kopiykas. */
export const evenPace = (amount: number, date: LegalDate): number =>
  Math.round((moneyForOthers(amount) * daysOf(firstOf(date), date)) / daysOf(firstOf(date), lastOf(date)));

/** What other texts than codes cost on a day, in kopiykas; days without any may be left out. */
export type DaysSpending = ReadonlyMap<LegalDate, number>;
const forecastFrom = (today: LegalDate): LegalDate =>
  [addCalendarDays(today, -FORECAST_DAYS), firstOf(today)].sort()[1] as LegalDate;
/** What other texts than codes cost in a day, on the average of the last whole weeks of this year before a date; 0 on its first day. */
export function dailySpending(days: DaysSpending, today: LegalDate): number {
  const from = forecastFrom(today);
  const counted = daysOf(from, today) - 1;
  if (counted === 0) return 0;
  let sum = 0;
  for (const [day, kopiykas] of days) if (day >= from && day < today) sum += kopiykas;
  return sum / counted;
}
/**
 * What other texts than codes will likely cost on a day, in kopiykas: as on that day of the week in the last whole weeks of
 * this year before a date, for a Sunday is no Monday; as on any day where the year has not had such a day yet. Of today, what is
 * still to come.
 */
export function likelySpending(days: DaysSpending, today: LegalDate): (day: LegalDate) => number {
  const had: number[][] = Array.from({ length: 8 }, () => []);
  for (let day = forecastFrom(today); day < today; day = addCalendarDays(day, 1))
    had[weekdayOf(day)]?.push(days.get(day) ?? 0);
  const onAnyDay = dailySpending(days, today);
  const likely = had.map((of) => (of.length > 0 ? of.reduce((sum, one) => sum + one, 0) / of.length : onAnyDay));
  const on = (day: LegalDate): number => likely[weekdayOf(day)] ?? onAnyDay;
  return (day) => (day === today ? Math.max(0, on(day) - (days.get(day) ?? 0)) : on(day));
}
/**
 * The day on which the money for other texts than codes ends if each day costs what is likely, and today what is still to
 * come; null where it lasts the year. `left` is what is left of it now, in kopiykas.
 */
export function moneyEndsOn(left: number, likely: (day: LegalDate) => number, today: LegalDate): LegalDate | null {
  if (left <= 0) return today;
  let rest = left;
  for (let day = today; day < lastOf(today); day = addCalendarDays(day, 1)) {
    rest -= likely(day);
    if (rest < 0) return day;
  }
  return rest < likely(lastOf(today)) ? lastOf(today) : null;
}
