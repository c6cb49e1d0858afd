import { departmentOf } from '#server/catalogue/index.ts';
import { RoleModel, StaffModel } from '#server/identity/index.ts';
import { type Actor, holderOf, type Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import type { Transaction } from '#server/platform/transaction.ts';
import type { StaffFacts } from '#shared/contract/staff.ts';
import type { FieldError } from '#shared/domain/problems.ts';

/** Whoever manages accounts; throws for anybody else. */
export const managerOf = (actor: Actor | Visitor): Actor => holderOf(actor, 'staff.manage');
/** Nobody raises, locks or resets themselves: 409 `staff.oneself`. */
export function refuseOneself(actor: Actor, staffId: string): void {
  if (actor.id === staffId) throw new Problem('staff.oneself');
}
const wrong = (path: string, code: FieldError['code']): FieldError[] => [{ in: 'body', path, code }];
/** 422 for a department or a role that there is not. The roles are touched, so that none of them is removed at the same moment. */
export async function refuseUnknown({ departmentId, roles }: StaffFacts, { session, at }: Transaction): Promise<void> {
  const { matchedCount: known } = await RoleModel.updateMany(
    { _id: { $in: roles } },
    { $set: { guardedAt: at } },
    { session },
  );
  const isUnit = departmentId === null || departmentOf(departmentId) !== undefined;
  const errors = [
    ...(isUnit ? [] : wrong('departmentId', 'department.unknown')),
    ...(known === new Set(roles).size ? [] : wrong('roles', 'role.unknown')),
  ];
  if (errors.length > 0) throw new Problem('fields.invalid', { errors });
}
/**
 * 409 `staff.last-manager` where nobody who may sign in would hold `staff.manage` any more. Called after the change, in its
 * transaction; the roles that give the right are touched, so that of two such changes at once one is made again and sees the other.
 */
export async function refuseNoManagers({ session, at }: Transaction): Promise<void> {
  const givesIt = { permissions: 'staff.manage' as const };
  await RoleModel.updateMany(givesIt, { $set: { guardedAt: at } }, { session });
  const roles = await RoleModel.find(givesIt).select('_id').session(session).lean<{ _id: string }[]>();
  const left = await StaffModel.exists({
    isLocked: false,
    roles: { $in: roles.map(({ _id }) => _id) },
    $or: [{ oneTimeUntil: null }, { oneTimeUntil: { $gt: at } }],
  }).session(session);
  if (!left) throw new Problem('staff.last-manager');
}
