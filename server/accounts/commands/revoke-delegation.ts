import { type Delegation, DelegationModel } from '#server/identity/index.ts';
import { legalDateOf } from '#server/platform/clock.ts';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { transaction } from '#server/platform/transaction.ts';
import { keepAccountEvent } from '../account.events.ts';
import { managerOf } from '../account.policy.ts';

/** Takes a delegation back: the substitute's next request is without it. One that is over, or was taken back, stays as it is. */
export async function revokeDelegation(actor: Actor | Visitor, id: string): Promise<void> {
  const manager = managerOf(actor);
  await transaction(async (tx) => {
    const found = await DelegationModel.findById(id).session(tx.session).lean<Delegation>();
    if (!found) throw new Problem('not-found');
    if (found.revokedAt || found.to < legalDateOf(tx.at)) return;
    await DelegationModel.updateOne({ _id: id }, { $set: { revokedAt: tx.at } }, { session: tx.session });
    const { giverId, takerId, from, to } = found;
    await keepAccountEvent(tx, {
      kind: 'staff.delegation-revoked',
      subject: { kind: 'staff', id: String(takerId) },
      actorId: manager.id,
      facts: { delegation: id, giver: String(giverId), from, to },
    });
  });
}
