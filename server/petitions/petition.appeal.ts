import { caseByNumber, publicCaseOf } from '#server/register/index.ts';
import type { AppealOfPetition } from '#shared/contract/petitions.ts';
import type { Petition } from './petition.model.ts';

/** What everybody may see now of the appeal that a petition became, no more than the case's own page shows; null where that is nothing. */
export async function appealOfPetition({
  appealNumber,
}: Pick<Petition, 'appealNumber'>): Promise<AppealOfPetition | null> {
  const found = appealNumber === null ? null : await caseByNumber(appealNumber);
  const shown = found && publicCaseOf(found);
  if (!shown) return null;
  const { status, isOverdue, receivedAt, dueOn, answeredOn, answer } = shown;
  return { status, isOverdue, receivedAt, dueOn, answeredOn, answer };
}
