import { recordFirstEvents } from '#server/history/index.ts';
import { checkCode } from '#server/identity/index.ts';
import { Problem } from '#server/platform/problem.ts';
import { transaction } from '#server/platform/transaction.ts';
import { nextInSeries } from '#server/register/index.ts';
import { type Petition, PetitionModel } from '../petition.model.ts';
import { decidePetitionMove, petitionMovedBy } from '../petition.move.ts';
import { petitionById } from '../petitions.queries.ts';

/** Under this name the numbers of petitions are counted. */
const NUMBERS = 'petition';

/**
 * Sends a petition by the code from its author's letter: it gets its number, and the two working days of the check begin
 * (Law 393/96-ВР, art. 23-1). Refusals: 404, 409 `move.refused` where it was sent already, and those of `checkCode`.
 */
export async function confirmPetition(petitionId: string, code: string): Promise<Petition> {
  const written = await petitionById(petitionId);
  if (!written) throw new Problem('not-found');
  const author = {
    kind: 'resident' as const,
    id: petitionId,
    permissions: new Set<never>(),
    emailHashes: [written.initiator.emailHash],
    caseIds: new Set<string>(),
    knownCaseIds: new Set<string>(),
    joinedCaseIds: new Set<string>(),
  };
  const request = { verb: 'confirm' } as const;
  decidePetitionMove(author, written, request); // before the code is spent
  await checkCode(written.codeId ?? petitionId, code);
  return transaction(async (tx) => {
    const found = await PetitionModel.findById(petitionId).session(tx.session).lean<Petition>();
    if (!found) throw new Problem('not-found');
    const arrow = decidePetitionMove(author, found, request);
    const number = await nextInSeries(tx, NUMBERS);
    const change = { number, submittedAt: tx.at, codeId: null };
    const { moved, changes, event } = petitionMovedBy(arrow, found, { request, change, actorId: null, at: tx.at });
    await PetitionModel.updateOne({ _id: found._id }, { $set: changes }, { session: tx.session });
    await recordFirstEvents(tx, [event]);
    return moved;
  });
}
