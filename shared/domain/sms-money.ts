import { addCalendarDays, type LegalDate } from './legal-clock/legal-date.ts';

/** The lines of the city's programme that pay for texts (items 2.1.4, 2.3.3 and 2.4.3), each with money of its own a year. */
export const MONEY_LINES = ['appeals', 'deputies', 'information'] as const;
export type MoneyLine = (typeof MONEY_LINES)[number];

/** Of each line so much is kept for one-time codes: nobody could sign in or file without them. */
export const CODES_RESERVE = 0.2;
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
/** What other texts than codes cost in a day, on the average of the last whole weeks of this year before a date; 0 on its first day. */
export function dailySpending(days: DaysSpending, today: LegalDate): number {
  const from = [addCalendarDays(today, -FORECAST_DAYS), firstOf(today)].sort()[1] as LegalDate;
  const counted = Math.min(FORECAST_DAYS, daysOf(from, today) - 1);
  if (counted === 0) return 0;
  let sum = 0;
  for (const [day, kopiykas] of days) if (day >= from && day < today) sum += kopiykas;
  return sum / counted;
}
/**
 * The day on which the money for other texts than codes ends if it is spent as in the last weeks; null where it lasts the
 * year. `left` is what the beginning of today left of it, in kopiykas.
 */
export function moneyEndsOn(left: number, daily: number, today: LegalDate): LegalDate | null {
  if (left <= 0) return today;
  const whole = Math.floor(left / daily);
  return daily > 0 && whole < daysOf(today, lastOf(today)) ? addCalendarDays(today, whole) : null;
}
