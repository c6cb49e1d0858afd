import { Types } from 'mongoose';
import { StaffModel } from '#server/identity/index.ts';
import { isDuplicate } from '#server/platform/database.ts';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { transaction } from '#server/platform/transaction.ts';
import type { NewStaff } from '#shared/contract/staff.ts';
import { keepAccountEvent } from '../account.events.ts';
import { managerOf, refuseUnknown } from '../account.policy.ts';
import { newOneTimePassword } from '../one-time-password.ts';
import { putUnder } from '../superiors.ts';

/** Opens an account; answers its id and the one-time password, which is kept nowhere. 422 for a login that is taken, a role, a department or a superior that there is not. */
export async function createAccount(
  actor: Actor | Visitor,
  { login, name, post, departmentId, email = null, superiorId = null, roles }: NewStaff,
): Promise<{ id: string; password: string }> {
  const manager = managerOf(actor);
  const { password, kept } = await newOneTimePassword();
  const _id = new Types.ObjectId();
  const facts = { name, post, departmentId, roles: [...new Set(roles)] };
  try {
    await transaction(async (tx) => {
      await refuseUnknown(facts, tx);
      await putUnder(tx, String(_id), superiorId);
      const unit = departmentId === null ? null : new Types.ObjectId(departmentId);
      const row = { _id, login, ...facts, departmentId: unit, email, superiorId, ...kept };
      await StaffModel.create([row], { session: tx.session, ordered: true });
      await keepAccountEvent(tx, {
        kind: 'staff.created',
        subject: { kind: 'staff', id: String(_id) },
        actorId: manager.id,
        facts: { roles: facts.roles.join(' '), departmentId },
      });
    });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    throw new Problem('fields.invalid', { errors: [{ in: 'body', path: 'login', code: 'login.taken' }] });
  }
  return { id: String(_id), password };
}
