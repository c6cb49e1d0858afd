import { recordEvent } from '#server/history/index.ts';
import { type Actor, inPlaceOf, type Visitor } from '#server/platform/policy.ts';
import { transaction } from '#server/platform/transaction.ts';
import { petitionToCheck } from '../petition.check.ts';
import { signaturesEvent } from '../petition.history.ts';
import { petitionPolicy } from '../petition.policy.ts';
import { heldOf, type SignatureGroup } from '../signature.groups.ts';
import { SignatureModel } from '../signature.model.ts';

/**
 * Lets the signatures of a group count that waited for a moderator: the sealer takes them with its next window, and holds them no
 * second time. Answers how many. Refusals: 404, 403.
 */
export async function releaseSignatures(
  actor: Actor | Visitor,
  petitionId: string,
  group: SignatureGroup,
): Promise<number> {
  const { petition, moderator } = await petitionToCheck(actor, petitionId);
  const place = inPlaceOf(moderator, petitionPolicy, 'petition.moderate', petition);
  return transaction(async (begun) => {
    const tx = { ...begun, place };
    const { modifiedCount: count } = await SignatureModel.updateMany(
      heldOf(petition._id, group),
      { $set: { window: null } },
      { session: tx.session },
    );
    const deed = { actorId: moderator.id, count, reasonCode: group.kind };
    if (count > 0) await recordEvent(tx, signaturesEvent(petition, 'petition.signatures-released', deed));
    return count;
  });
}
