import { legalDateOf } from '#server/platform/clock.ts';
import type { Actor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { transaction } from '#server/platform/transaction.ts';
import { charterOf } from '../charter.ts';
import { type Petition, PetitionModel } from '../petition.model.ts';
import { type PetitionSignature, RemovalModel, SignatureModel } from '../signature.model.ts';
import { isOpenOn } from './sign-petition.ts';

/** Whose signature it is: of somebody who proved the phone that they signed with. */
type Owner = Pick<Actor, 'phoneHashes'>;
const isOfTheirs = ({ phoneHashes = [] }: Owner, petition: Petition) => ({
  petitionId: petition._id,
  keys: { $in: [...phoneHashes] },
});
async function petitionOf(number: number): Promise<Petition> {
  const found = await PetitionModel.findOne({ number }).lean<Petition>();
  if (!found) throw new Problem('not-found');
  return found;
}

/**
 * Takes a signature back: its place in the list stays, without the name, and it counts no longer. Refusals: 404 for who has not
 * signed, 409 `petition.closed` once collection is over or where the charter has no such thing.
 */
export async function withdrawSignature(owner: Owner, number: number): Promise<void> {
  const petition = await petitionOf(number);
  await transaction(async ({ session, at }) => {
    const found = await SignatureModel.findOne(isOfTheirs(owner, petition)).session(session).lean<PetitionSignature>();
    if (!found) throw new Problem('not-found');
    const isOpen = isOpenOn(petition, legalDateOf(at)) && charterOf(petition.charterVersion).allowWithdrawSignature;
    if (!isOpen) throw new Problem('petition.closed');
    await SignatureModel.updateOne({ _id: found._id }, { $unset: { keys: 1 }, $set: { news: null } }, { session });
    // One that waits for a moderator is sealed now, and struck in the same window: nothing is lost in silence.
    await SignatureModel.updateOne({ _id: found._id, window: 0 }, { $set: { window: null } }, { session });
    const removal = {
      petitionId: petition._id,
      signatureId: found._id,
      reason: 'withdrawn' as const,
      at,
      byId: null,
      window: null,
    };
    await RemovalModel.create([removal], { session, ordered: true });
  });
}
/** Sends no more news of a petition to who signed it; 404 for who has not. */
export async function endPetitionNews(owner: Owner, number: number): Promise<void> {
  const petition = await petitionOf(number);
  const ended = await SignatureModel.updateOne(isOfTheirs(owner, petition), { $set: { news: null } });
  if (ended.matchedCount === 0) throw new Problem('not-found');
}
