import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import type { DayRuleId } from '#shared/domain/legal-clock/rules.ts';
import type { ClockEffect } from '#shared/domain/workflow.ts';
import { reckonTerm } from './reckoning.ts';

/** One term of law that runs on a subject, until it is met; the dates are kept as they were reckoned on the day it started. */
export interface Clock {
  rule: DayRuleId;
  startedOn: LegalDate;
  dueRaw: LegalDate;
  dueLegal: LegalDate;
  dueInternal: LegalDate;
  metOn: LegalDate | null;
}
/** A term that starts on that date, by the numbers in force and the dated calendar. Refusal: 422 `date.outside-calendar`. */
export function startClock(rule: DayRuleId, startedOn: LegalDate): Clock {
  const { dueRaw, dueLegal, dueInternal } = reckonTerm({ rule, receivedOn: startedOn, calendar: 'dated' }).reckoning;
  return { rule, startedOn, dueRaw, dueLegal, dueInternal, metOn: null };
}
/** The clocks after a move: left alone, all met today, or beside them a new term from today by the rule of the last. */
export function turnClocks(clocks: readonly Clock[], effect: ClockEffect, today: LegalDate): Clock[] {
  const last = clocks.at(-1);
  if (effect === 'met') return clocks.map((clock) => ({ ...clock, metOn: clock.metOn ?? today }));
  return effect === 'anew' && last ? [...clocks, startClock(last.rule, today)] : [...clocks];
}
/** The due date that governs: the soonest `dueLegal` of the clocks that are not met, or null. */
export const governingDate = (clocks: readonly Clock[]): LegalDate | null =>
  clocks.flatMap(({ metOn, dueLegal }) => (metOn ? [] : [dueLegal])).sort()[0] ?? null;

/** True from 00:00 in Kyiv of the day after the due date; without one nothing is ever overdue. */
export const isOverdue = (dueOn: LegalDate | null, today: LegalDate): boolean => dueOn !== null && today > dueOn;
