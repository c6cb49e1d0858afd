import { calendarFor } from '#server/calendar/index.ts';
import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import type { DayRuleId } from '#shared/domain/legal-clock/rules.ts';
import { rollBack } from '#shared/domain/legal-clock/work-calendar.ts';
import type { ClockEffect } from '#shared/domain/workflow.ts';
import { reckonTerm } from './reckoning.ts';

/** One term of law that runs on a subject, until it is met; the dates are kept as they were reckoned, and move only with the calendar's days (`recounting.ts`). */
export interface Clock {
  rule: DayRuleId;
  startedOn: LegalDate;
  dueRaw: LegalDate;
  dueLegal: LegalDate;
  dueInternal: LegalDate;
  metOn: LegalDate | null;
  /** The date of law before it was prolonged. */
  extendedFrom: LegalDate | null;
  /** Another case whose term this is, while it is merged into this one. */
  ofCaseId: string | null;
}
/** A term that starts on that date, by the numbers in force and the dated calendar. Refusal: 422 `date.outside-calendar`. */
export function startClock(rule: DayRuleId, startedOn: LegalDate): Clock {
  const { dueRaw, dueLegal, dueInternal } = reckonTerm({ rule, receivedOn: startedOn, calendar: 'dated' }).reckoning;
  return { rule, startedOn, dueRaw, dueLegal, dueInternal, metOn: null, extendedFrom: null, ofCaseId: null };
}
/** The term's last date by any extension: 45 days from the receipt (Law 393/96-ВР, art. 20). */
export const lastExtension = ({ startedOn }: Clock): LegalDate =>
  reckonTerm({ rule: 'appeal.max45', receivedOn: startedOn, calendar: 'dated' }).reckoning.dueLegal;
/** A term prolonged until a date, or until its own last one where that is sooner. */
function prolonged(clock: Clock, until: LegalDate): Clock {
  const last = lastExtension(clock);
  const dueLegal = until < last ? until : last;
  const dueInternal = rollBack(dueLegal, calendarFor('dated'));
  return { ...clock, dueRaw: dueLegal, dueLegal, dueInternal, extendedFrom: clock.extendedFrom ?? clock.dueLegal };
}
const unmet = (clocks: readonly Clock[], turn: (clock: Clock) => Clock): Clock[] =>
  clocks.map((clock) => (clock.metOn ? clock : turn(clock)));
/**
 * The clocks after a move: left alone, all met today, those that run prolonged until a date or counted by administrative procedure
 * from the same day of receipt, or beside them a new term from today by the rule of the last.
 */
export function turnClocks(
  clocks: readonly Clock[],
  effect: ClockEffect,
  { today, until }: { today: LegalDate; until?: LegalDate | undefined },
): Clock[] {
  const last = clocks.at(-1);
  if (effect === 'met') return unmet(clocks, (clock) => ({ ...clock, metOn: today }));
  if (effect === 'extended' && until) return unmet(clocks, (clock) => prolonged(clock, until));
  if (effect === 'administrative') return unmet(clocks, ({ startedOn }) => startClock('admin.days30', startedOn));
  return effect === 'anew' && last ? [...clocks, startClock(last.rule, today)] : [...clocks];
}
/** The due date that governs: the soonest `dueLegal` of the clocks that are not met, or null. */
export const governingDate = (clocks: readonly Clock[]): LegalDate | null =>
  clocks.flatMap(({ metOn, dueLegal }) => (metOn ? [] : [dueLegal])).sort()[0] ?? null;
/** The clock of that date: of those that are not met, the one that ends soonest; undefined where all are met. */
export function governingClock(clocks: readonly Clock[]): Clock | undefined {
  const date = governingDate(clocks);
  return clocks.find(({ metOn, dueLegal }) => !metOn && dueLegal === date);
}

/** True from 00:00 in Kyiv of the day after the due date; without one nothing is ever overdue. */
export const isOverdue = (dueOn: LegalDate | null, today: LegalDate): boolean => dueOn !== null && today > dueOn;
