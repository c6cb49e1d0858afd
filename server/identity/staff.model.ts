import { model, Schema, type Types } from 'mongoose';
import { PERMISSIONS, type Permission } from '#shared/domain/permissions.ts';

/** A role: a name for a set of permissions, kept as data. */
export interface Role {
  _id: string;
  uk: string;
  permissions: Permission[];
}
const words = { type: String, required: true } as const;
const options = { autoIndex: false, versionKey: false, strict: 'throw' } as const;
export const RoleModel = model(
  'Role',
  new Schema<Role>({ _id: words, uk: words, permissions: [{ type: String, enum: [...PERMISSIONS] }] }, options),
  'roles',
);

/** A member of staff. */
export interface Staff {
  _id: Types.ObjectId;
  login: string;
  /** Argon2id, with its own salt and costs in it. */
  passwordHash: string;
  name: string;
  post: string;
  departmentId: Types.ObjectId | null;
  roles: string[];
  isLocked: boolean;
}
export const StaffModel = model(
  'Staff',
  new Schema<Staff>(
    {
      login: words,
      passwordHash: words,
      name: words,
      post: words,
      departmentId: { type: Schema.Types.ObjectId, default: null },
      roles: [String],
      isLocked: { type: Boolean, default: false },
    },
    options,
  ),
  'staff',
);
