import { model, Schema, type Types } from 'mongoose';
import { sealedSchema } from '#server/platform/sealed.schema.ts';
import type { Sealed } from '#server/platform/secrets.ts';

/** A one-time code that was asked for. The six digits are derived from `_id` and never stored. */
export interface PhoneCode {
  _id: Types.ObjectId;
  keyId: string;
  phone: Sealed;
  phoneHash: string;
  tries: number;
  createdAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
}
const date = { type: Date, required: true } as const;

/** Codes that are on their way or were tried; MongoDB drops old ones. */
export const PhoneCodeModel = model(
  'PhoneCode',
  new Schema<PhoneCode>(
    {
      keyId: { type: String, required: true },
      phone: { type: sealedSchema, required: true },
      phoneHash: { type: String, required: true },
      tries: { type: Number, default: 0 },
      createdAt: date,
      expiresAt: date,
      usedAt: { type: Date, default: null },
    },
    { autoIndex: false, versionKey: false, strict: 'throw' },
  ),
  'phone_codes',
);
