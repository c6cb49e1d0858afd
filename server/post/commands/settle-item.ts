import { legalDateOf } from '#server/platform/clock.ts';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { type Transaction, transaction } from '#server/platform/transaction.ts';
import { recordAside } from '#server/register/index.ts';
import type { ReturnReason } from '#shared/domain/postal.ts';
import { delivererOf, deliveryBy } from '../post.policy.ts';
import { PostalItemModel, type PostalItemRow } from '../postal.model.ts';

/** Changes a paper that was sent; 404 where there is none of that id, 409 `post.not-sent` while it waits. */
async function changeSent(tx: Transaction, id: string, change: Partial<PostalItemRow>): Promise<PostalItemRow> {
  const row = await PostalItemModel.findOneAndUpdate(
    { _id: id, registryId: { $ne: null } },
    { $set: change },
    { session: tx.session, returnDocument: 'after' },
  ).lean<PostalItemRow>();
  if (row) return row;
  throw new Problem((await PostalItemModel.exists({ _id: id }).session(tx.session)) ? 'post.not-sent' : 'not-found');
}
/** Gives a sent paper its tracking number, or another in its place. */
export function trackItem(actor: Actor | Visitor, id: string, trackingNumber: string): Promise<PostalItemRow> {
  delivererOf(actor);
  return transaction((tx) => changeSent(tx, id, { trackingNumber }));
}
/** Says that a sent paper was delivered, or why it came back; both stand in the history of its case. A later word takes the place of an earlier one. */
export function settleItem(
  actor: Actor | Visitor,
  id: string,
  { state, reason = null }: { state: 'delivered' | 'returned'; reason?: ReturnReason | null | undefined },
): Promise<PostalItemRow> {
  const { byId, place } = deliveryBy(actor);
  return transaction(async (tx) => {
    const outcome = { on: legalDateOf(tx.at), reason: state === 'returned' ? reason : null, byId };
    const row = await changeSent(tx, id, { state, outcome });
    await recordAside({ ...tx, place }, { caseId: row.caseId, actorId: byId }, `mail-${state}`);
    return row;
  });
}
