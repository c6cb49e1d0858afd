import type { Permission } from '#shared/domain/permissions.ts';
import { type Role, RoleModel, type Staff, StaffModel } from './staff.model.ts';

/** A member of staff with what their roles allow; null for one who is locked or gone. */
export async function staffWithRights(
  staffId: string,
): Promise<(Pick<Staff, '_id' | 'name' | 'post' | 'departmentId'> & { permissions: Set<Permission> }) | null> {
  const staff = await StaffModel.findById(staffId).lean<Staff>();
  if (!staff || staff.isLocked) return null;
  const roles = await RoleModel.find({ _id: { $in: staff.roles } }).lean<Role[]>();
  return { ...staff, permissions: new Set(roles.flatMap(({ permissions }) => permissions)) };
}
/** Names of staff by id, for those who may see a case's history; ids of machines are passed over. */
export async function staffNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const people = [...new Set(ids)].filter((id) => /^[0-9a-f]{24}$/.test(id));
  const found = await StaffModel.find({ _id: { $in: people } })
    .select('name')
    .lean<Pick<Staff, '_id' | 'name'>[]>();
  return new Map(found.map(({ _id, name }) => [String(_id), name]));
}
