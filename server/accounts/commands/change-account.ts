import { Types } from 'mongoose';
import { endSessionsOf, type Staff, StaffModel } from '#server/identity/index.ts';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { transaction } from '#server/platform/transaction.ts';
import type { StaffFacts } from '#shared/contract/staff.ts';
import { keepAccountEvent } from '../account.events.ts';
import { managerOf, refuseNoManagers, refuseOneself, refuseUnknown } from '../account.policy.ts';
import { putUnder } from '../superiors.ts';

/** Where letters to them go and who is above them, as far as something is said of it. */
type Reach = Pick<Staff, 'email' | 'superiorId'>;
const reachOf = ({ email, superiorId }: StaffFacts, before: Reach): Reach => ({
  email: email === undefined ? (before.email ?? null) : email,
  superiorId:
    superiorId === undefined ? (before.superiorId ?? null) : superiorId ? new Types.ObjectId(superiorId) : null,
});
const inOrder = (roles: readonly string[]): string => [...new Set(roles)].sort().join(' ');

/**
 * Changes the name, post, department, work e-mail, superior and roles of an account. New roles end its sessions. 409
 * `staff.oneself` for one's own roles, 409 `staff.last-manager` where nobody could manage staff any more.
 */
export async function changeAccount(actor: Actor | Visitor, staffId: string, facts: StaffFacts): Promise<void> {
  const manager = managerOf(actor);
  await transaction(async (tx) => {
    const { session } = tx;
    const before = await StaffModel.findById(staffId).session(session).lean<Staff>();
    if (!before) throw new Problem('not-found');
    const isRaised = inOrder(before.roles) !== inOrder(facts.roles);
    if (isRaised) refuseOneself(manager, staffId);
    await refuseUnknown(facts, tx);
    const { name, post, departmentId } = facts;
    const reach = reachOf(facts, before);
    const isMoved = String(reach.superiorId) !== String(before.superiorId ?? null);
    if (isMoved) await putUnder(tx, staffId, reach.superiorId && String(reach.superiorId));
    const unit = departmentId === null ? null : new Types.ObjectId(departmentId);
    const roles = [...new Set(facts.roles)];
    const changed = { name, post, departmentId: unit, roles, ...reach };
    await StaffModel.updateOne({ _id: staffId }, { $set: changed }, { session });
    if (isRaised) {
      await refuseNoManagers(tx);
      await endSessionsOf(staffId, session);
    }
    await keepAccountEvent(tx, {
      kind: 'staff.changed',
      subject: { kind: 'staff', id: staffId },
      actorId: manager.id,
      facts: {
        roles: inOrder(roles),
        rolesBefore: inOrder(before.roles),
        departmentId,
        isRenamed: name !== before.name || post !== before.post,
        isReachChanged: isMoved || reach.email !== (before.email ?? null),
      },
    });
  });
}
