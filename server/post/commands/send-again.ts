import { Types } from 'mongoose';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { transaction } from '#server/platform/transaction.ts';
import { recordAside } from '#server/register/index.ts';
import { deliveryBy } from '../post.policy.ts';
import { PostalItemModel, type PostalItemRow } from '../postal.model.ts';

/**
 * Puts a paper that came back down to be sent once more, with its number and date, to the address that its person has when it is
 * printed; answers the new row. Refusals: 404, 409 `post.not-returned`, also where it was put down again already.
 */
export async function sendAgain(actor: Actor | Visitor, id: string): Promise<PostalItemRow> {
  const { byId, place } = deliveryBy(actor);
  return transaction(async (tx) => {
    const before = await PostalItemModel.findOneAndUpdate(
      { _id: id, state: 'returned', isSentAgain: { $ne: true } },
      { $set: { isSentAgain: true } },
      { session: tx.session },
    ).lean<PostalItemRow>();
    const isThere = before ?? (await PostalItemModel.exists({ _id: id }).session(tx.session));
    if (!before) throw new Problem(isThere ? 'post.not-returned' : 'not-found');
    const fresh = { state: 'waiting', registryId: null, registry: null, mail: null, note: null } as const;
    const again = { trackingNumber: null, outcome: null, isSentAgain: false, round: before.round + 1 };
    const row: PostalItemRow = { ...before, ...fresh, ...again, _id: new Types.ObjectId() };
    await PostalItemModel.insertMany([row], { session: tx.session });
    await recordAside({ ...tx, place }, { caseId: row.caseId, actorId: byId }, 'mail-again');
    return row;
  });
}
