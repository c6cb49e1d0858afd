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
/** All roles. */
export const allRoles = async (): Promise<StaffRole[]> => (await RoleModel.find().lean<Role[]>()).map(presentRole);
/** One role; 404 where there is none. */
export async function roleById(id: string): Promise<StaffRole> {
  const role = await RoleModel.findById(id).lean<Role>();
  if (!role) throw new Problem('not-found');
  return presentRole(role);
}
