import {
  type CalendarChange,
  CalendarChangeModel,
  type CalendarDayRow,
  calendarWith,
  currentSettings,
  loadCalendar,
} from '#server/calendar/index.ts';
import type { CalendarTurn } from '#server/deadlines/index.ts';
import { LAST_DATE, type LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import type { Interval } from '#shared/domain/legal-clock/legal-values.ts';
import { moveAll } from './moved-dates.ts';

/** The two calendars around a change of these dates, the one before with the rows that they had; null where there are none. */
export function turnOfDays(
  dates: readonly LegalDate[],
  before: readonly CalendarDayRow[],
  after: readonly CalendarDayRow[],
): CalendarTurn | null {
  const [first, last] = [dates[0], dates.at(-1)];
  if (!first || !last) return null;
  return {
    from: calendarWith({ put: before, remove: dates }),
    to: calendarWith({ put: after, remove: dates }),
    first,
    last,
  };
}
const boundsOf = (intervals: readonly Interval[]): string[] =>
  intervals.flatMap(({ from, to }) => [`from ${from}`, `to ${to ?? LAST_DATE}`]);

/** The two calendars around a change of the dates between which martial law holds; null where that stays as it is. */
export function turnOfMartialLaw(before: readonly Interval[], after: readonly Interval[]): CalendarTurn | null {
  const [old, fresh] = [boundsOf(before), boundsOf(after)];
  const differing = [
    ...old.filter((bound) => !fresh.includes(bound)),
    ...fresh.filter((bound) => !old.includes(bound)),
  ].map((bound) => bound.split(' ')[1] ?? '');
  const [first, last] = [differing.sort()[0], differing.at(-1)];
  if (!first || !last) return null;
  const days = { put: [], remove: [] };
  return { from: calendarWith(days, before), to: calendarWith(days, after), first, last };
}
/** When martial law holds by the numbers in force. */
export const martialLawNow = (): readonly Interval[] => currentSettings().values.calendar.martialLaw;

const turnOf = ({ dates, before, after, martialLaw }: CalendarChange): CalendarTurn | null =>
  martialLaw ? turnOfMartialLaw(martialLaw.before, martialLaw.after) : turnOfDays(dates, before, after);
/** Moves the dates by every change of the calendar that they have not followed yet, oldest first; a second time nothing moves. Says how many moved. */
export async function followCalendar(): Promise<number> {
  let moved = 0;
  const waiting = await CalendarChangeModel.find({ isDone: false }).sort({ _id: 1 }).lean<CalendarChange[]>();
  if (waiting.length > 0) await loadCalendar();
  for (const change of waiting) {
    const turn = turnOf(change);
    if (turn) moved += await moveAll(change.byId, turn);
    await CalendarChangeModel.updateOne({ _id: change._id }, { $set: { isDone: true } });
  }
  return moved;
}
