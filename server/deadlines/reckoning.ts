import { type CalendarName, calendarFor, currentSettings } from '#server/calendar/index.ts';
import { Problem } from '#server/platform/problem.ts';
import { accountOf, accountOfHours, type Step } from '#shared/domain/legal-clock/account.ts';
import { type LegalDate, OutsideCalendar } from '#shared/domain/legal-clock/legal-date.ts';
import type { LegalValues } from '#shared/domain/legal-clock/legal-values.ts';
import { type DayReckoning, type HourReckoning, reckon, reckonHours } from '#shared/domain/legal-clock/reckon.ts';
import type { DayRuleId, HourRuleId } from '#shared/domain/legal-clock/rules.ts';
import type { WorkCalendar } from '#shared/domain/legal-clock/work-calendar.ts';

/** Which term of days or months, from which date, by which calendar. */
export interface DayQuestion {
  rule: DayRuleId;
  receivedOn: LegalDate;
  calendar: CalendarName;
}
/** Which term of hours, from which moment; no calendar changes it. */
export interface HourQuestion {
  rule: HourRuleId;
  receivedAt: Date;
}
/** A term reckoned, and the steps by which it was. */
interface Reckoned<Reckoning> {
  reckoning: Reckoning;
  steps: () => Step[];
}

function orRefuse<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof OutsideCalendar ? new Problem('date.outside-calendar', { date: error.date }) : error;
  }
}

/** Terms that were reckoned already, by the calendar that they were reckoned by: it is another one when rows or numbers change. */
const known = new WeakMap<WorkCalendar, Map<string, DayReckoning>>();
function reckonOnce(rule: DayRuleId, receivedOn: LegalDate, values: LegalValues, calendar: WorkCalendar): DayReckoning {
  const terms = known.get(calendar) ?? new Map<string, DayReckoning>();
  known.set(calendar, terms);
  const name = `${rule} ${receivedOn}`;
  const reckoning = terms.get(name) ?? reckon(rule, receivedOn, values, calendar);
  if (terms.size >= MOST_KNOWN) terms.clear();
  terms.set(name, reckoning);
  return reckoning;
}
const MOST_KNOWN = 5_000;

/** When a term ends by the numbers in force. Refusal: 422 `date.outside-calendar`, with the date that no calendar knows. */
export function reckonTerm(question: DayQuestion): Reckoned<DayReckoning>;
export function reckonTerm(question: HourQuestion): Reckoned<HourReckoning>;
export function reckonTerm(question: DayQuestion | HourQuestion): Reckoned<DayReckoning | HourReckoning>;
export function reckonTerm(question: DayQuestion | HourQuestion): Reckoned<DayReckoning | HourReckoning> {
  const { values } = currentSettings();
  return orRefuse(() => {
    if ('receivedAt' in question) {
      const reckoning = reckonHours(question.rule, question.receivedAt, values);
      return { reckoning, steps: () => accountOfHours(reckoning, values) };
    }
    const calendar = calendarFor(question.calendar);
    const reckoning = reckonOnce(question.rule, question.receivedOn, values, calendar);
    return { reckoning, steps: () => accountOf(reckoning, values, calendar) };
  });
}
