import { clockShift } from './kyiv-time.ts';
import { addCalendarDays, type LegalDate } from './legal-date.ts';
import type { LegalValues } from './legal-values.ts';
import type { DayReckoning, HourReckoning } from './reckon.ts';
import { RULES, type Term } from './rules.ts';
import type { DayName, DayVerdict, WorkCalendar } from './work-calendar.ts';

/** A date that mattered in the count, with what it is called; weekends have no name. */
export interface NamedDay {
  date: LegalDate;
  name: DayName | null;
}
/** One step of the way from the start of a term to its end, for people who want to follow it. */
export type Step =
  | { kind: 'nextDay'; date: LegalDate }
  | { kind: 'atOnce' }
  | { kind: 'term'; term: Term }
  | { kind: 'shorterMonth'; date: LegalDate }
  /** Named days off among the working days that were counted. */
  | { kind: 'passedOver'; days: NamedDay[] }
  /** Holidays that are worked while martial law lasts. */
  | { kind: 'worked'; days: NamedDay[] }
  | { kind: 'rolled'; direction: 'forward' | 'back'; from: NamedDay; to: LegalDate }
  | { kind: 'stays' }
  | { kind: 'internal'; date: LegalDate }
  /** Minutes by which the clocks were moved meanwhile; positive where they were put forward. */
  | { kind: 'clocksMoved'; minutes: number };

/** Every date from the day after `start` to `last`. */
function datesAfter(start: LegalDate, last: LegalDate): LegalDate[] {
  const dates: LegalDate[] = [];
  for (let date = start; date < last; ) {
    date = addCalendarDays(date, 1);
    dates.push(date);
  }
  return dates;
}

/** How a term of days or months was counted, step by step, in order. `calendar` and `values` are those it was reckoned with. */
export function accountOf(answer: DayReckoning, values: LegalValues, calendar: WorkCalendar): Step[] {
  const { rule, receivedOn, dueRaw, dueLegal, dueInternal } = answer;
  const term = RULES[rule].term(values);
  const isNone = RULES[rule].roll(values) === 'none';
  const seen = term.kind === 'workingDays' ? datesAfter(receivedOn, dueLegal) : isNone ? [] : [dueRaw];
  const named = (wanted: (day: DayVerdict) => boolean): NamedDay[] =>
    seen.flatMap((date) => (wanted(calendar(date)) ? [{ date, name: calendar(date).name }] : []));
  const passedOver = named(({ isWorking, name }) => term.kind === 'workingDays' && !isWorking && name !== null);
  const worked = named(({ isWorking, why }) => isWorking && why === 'holiday');

  const steps: Step[] = [
    { kind: 'nextDay', date: addCalendarDays(receivedOn, 1) },
    { kind: 'term', term },
  ];
  if (term.kind === 'months' && dueRaw.slice(-2) !== receivedOn.slice(-2))
    steps.push({ kind: 'shorterMonth', date: dueRaw });
  if (passedOver.length > 0) steps.push({ kind: 'passedOver', days: passedOver });
  if (worked.length > 0) steps.push({ kind: 'worked', days: worked });
  if (isNone) steps.push({ kind: 'stays' });
  if (dueLegal !== dueRaw) {
    const from = { date: dueRaw, name: calendar(dueRaw).name };
    steps.push({ kind: 'rolled', direction: dueLegal > dueRaw ? 'forward' : 'back', from, to: dueLegal });
  }
  if (dueInternal !== dueLegal) steps.push({ kind: 'internal', date: dueInternal });
  return steps;
}

/** How a term of hours was counted, step by step, in order. */
export function accountOfHours({ rule, receivedAt, dueLegal }: HourReckoning, values: LegalValues): Step[] {
  const minutes = clockShift(new Date(receivedAt), new Date(dueLegal));
  const steps: Step[] = [{ kind: 'atOnce' }, { kind: 'term', term: RULES[rule].term(values) }];
  return minutes === 0 ? steps : [...steps, { kind: 'clocksMoved', minutes }];
}
