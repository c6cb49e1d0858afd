import { calendarFor } from '#server/calendar/index.ts';
import { departmentOf } from '#server/catalogue/index.ts';
import { isOverdue } from '#server/deadlines/index.ts';
import type { OverdueLine } from '#shared/contract/executors.ts';
import { listPart } from '#shared/domain/executors.ts';
import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import { type PartInHand, partsInHand } from './in-hand.ts';

/** How each executor stands on a day, most overdue first; those who have nothing in hand are not in it. */
export function overdueOf(parts: ReadonlyMap<string, readonly PartInHand[]>, on: LegalDate): OverdueLine[] {
  const calendar = calendarFor('dated');
  const lines = [...parts].map(([departmentId, theirs]): OverdueLine => {
    const late = theirs.filter(({ date }) => date < on);
    return {
      departmentId,
      department: departmentOf(departmentId)?.uk ?? departmentId,
      inHand: theirs.length,
      soon: theirs.filter(({ date }) => listPart(date, false, on, calendar) === 'soon').length,
      overdue: late.length,
      overdueByLaw: theirs.filter(({ found }) => isOverdue(found.dueOn, on)).length,
      oldestOn: late[0]?.date ?? null,
    };
  });
  return lines.sort((a, b) => b.overdue - a.overdue || a.department.localeCompare(b.department, 'uk'));
}
/** The same as things stand now. */
export const overdueNow = async (on: LegalDate): Promise<OverdueLine[]> => overdueOf(await partsInHand(), on);
