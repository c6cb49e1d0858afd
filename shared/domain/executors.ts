import { addCalendarDays, type LegalDate, weekdayOf } from './legal-clock/legal-date.ts';
import { addWorkingDays, rollBack, type WorkCalendar } from './legal-clock/work-calendar.ts';

/** The parts of an executor's morning list, the most pressing first; a case stands in one of them. */
export const LIST_PARTS = ['overdue', 'soon', 'fresh'] as const;
export type ListPart = (typeof LIST_PARTS)[number];
/** What a superior is told of: two working days before the executor's date, and on the day itself. */
export const STEPS = ['near', 'due'] as const;
export type Step = (typeof STEPS)[number];

/** Working days that a morning list looks ahead. */
const AHEAD = 3;
/** Working days before the date at which a superior hears of it first. */
const NEAR = 2;
/** Working days after the date in which a missed letter to the superior is still made up for. */
const LATE = 3;

/** The term that governs a case, as its clock has it. */
export interface GoverningTerm {
  dueInternal: LegalDate;
  /** The date of law before it was prolonged. */
  extendedFrom: LegalDate | null;
}
/**
 * The date by which an executor has to be done: the one that the resolution gave them, never later than the date inside the
 * house. One that was only the date of law of the time counts no more once the term was prolonged.
 */
export function executorDate(given: LegalDate | null, { dueInternal, extendedFrom }: GoverningTerm): LegalDate {
  const isOutdated = given === null || (extendedFrom !== null && given >= extendedFrom);
  return isOutdated || dueInternal < given ? dueInternal : given;
}

/** Where a case stands in the list of a working day, by its executor's date and whether it came since the last list; null for nowhere. */
export function listPart(date: LegalDate, isFresh: boolean, on: LegalDate, calendar: WorkCalendar): ListPart | null {
  if (date < on) return 'overdue';
  if (date <= addWorkingDays(on, AHEAD, calendar)) return 'soon';
  return isFresh ? 'fresh' : null;
}

/** The working day that lies so many working days before a date, which is taken back to a working day first. */
function workingDaysBefore(date: LegalDate, days: number, calendar: WorkCalendar): LegalDate {
  let day = rollBack(date, calendar);
  for (let left = days; left > 0; left -= 1) day = rollBack(addCalendarDays(day, -1), calendar);
  return day;
}
/** Which step an executor's date has reached on a working day; null for none, or where it is so long past that the weekly sheet has it. */
export function stepOn(date: LegalDate, on: LegalDate, calendar: WorkCalendar): Step | null {
  const last = rollBack(date, calendar);
  if (on > addWorkingDays(last, LATE, calendar)) return null;
  if (on >= last) return 'due';
  return on >= workingDaysBefore(date, NEAR, calendar) ? 'near' : null;
}

/** The last working day before a date. */
export const workingDayBefore = (date: LegalDate, calendar: WorkCalendar): LegalDate =>
  rollBack(addCalendarDays(date, -1), calendar);
/** Whether a date is the first working day of its week, Monday where nothing moved it. */
export function beginsWeek(date: LegalDate, calendar: WorkCalendar): boolean {
  const monday = addCalendarDays(date, 1 - weekdayOf(date));
  return calendar(date).isWorking && workingDayBefore(date, calendar) < monday;
}
