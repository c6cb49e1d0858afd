import type { Role, Staff } from '#server/identity/index.ts';
import type { StaffMember, StaffRole } from '#shared/contract/staff.ts';

/** An account as those who manage accounts see it. */
export const presentMember = (staff: Staff, sessions: number, askerId: string): StaffMember => ({
  id: String(staff._id),
  login: staff.login,
  name: staff.name,
  post: staff.post,
  departmentId: staff.departmentId && String(staff.departmentId),
  email: staff.email ?? null,
  superiorId: staff.superiorId ? String(staff.superiorId) : null,
  roles: staff.roles,
  isLocked: staff.isLocked,
  oneTimeUntil: staff.oneTimeUntil?.toISOString() ?? null,
  hasTotp: Boolean(staff.totp?.confirmedAt),
  sessions,
  isOneself: String(staff._id) === askerId,
});
/** A role with what it allows, and how many accounts have it. */
export const presentRole = ({ _id, uk, permissions, needsTotp, version }: Role, holders: number): StaffRole => ({
  id: _id,
  name: uk,
  permissions,
  needsTotp,
  version,
  holders,
});
