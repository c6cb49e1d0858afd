import { endSessionsOf, type Role, RoleModel, StaffModel } from '#server/identity/index.ts';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { type Transaction, transaction } from '#server/platform/transaction.ts';
import type { ChangedRole } from '#shared/contract/staff.ts';
import type { Permission } from '#shared/domain/permissions.ts';
import { keepAccountEvent } from '../account.events.ts';
import { managerOf, refuseNoManagers } from '../account.policy.ts';
import { inOrder, namedOnce } from '../roles.ts';

/** 409 `staff.oneself` where a manager would have more rights by it than their roles gave them before. */
async function refuseRaisingOneself(manager: Actor, role: Role, added: readonly Permission[], tx: Transaction) {
  if (added.length === 0) return;
  const own = await StaffModel.findById(manager.id).select('roles').session(tx.session).lean<{ roles: string[] }>();
  if (!own?.roles.includes(role._id)) return;
  const roles = await RoleModel.find({ _id: { $in: own.roles } })
    .session(tx.session)
    .lean<Role[]>();
  const held = new Set(roles.flatMap(({ permissions }) => permissions));
  if (added.some((one) => !held.has(one))) throw new Problem('staff.oneself');
}
/** Ends the sessions of all who have a role, but for whoever changes it. */
async function signOutHolders(roleId: string, manager: Actor, { session }: Transaction): Promise<void> {
  const holders = await StaffModel.find({ roles: roleId }).select('_id').session(session).lean<{ _id: unknown }[]>();
  for (const id of holders.map(({ _id }) => String(_id))) if (id !== manager.id) await endSessionsOf(id, session);
}

/**
 * Changes the name of a role, what it allows, and whether it needs a second factor. Whoever has it may do what it allows from
 * their next request on; where something is taken away their sessions end, so that no window shows it any longer. Refusals: 404,
 * 409 `version.stale`, `staff.oneself`, `staff.last-manager`, 422 for a name that another has.
 */
export async function changeRole(actor: Actor | Visitor, roleId: string, asked: ChangedRole): Promise<void> {
  const manager = managerOf(actor);
  const { expectedVersion, name, needsTotp } = asked;
  const permissions = inOrder(asked.permissions);
  await namedOnce(() =>
    transaction(async (tx) => {
      const { session } = tx;
      const before = await RoleModel.findById(roleId).session(session).lean<Role>();
      if (!before) throw new Problem('not-found');
      if (before.version !== expectedVersion) throw new Problem('version.stale');
      const added = permissions.filter((one) => !before.permissions.includes(one));
      const taken = before.permissions.filter((one) => !permissions.includes(one));
      await refuseRaisingOneself(manager, before, added, tx);
      const changed = { uk: name, permissions, needsTotp, version: expectedVersion + 1 };
      await RoleModel.updateOne({ _id: roleId }, { $set: changed }, { session });
      if (taken.includes('staff.manage')) await refuseNoManagers(tx);
      if (taken.length > 0) await signOutHolders(roleId, manager, tx);
      await keepAccountEvent(tx, {
        kind: 'staff.role-changed',
        subject: { kind: 'staff-role', id: roleId },
        actorId: manager.id,
        facts: { name, added: added.join(' '), taken: taken.join(' '), needsTotp },
      });
    }),
  );
}
