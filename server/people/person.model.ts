import { model, Schema, type Types } from 'mongoose';
import { sealedSchema } from '#server/platform/sealed.schema.ts';
import type { Sealed } from '#server/platform/secrets.ts';

/** An applicant as stated in one filing, never a shared identity. Contacts are encrypted and found by keyed hashes. */
export interface Person {
  _id: Types.ObjectId;
  lastName: string;
  firstName: string;
  patronymic: string | null;
  /** Null for a representative. */
  residence: Sealed | null;
  phone: Sealed | null;
  email: Sealed | null;
  landline: Sealed | null;
  postal: Sealed | null;
  phoneHash: string | null;
  emailHash: string | null;
  /** Of the name and the home as they are compared: finds the same author where no phone or address tells. */
  homeHash: string | null;
  /** When the phone was proved by a code, or vouched for by the operator who took the call. */
  phoneVerifiedAt: Date | null;
  /** When the address was proved by a code. */
  emailVerifiedAt: Date | null;
  createdAt: Date;
}
const box = { type: sealedSchema, default: null };
const words = { type: String, required: true } as const;
const hash = { type: String, default: null } as const;

/** What people said of themselves; nothing here is ever public. */
export const PersonModel = model(
  'Person',
  new Schema<Person>(
    {
      lastName: words,
      firstName: words,
      patronymic: { type: String, default: null },
      residence: box,
      phone: box,
      email: box,
      landline: box,
      postal: box,
      phoneHash: hash,
      emailHash: hash,
      homeHash: hash,
      phoneVerifiedAt: { type: Date, default: null },
      emailVerifiedAt: { type: Date, default: null },
      createdAt: { type: Date, required: true },
    },
    { autoIndex: false, versionKey: false, strict: 'throw' },
  ),
  'people',
);
