import { valuesOf } from '#server/calendar/index.ts';
import { Problem } from '#server/platform/problem.ts';
import { type LegalDate, OutsideCalendar } from '#shared/domain/legal-clock/legal-date.ts';
import { reckon } from '#shared/domain/legal-clock/reckon.ts';
import { rollBack, type WorkCalendar } from '#shared/domain/legal-clock/work-calendar.ts';
import type { Clock } from './clocks.ts';

/** A calendar that takes the place of another; `first` and `last` are the outermost dates on which they differ. */
export interface CalendarTurn {
  from: WorkCalendar;
  to: WorkCalendar;
  first: LegalDate;
  last: LegalDate;
}
type Dates = Pick<Clock, 'dueRaw' | 'dueLegal' | 'dueInternal'>;
/** A date to which somebody prolonged a term stays: only the day to which the executors work rolls anew. */
function datesBy(clock: Clock, version: number, calendar: WorkCalendar): Dates {
  const { rule, startedOn, extendedFrom, dueRaw, dueLegal } = clock;
  if (extendedFrom) return { dueRaw, dueLegal, dueInternal: rollBack(dueLegal, calendar) };
  return reckon(rule, startedOn, valuesOf(version), calendar);
}
const areSame = (a: Dates, b: Dates): boolean =>
  a.dueRaw === b.dueRaw && a.dueLegal === b.dueLegal && a.dueInternal === b.dueInternal;

/**
 * The clocks by another calendar, each with the numbers of the edition it was reckoned with, or null where none moves. Clocks that
 * are met stay, and so does one whose dates the two calendars do not tell apart; a second time nothing moves. Refusal: 422 `date.outside-calendar`.
 */
export function recountClocks(clocks: readonly Clock[], version: number, { from, to }: CalendarTurn): Clock[] | null {
  try {
    let hasMoved = false;
    const recounted = clocks.map((clock) => {
      if (clock.metOn) return clock;
      const { dueRaw, dueLegal, dueInternal } = datesBy(clock, version, to);
      const after = { dueRaw, dueLegal, dueInternal };
      if (areSame(after, clock) || areSame(after, datesBy(clock, version, from))) return clock;
      hasMoved = true;
      return { ...clock, ...after };
    });
    return hasMoved ? recounted : null;
  } catch (error) {
    throw error instanceof OutsideCalendar ? new Problem('date.outside-calendar', { date: error.date }) : error;
  }
}
