import { addCalendarDays, FIRST_DATE, LAST_DATE, type LegalDate, weekdayOf } from './legal-date.ts';
import type { DayName, SpecialDay } from './work-calendar.ts';

/** A holiday that is kept on the same day each year, `MM-DD`. */
interface YearlyHoliday {
  on: string;
  name: DayName;
}
/** What the holidays of each year are made of (Labour Code, arts. 67, 73). */
export interface HolidayRules {
  yearly: readonly YearlyHoliday[];
  easter: DayName;
  trinity: DayName;
  transfer: DayName;
  /** Whether a day off that falls on a holiday moves to the next working day (art. 67(3)). */
  hasTransfers: boolean;
  weekend: readonly number[];
}
const JULIAN_LAG_DAYS = 13; // from March 1900 to February 2100
const TRINITY_AFTER_EASTER_DAYS = 49;

/** Orthodox Easter of a year from 1900 to 2099, a Sunday, by the Julian computus of Meeus. */
export function easterOf(year: number): LegalDate {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const month = Math.floor((d + e + 114) / 31);
  const day = ((d + e + 114) % 31) + 1;
  return new Date(Date.UTC(year, month - 1, day + JULIAN_LAG_DAYS)).toISOString().slice(0, 10);
}
/** Trinity, the seventh Sunday after Easter. */
export const trinityOf = (year: number): LegalDate => addCalendarDays(easterOf(year), TRINITY_AFTER_EASTER_DAYS);

/** The holidays of one year, soonest first; two that fall on one date are one day with both names. */
export function holidaysOf(year: number, { yearly, easter, trinity }: HolidayRules): SpecialDay[] {
  const days = new Map<LegalDate, SpecialDay>();
  const named: [LegalDate, DayName][] = yearly.map(({ on, name }) => [`${year}-${on}`, name]);
  for (const [date, name] of [...named, [easterOf(year), easter] as const, [trinityOf(year), trinity] as const]) {
    const other = days.get(date)?.name;
    const joined = other ? { uk: `${other.uk}; ${name.uk}`, en: `${other.en}; ${name.en}` } : name;
    days.set(date, { date, kind: 'holiday', name: joined });
  }
  return [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/**
 * Every holiday of peace from the calendar's first year to its last, and the days off that they move. Each weekend
 * day that is a holiday moves once, in order, to the next day that is neither off nor taken: of Saturday 1 May and an
 * Easter on Sunday 2 May the first moves to Monday 3 May and the second to Tuesday 4 May.
 */
export function peacetimeDays(rules: HolidayRules): SpecialDay[] {
  const firstYear = Number(FIRST_DATE.slice(0, 4));
  const years = Number(LAST_DATE.slice(0, 4)) - firstYear + 1;
  const holidays = Array.from({ length: years }, (_, i) => holidaysOf(firstYear + i, rules)).flat();
  const taken = new Map(holidays.map((day) => [day.date, day]));
  const isWeekend = (date: LegalDate) => rules.weekend.includes(weekdayOf(date));
  for (const { date, name } of rules.hasTransfers ? holidays.filter((day) => isWeekend(day.date)) : []) {
    let moved = date;
    while (isWeekend(moved) || taken.has(moved)) moved = addCalendarDays(moved, 1);
    const says = { uk: `${rules.transfer.uk}: ${name.uk}`, en: `${rules.transfer.en}: ${name.en}` };
    taken.set(moved, { date: moved, kind: 'transfer', name: says });
  }
  return [...taken.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}
