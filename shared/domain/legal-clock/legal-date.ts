/** A date of law, `YYYY-MM-DD` in Europe/Kyiv. Compares as text. */
export type LegalDate = string;

/** The first date that the calendar of law knows. */
export const FIRST_DATE: LegalDate = '2024-01-01';
/** The last date that the calendar of law knows. */
export const LAST_DATE: LegalDate = '2099-12-31';

/** Thrown where a date is needed that the calendar of law does not know; `date` is that date. */
export class OutsideCalendar extends Error {
  readonly date: LegalDate;
  constructor(date: LegalDate) {
    super(`${date} lies outside ${FIRST_DATE}..${LAST_DATE}`);
    this.name = 'OutsideCalendar';
    this.date = date;
  }
}

const DAY_MS = 86_400_000;
const dateOf = (utcMs: number): LegalDate => new Date(utcMs).toISOString().slice(0, 10);

/** A date of law as a number of days, for columns of numbers. */
export const dayOf = (date: LegalDate): number => Date.parse(date) / DAY_MS;
/** The date of law of such a number. */
export const dateOfDay = (day: number): LegalDate => dateOf(day * DAY_MS);

/** True for a date that exists, written `YYYY-MM-DD`: 29 February only in leap years. */
export function isLegalDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const utcMs = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(utcMs) && dateOf(utcMs) === text;
}
/** The same date, if the calendar of law knows it; throws `OutsideCalendar` for any other. */
export function known(date: LegalDate): LegalDate {
  if (date < FIRST_DATE || date > LAST_DATE) throw new OutsideCalendar(date);
  return date;
}
/** So many calendar days later, or earlier where `days` is negative. Throws `OutsideCalendar`. */
export const addCalendarDays = (date: LegalDate, days: number): LegalDate =>
  known(dateOf(Date.parse(date) + days * DAY_MS));

/** The same day-number so many months later, or that month's last day where it is shorter (Civil Code, art. 254). Throws `OutsideCalendar`. */
export function addMonths(date: LegalDate, months: number): LegalDate {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return known(dateOf(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))));
}
/** The day of the week: 1 is Monday, 7 is Sunday. */
export const weekdayOf = (date: LegalDate): number => new Date(date).getUTCDay() || 7;
