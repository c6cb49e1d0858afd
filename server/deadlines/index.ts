/** Deadlines: the terms of law that run on a subject, and the clock that reckons them. The only door into this folder. */

export { clockSchema } from './clock.schema.ts';
export {
  type Clock,
  governingClock,
  governingDate,
  isOverdue,
  lastExtension,
  startClock,
  turnClocks,
} from './clocks.ts';
export { type Terms, termsOf } from './moved-terms.ts';
export { type DayQuestion, type HourQuestion, reckonTerm } from './reckoning.ts';
export type { CalendarTurn } from './recounting.ts';
