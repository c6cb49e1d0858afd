import { endSessionsOf, hashPassword, isPasswordOf, type Staff, StaffModel } from '#server/identity/index.ts';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { transaction } from '#server/platform/transaction.ts';
import type { FieldCode } from '#shared/domain/problems.ts';
import { keepAccountEvent } from '../account.events.ts';

const LEAST_LENGTH = 12;
const MOST_LENGTH = 200;
const LEAST_SIGNS = 5;
/** True for a password that is worth trying early (NIST SP 800-63B, 5.1.1.2): short, of a few signs, or with the login in it. */
const isWeak = (password: string, login: string): boolean =>
  password.length < LEAST_LENGTH ||
  new Set(password).size < LEAST_SIGNS ||
  password.toLowerCase().includes(login.toLowerCase());
const refuse = (path: 'present' | 'fresh', code: FieldCode): never => {
  throw new Problem('fields.invalid', { errors: [{ in: 'body', path, code }] });
};

/**
 * Gives a member of staff a password of their own in the place of the present one, and ends their other sessions. 422
 * `password.wrong` where the present one is not that, `password.weak` for one that is easily guessed or the same.
 */
export async function changeOwnPassword(
  actor: Actor | Visitor,
  { present, fresh }: { present: string; fresh: string },
): Promise<void> {
  if (actor?.kind !== 'staff') throw new Problem('sign-in.required');
  const { id, sessionId = null } = actor;
  const staff = await StaffModel.findById(id).orFail().lean<Staff>();
  if (!(await isPasswordOf(staff, present))) refuse('present', 'password.wrong');
  if (fresh.length > MOST_LENGTH) refuse('fresh', 'field.too-long');
  if (fresh === present || isWeak(fresh, staff.login)) refuse('fresh', 'password.weak');
  const passwordHash = await hashPassword(fresh);
  await transaction(async (tx) => {
    await StaffModel.updateOne({ _id: id }, { $set: { passwordHash, oneTimeUntil: null } }, { session: tx.session });
    await endSessionsOf(id, tx.session, sessionId);
    await keepAccountEvent(tx, { kind: 'staff.password-changed', subject: { kind: 'staff', id }, actorId: id });
  });
}
