import { model, type QueryFilter, Schema, type Types } from 'mongoose';
import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import { PERMISSIONS, type Permission } from '#shared/domain/permissions.ts';

/** That somebody works in a colleague's place for some days (заміщення), with so much of what that colleague's roles allow. */
export interface Delegation {
  _id: Types.ObjectId;
  /** Whose rights they are. */
  giverId: Types.ObjectId;
  takerId: Types.ObjectId;
  permissions: Permission[];
  /** Days in Kyiv, both included. */
  from: LegalDate;
  to: LegalDate;
  /** The order that says so, as it was typed. */
  reason: string;
  madeAt: Date;
  /** When it was taken back before its last day; null where it was not. */
  revokedAt: Date | null;
}
const required = { type: String, required: true } as const;
const person = { type: Schema.Types.ObjectId, required: true } as const;

/** Kept for good: history names them. */
export const DelegationModel = model(
  'Delegation',
  new Schema<Delegation>(
    {
      giverId: person,
      takerId: person,
      permissions: [{ type: String, enum: [...PERMISSIONS] }],
      from: required,
      to: required,
      reason: required,
      madeAt: { type: Date, required: true },
      revokedAt: { type: Date, default: null },
    },
    { autoIndex: false, versionKey: false, strict: 'throw' },
  ),
  'delegations',
);
/** Those that count on a day; nothing has to be done for one to end. */
export const inForceOn = (day: LegalDate) =>
  ({ revokedAt: null, from: { $lte: day }, to: { $gte: day } }) satisfies QueryFilter<Delegation>;
