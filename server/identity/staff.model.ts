import { model, Schema, type Types } from 'mongoose';
import { sealedSchema } from '#server/platform/sealed.schema.ts';
import type { Sealed } from '#server/platform/secrets.ts';
import { PERMISSIONS, type Permission } from '#shared/domain/permissions.ts';

/** A role: a name for a set of permissions, kept as data. */
export interface Role {
  _id: string;
  uk: string;
  permissions: Permission[];
  /** Whoever has it must sign in with a second factor. */
  needsTotp: boolean;
  /** Rises with each change: a change names the state that it was made to. */
  version: number;
  /** When last somebody changed who may manage staff, or gave the role to somebody: two such changes at once then conflict. */
  guardedAt: Date | null;
}
const words = { type: String, required: true } as const;
const options = { autoIndex: false, versionKey: false, strict: 'throw' } as const;
export const RoleModel = model(
  'Role',
  new Schema<Role>(
    {
      _id: words,
      uk: words,
      permissions: [{ type: String, enum: [...PERMISSIONS] }],
      needsTotp: { type: Boolean, default: false },
      version: { type: Number, default: 1 },
      guardedAt: { type: Date, default: null },
    },
    options,
  ),
  'roles',
);

/** A second factor by time (RFC 6238). */
export interface Totp {
  secret: Sealed;
  /** Null until a first code has shown that the phone has it. */
  confirmedAt: Date | null;
  /** The time step of the last code that was taken; it and all before it are spent. */
  lastStep: number;
  /** Keyed hashes of the recovery codes that are left. */
  recoveryHashes: string[];
}
/** A member of staff. */
export interface Staff {
  _id: Types.ObjectId;
  login: string;
  /** Argon2id, with its own salt and costs in it. */
  passwordHash: string;
  name: string;
  post: string;
  departmentId: Types.ObjectId | null;
  /** Of their work, where the city's own letters go; null where none was given. */
  email: string | null;
  /** Who is told when their dates come near; nobody is above themselves, by whatever steps. */
  superiorId: Types.ObjectId | null;
  /** When last somebody was put under them or below: two such changes at once then conflict. */
  guardedAt: Date | null;
  roles: string[];
  isLocked: boolean;
  /** Until when a one-time password may be used, which must be changed at once; null for a password of their own. */
  oneTimeUntil: Date | null;
  totp: Totp | null;
}
const totpSchema = new Schema<Totp>(
  {
    secret: { type: sealedSchema, required: true },
    confirmedAt: { type: Date, default: null },
    lastStep: { type: Number, required: true },
    recoveryHashes: [String],
  },
  { _id: false },
);
export const StaffModel = model(
  'Staff',
  new Schema<Staff>(
    {
      login: words,
      passwordHash: words,
      name: words,
      post: words,
      departmentId: { type: Schema.Types.ObjectId, default: null },
      email: { type: String, default: null },
      superiorId: { type: Schema.Types.ObjectId, default: null },
      guardedAt: { type: Date, default: null },
      roles: [String],
      isLocked: { type: Boolean, default: false },
      oneTimeUntil: { type: Date, default: null },
      totp: { type: totpSchema, default: null },
    },
    options,
  ),
  'staff',
);
