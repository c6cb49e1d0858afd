import { type Role, RoleModel, StaffModel } from '#server/identity/index.ts';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { transaction } from '#server/platform/transaction.ts';
import { keepAccountEvent } from '../account.events.ts';
import { managerOf } from '../account.policy.ts';

/**
 * Takes a role away that nobody has; history keeps that it was there. Refusals: 404, 409 `role.held` while accounts have it,
 * locked ones too.
 */
export async function removeRole(actor: Actor | Visitor, roleId: string): Promise<void> {
  const manager = managerOf(actor);
  await transaction(async (tx) => {
    const { session } = tx;
    // Written first: whoever gives the role to an account meanwhile touches it too, and one of the two is made again.
    const role = await RoleModel.findOneAndDelete({ _id: roleId }, { session }).lean<Role>();
    if (!role) throw new Problem('not-found');
    if (await StaffModel.exists({ roles: roleId }).session(session)) throw new Problem('role.held');
    await keepAccountEvent(tx, {
      kind: 'staff.role-removed',
      subject: { kind: 'staff-role', id: roleId },
      actorId: manager.id,
      facts: { name: role.uk, permissions: role.permissions.join(' ') },
    });
  });
}
