import { openSessions, type Role, RoleModel, type Staff, StaffModel } from '#server/identity/index.ts';
import { Problem } from '#server/platform/problem.ts';
import type { StaffMember, StaffRole } from '#shared/contract/staff.ts';
import { presentMember, presentRole } from './account.presenter.ts';

/** All accounts as one of those who manage them sees them: those that are locked last, by name in the order of Ukrainian letters. */
export async function allAccounts(askerId: string): Promise<StaffMember[]> {
  const [staff, sessions] = await Promise.all([
    StaffModel.find().sort({ isLocked: 1, name: 1 }).collation({ locale: 'uk' }).lean<Staff[]>(),
    openSessions(),
  ]);
  return staff.map((one) => presentMember(one, sessions.get(String(one._id)) ?? 0, askerId));
}
/** One account; 404 where there is none. */
export async function accountById(id: string, askerId: string): Promise<StaffMember> {
  const [staff, sessions] = await Promise.all([StaffModel.findById(id).lean<Staff>(), openSessions()]);
  if (!staff) throw new Problem('not-found');
  return presentMember(staff, sessions.get(id) ?? 0, askerId);
}
/** All roles, in the order of Ukrainian letters. */
export async function allRoles(): Promise<StaffRole[]> {
  const [roles, held] = await Promise.all([
    RoleModel.find().sort({ uk: 1 }).collation({ locale: 'uk' }).lean<Role[]>(),
    StaffModel.aggregate<{ _id: string; n: number }>([
      { $unwind: '$roles' },
      { $group: { _id: '$roles', n: { $sum: 1 } } },
    ]),
  ]);
  const holders = new Map(held.map(({ _id, n }) => [_id, n]));
  return roles.map((role) => presentRole(role, holders.get(role._id) ?? 0));
}
/** One role; 404 where there is none. */
export async function roleById(id: string): Promise<StaffRole> {
  const [role, holders] = await Promise.all([
    RoleModel.findById(id).lean<Role>(),
    StaffModel.countDocuments({ roles: id }),
  ]);
  if (!role) throw new Problem('not-found');
  return presentRole(role, holders);
}
