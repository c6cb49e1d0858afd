import { randomBytes } from 'node:crypto';
import { RoleModel } from '#server/identity/index.ts';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import { transaction } from '#server/platform/transaction.ts';
import type { RoleFacts } from '#shared/contract/staff.ts';
import { keepAccountEvent } from '../account.events.ts';
import { managerOf } from '../account.policy.ts';
import { inOrder, namedOnce } from '../roles.ts';

/** Makes a role; answers its id. 422 for a name that another has. */
export async function createRole(actor: Actor | Visitor, { name, ...facts }: RoleFacts): Promise<string> {
  const manager = managerOf(actor);
  const _id = `role-${randomBytes(6).toString('hex')}`;
  const permissions = inOrder(facts.permissions);
  const row = { _id, uk: name, permissions, needsTotp: facts.needsTotp, version: 1, guardedAt: null };
  await namedOnce(() =>
    transaction(async (tx) => {
      await RoleModel.create([row], { session: tx.session, ordered: true });
      await keepAccountEvent(tx, {
        kind: 'staff.role-created',
        subject: { kind: 'staff-role', id: _id },
        actorId: manager.id,
        facts: { name, permissions: permissions.join(' '), needsTotp: facts.needsTotp },
      });
    }),
  );
  return _id;
}
