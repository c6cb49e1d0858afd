import { model, Schema, type Types } from 'mongoose';
import { sealedSchema } from '#server/platform/sealed.schema.ts';
import type { Sealed } from '#server/platform/secrets.ts';

/** What a code can prove to be somebody's. */
export type ContactKind = 'phone' | 'email';
/** A one-time code that was asked for. The six digits are derived from `_id` and never stored. */
export interface ContactCode {
  _id: Types.ObjectId;
  keyId: string;
  kind: ContactKind;
  /** The phone or the address that it goes to. */
  contact: Sealed;
  contactHash: string;
  tries: number;
  createdAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
}
const date = { type: Date, required: true } as const;
const words = { type: String, required: true } as const;

/** Codes that are on their way or were tried; MongoDB drops old ones. */
export const ContactCodeModel = model(
  'ContactCode',
  new Schema<ContactCode>(
    {
      keyId: words,
      kind: words,
      contact: { type: sealedSchema, required: true },
      contactHash: words,
      tries: { type: Number, default: 0 },
      createdAt: date,
      expiresAt: date,
      usedAt: { type: Date, default: null },
    },
    { autoIndex: false, versionKey: false, strict: 'throw' },
  ),
  'contact_codes',
);
