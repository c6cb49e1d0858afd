import { Types } from 'mongoose';
import { recordEvent } from '#server/history/index.ts';
import { type Actor, inPlaceOf, type Visitor } from '#server/platform/policy.ts';
import { type Transaction, transaction } from '#server/platform/transaction.ts';
import type { RemovalBody } from '#shared/contract/petition-signatures.ts';
import { petitionToCheck } from '../petition.check.ts';
import { signaturesEvent } from '../petition.history.ts';
import { type Petition, PetitionModel } from '../petition.model.ts';
import { petitionPolicy } from '../petition.policy.ts';
import { meantBy } from '../signature.groups.ts';
import { SignatureModel } from '../signature.model.ts';
import { type Struck, strikeSignatures } from './strike-signatures.ts';

/** So many are struck in one transaction at the most. */
const MOST = 1_000;

/** One removal as it goes on from transaction to transaction: all of them add to the same note. */
interface Removal extends Pick<RemovalBody, 'filter' | 'reason' | 'explanation'> {
  id: string;
  petition: Petition;
  byId: string;
}
/** Keeps why signatures were removed, once, and how many so far. */
async function note(
  { session, at }: Transaction,
  { id, petition: { _id }, byId, explanation }: Removal,
  count: number,
): Promise<void> {
  const more = await PetitionModel.updateOne(
    { _id, 'removals.id': id },
    { $inc: { 'removals.$.count': count } },
    { session },
  );
  if (more.matchedCount > 0) return;
  const removals = { id, at, byId, count, explanation };
  await PetitionModel.updateOne({ _id }, { $push: { removals } }, { session });
}
/** Strikes the next of them; answers how many. */
async function removeSome(tx: Transaction, removal: Removal): Promise<number> {
  const { petition, byId, reason, explanation } = removal;
  const some = await SignatureModel.find(meantBy(petition._id, removal.filter))
    .limit(MOST)
    .select('petitionId')
    .session(tx.session)
    .lean<Struck[]>();
  const count = some.length;
  if (count === 0) return 0;
  await strikeSignatures(tx.session, some, { reason, at: tx.at, byId });
  await note(tx, removal, count);
  const deed = { actorId: byId, count, reasonCode: reason, explanation };
  await recordEvent(tx, signaturesEvent(petition, 'petition.signatures-removed', deed));
  return count;
}

/**
 * Removes signatures that are no person's own, a thousand to a transaction, each with its event; a trial only says how many there
 * are. A threshold that was declared stays declared. What a process that dies leaves undone the same request carries on. Answers how
 * many. Refusals: 404, 403.
 */
export async function removeSignatures(
  actor: Actor | Visitor,
  petitionId: string,
  { isTrial, ...asked }: RemovalBody,
): Promise<number> {
  const { petition, moderator } = await petitionToCheck(actor, petitionId);
  if (isTrial) return SignatureModel.countDocuments(meantBy(petition._id, asked.filter));
  const place = inPlaceOf(moderator, petitionPolicy, 'petition.moderate', petition);
  const removal = { ...asked, id: String(new Types.ObjectId()), petition, byId: moderator.id };
  let [count, last] = [0, 0];
  do {
    last = await transaction((tx) => removeSome({ ...tx, place }, removal));
    count += last;
  } while (last === MOST);
  return count;
}
