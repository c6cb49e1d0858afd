import { RoleModel } from '#server/identity/index.ts';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { transaction } from '#server/platform/transaction.ts';
import { keepAccountEvent } from '../account.events.ts';
import { managerOf } from '../account.policy.ts';

/** Says whether a role needs a second factor. Whoever has the role and none is asked to enrol one at their next request. */
export async function changeRole(actor: Actor | Visitor, roleId: string, needsTotp: boolean): Promise<void> {
  const manager = managerOf(actor);
  await transaction(async (tx) => {
    const found = await RoleModel.updateOne({ _id: roleId }, { $set: { needsTotp } }, { session: tx.session });
    if (found.matchedCount === 0) throw new Problem('not-found');
    await keepAccountEvent(tx, {
      kind: 'staff.role-changed',
      subject: { kind: 'staff-role', id: roleId },
      actorId: manager.id,
      facts: { needsTotp },
    });
  });
}
