import type { Permission } from '#shared/domain/permissions.ts';
import { type Role, RoleModel, type Staff, StaffModel } from './staff.model.ts';

/** A member of staff and what they may do now. */
export interface StaffRights
  extends Pick<Staff, '_id' | 'login' | 'name' | 'post' | 'departmentId' | 'email' | 'superiorId'> {
  permissions: Set<Permission>;
  /** What they have to do before they may do anything else; null for nothing. */
  owes: 'password' | 'totp' | null;
}
/**
 * What somebody's roles allow. Whoever still has a one-time password, or has a role that needs a second factor and none, may do
 * nothing and is of no department until that is put right.
 */
function rightsOf(staff: Staff, all: readonly Role[]): StaffRights {
  const roles = all.filter(({ _id }) => staff.roles.includes(_id));
  const needsTotp = roles.some((role) => role.needsTotp) && !staff.totp?.confirmedAt;
  const owes = staff.oneTimeUntil ? 'password' : needsTotp ? 'totp' : null;
  if (owes) return { ...staff, departmentId: null, permissions: new Set(), owes };
  return { ...staff, permissions: new Set(roles.flatMap(({ permissions }) => permissions)), owes };
}
/** A member of staff with what their roles allow; null for one who is locked or gone. */
export async function staffWithRights(staffId: string): Promise<StaffRights | null> {
  const staff = await StaffModel.findById(staffId).lean<Staff>();
  if (!staff || staff.isLocked) return null;
  return rightsOf(staff, await RoleModel.find({ _id: { $in: staff.roles } }).lean<Role[]>());
}
/** Everybody whose account is not locked, with what their roles allow: hundreds, as a city has them. */
export async function staffAtWork(): Promise<StaffRights[]> {
  const [staff, roles] = await Promise.all([
    StaffModel.find({ isLocked: false }).select('-passwordHash').lean<Staff[]>(),
    RoleModel.find().lean<Role[]>(),
  ]);
  return staff.map((one) => rightsOf(one, roles));
}
/** Names of staff by id, for those who may see a case's history; ids of machines are passed over. */
export async function staffNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const people = [...new Set(ids)].filter((id) => /^[0-9a-f]{24}$/.test(id));
  const found = await StaffModel.find({ _id: { $in: people } })
    .select('name')
    .lean<Pick<Staff, '_id' | 'name'>[]>();
  return new Map(found.map(({ _id, name }) => [String(_id), name]));
}
