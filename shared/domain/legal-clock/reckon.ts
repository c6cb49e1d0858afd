import { inKyiv, legalDateIn } from './kyiv-time.ts';
import { addCalendarDays, addMonths, isLegalDate, known, type LegalDate } from './legal-date.ts';
import type { LegalValues } from './legal-values.ts';
import { cite, DAY_RULES, type DayRuleId, HOUR_RULES, type HourRuleId, type Term } from './rules.ts';
import { addWorkingDays, rollBack, rollForward, type WorkCalendar } from './work-calendar.ts';

/** A term of days or months, reckoned. `receivedOn` is the start as given, day off or not. */
export interface DayReckoning {
  rule: DayRuleId;
  source: string;
  receivedOn: LegalDate;
  /** The last day by the bare count. */
  dueRaw: LegalDate;
  /** The last day by law. */
  dueLegal: LegalDate;
  /** The day to which the executors work: the last working day that is not after `dueRaw`. */
  dueInternal: LegalDate;
}
/** A term of hours, reckoned: instants in UTC, RFC 3339, and `dueLocal` by the clocks of Kyiv. */
export interface HourReckoning {
  rule: HourRuleId;
  source: string;
  receivedAt: string;
  receivedOn: LegalDate;
  dueRaw: string;
  dueLegal: string;
  dueInternal: string;
  dueLocal: string;
}

const HOUR_MS = 3_600_000;

function endOf({ kind, amount }: Term, start: LegalDate, calendar: WorkCalendar): LegalDate {
  if (kind === 'workingDays') return addWorkingDays(start, amount, calendar);
  return kind === 'months' ? addMonths(start, amount) : addCalendarDays(start, amount);
}

/**
 * When a term of days or months ends, counted from the day after its start (Civil Code, arts. 253-254). Working days are
 * never rolled: all three dates are one. Other terms that end on a day off go on to the next working day, but for the cap
 * of 45 days, which goes back (Law 393/96-ВР, art. 20), and the collection of signatures, which stays.
 * Throws `OutsideCalendar` where any date that is needed, those looked at while rolling included, is not known.
 */
export function reckon(
  rule: DayRuleId,
  receivedOn: LegalDate,
  values: LegalValues,
  calendar: WorkCalendar,
): DayReckoning {
  if (!isLegalDate(receivedOn)) throw new RangeError(`${receivedOn} is no date of law`);
  const { term, roll, source } = DAY_RULES[rule];
  const dueRaw = endOf(term(values), known(receivedOn), calendar);
  const answer = { rule, source: cite(source), receivedOn, dueRaw };
  const direction = roll(values);
  if (direction === 'none') return { ...answer, dueLegal: dueRaw, dueInternal: dueRaw };
  const dueInternal = rollBack(dueRaw, calendar);
  return { ...answer, dueLegal: direction === 'back' ? dueInternal : rollForward(dueRaw, calendar), dueInternal };
}

/** When a term of hours ends: hours that really pass, days off and moved clocks or not. Throws `OutsideCalendar`. */
export function reckonHours(rule: HourRuleId, receivedAt: Date, values: LegalValues): HourReckoning {
  const { term, source } = HOUR_RULES[rule];
  const due = new Date(receivedAt.getTime() + term(values).amount * HOUR_MS);
  const receivedOn = known(legalDateIn(receivedAt));
  known(legalDateIn(due));
  const at = due.toISOString();
  return {
    rule,
    source: cite(source),
    receivedAt: receivedAt.toISOString(),
    receivedOn,
    dueRaw: at,
    dueLegal: at,
    dueInternal: at,
    dueLocal: inKyiv(due),
  };
}
