import { addMonths, type LegalDate } from './legal-clock/legal-date.ts';

/** Within how many months of the decision, and of learning of it, a complaint is to be brought (Law 393/96-ВР, art. 17). */
const TERM = { decidedMonths: 12, learnedMonths: 1 } as const;

/** A complaint by its dates; null where they were not said. */
interface ComplaintDates {
  decidedOn: LegalDate | null;
  learnedOn: LegalDate | null;
}
/**
 * Which term of art. 17 a complaint has missed, if any: the year from the decision, or the month from learning of it. No ground to
 * refuse it: the head may restore a term that was missed for a good reason.
 */
export function missedTerm({ decidedOn, learnedOn }: ComplaintDates, today: LegalDate): 'year' | 'month' | null {
  if (decidedOn !== null && decidedOn < addMonths(today, -TERM.decidedMonths)) return 'year';
  return learnedOn !== null && learnedOn < addMonths(today, -TERM.learnedMonths) ? 'month' : null;
}
