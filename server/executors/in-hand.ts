import { calendarFor } from '#server/calendar/index.ts';
import { type CaseInHand, casesInHand } from '#server/register/index.ts';
import { executorDate, type Step, stepOn } from '#shared/domain/executors.ts';
import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';

/** One executor's part of a case that waits for them. */
export interface PartInHand {
  found: CaseInHand;
  departmentId: string;
  date: LegalDate;
  /** When it came to them; null where that was not kept. */
  since: Date | null;
}
/** The parts of one case: a department each. */
export const partsOf = (found: CaseInHand): PartInHand[] =>
  found.executors.map(({ departmentId, dueOn, since = null }) => ({
    found,
    departmentId: String(departmentId),
    date: executorDate(dueOn, found.term),
    since,
  }));
/** Everything that waits for executors now, by department, the soonest date first. */
export async function partsInHand(): Promise<ReadonlyMap<string, PartInHand[]>> {
  const parts = new Map<string, PartInHand[]>();
  for await (const found of casesInHand())
    for (const part of partsOf(found)) {
      const theirs = parts.get(part.departmentId);
      if (theirs) theirs.push(part);
      else parts.set(part.departmentId, [part]);
    }
  for (const theirs of parts.values()) theirs.sort((a, b) => a.date.localeCompare(b.date));
  return parts;
}
/** The step that an executor has reached on a day; null for none. */
export const stepOf = ({ date }: PartInHand, on: LegalDate): Step | null => stepOn(date, on, calendarFor('dated'));
