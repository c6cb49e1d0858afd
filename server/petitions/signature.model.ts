import { model, Schema, type Types } from 'mongoose';
import { sealedSchema } from '#server/platform/sealed.schema.ts';
import type { Sealed } from '#server/platform/secrets.ts';
import type { RemovalReason, SigningMethod, Suspicion } from '#shared/domain/petition.ts';
import { type PetitionTally, tallySchema } from './petition.model.ts';

/** Of the words by which signers agree to news; raised when they change. */
export const NEWS_TEXTS = 1;
/** Where a signer wishes news of the petition: a contact that they proved, sealed to the signature, and the consent (Law 2297-VI, art. 8). */
export interface SignerNews {
  kind: 'phone' | 'email';
  contact: Sealed;
  consent: { textVersion: number; at: Date };
}
/**
 * One person's signature: inserted once, and its own outbox row. A unique index over (petition, each key) keeps a person from signing
 * twice, whatever of the person's keys is known; who took it back has none.
 */
export interface PetitionSignature {
  _id: Types.ObjectId;
  petitionId: Types.ObjectId;
  lastName: string;
  firstName: string;
  patronymic: string | null;
  at: Date;
  method: SigningMethod;
  /** Keyed hashes of all that is known of the person: taxpayer number, demographic number, phone. Absent once it counts no longer. */
  keys?: string[];
  /** Makes the leaf of the public tree impossible to guess back once the name is gone. */
  salt: string;
  /** The window in which it was sealed; null until the sealer comes, 0 while it waits for a moderator. */
  window: number | null;
  /** Why it waits for a moderator, or did; empty for most. */
  held: Suspicion[];
  /** Keyed hashes of the network and of the range of numbers that it came from: bursts are seen by them. */
  network: string;
  range: string | null;
  /** Null for no news. */
  news: SignerNews | null;
}
/** That a signature counts no longer: public, counted, and never undone. */
export interface SignatureRemoval {
  _id: Types.ObjectId;
  petitionId: Types.ObjectId;
  signatureId: Types.ObjectId;
  reason: RemovalReason;
  at: Date;
  /** The moderator; null where the signer did it. */
  byId: string | null;
  window: number | null;
}
/**
 * So many entries in a row, closed together: what the public list and its proofs are made of. Entries are in the order of their
 * sealing, signatures first; all windows of a petition put one after another are the leaves of its tree (RFC 6962).
 */
export interface PetitionWindow {
  _id: Types.ObjectId;
  petitionId: Types.ObjectId;
  /** The petition's: live pages know it by that. */
  number: number;
  /** From 1, without gaps. */
  n: number;
  /** Entries before it. */
  from: number;
  /** How many of its entries are signatures; the rest are removals. */
  signed: number;
  /** Twelve bytes of id, and thirty-two of leaf, for each entry. */
  ids: Buffer;
  leaves: Buffer;
  /** The tree after it: its size, right edge and root. */
  size: number;
  peaks: Buffer[];
  root: Buffer;
  tally: PetitionTally;
  at: Date;
}
const text = { type: String, required: true } as const;
const words = { type: String, default: null } as const;
const number = { type: Number, required: true } as const;
const date = { type: Date, required: true } as const;
const bytes = { type: Buffer, required: true } as const;
const id = { type: Schema.Types.ObjectId, required: true } as const;
const window = { type: Number, default: null } as const;
const options = { autoIndex: false, versionKey: false, strict: 'throw' } as const;

export const SignatureModel = model(
  'PetitionSignature',
  new Schema<PetitionSignature>(
    {
      petitionId: id,
      lastName: text,
      firstName: text,
      patronymic: words,
      at: date,
      method: text,
      keys: { type: [String], default: undefined },
      salt: text,
      window,
      held: [String],
      network: text,
      range: words,
      news: {
        type: new Schema<SignerNews>(
          {
            kind: text,
            contact: { type: sealedSchema, required: true },
            consent: new Schema<SignerNews['consent']>({ textVersion: number, at: date }, { _id: false }),
          },
          { _id: false },
        ),
        default: null,
      },
    },
    options,
  ),
  'petition_signatures',
);
export const RemovalModel = model(
  'SignatureRemoval',
  new Schema<SignatureRemoval>(
    { petitionId: id, signatureId: id, reason: text, at: date, byId: words, window },
    options,
  ),
  'petition_removals',
);
/** Where windows lie: live pages follow what is put there. */
export const PETITION_WINDOWS = 'petition_windows';
export const WindowModel = model(
  'PetitionWindow',
  new Schema<PetitionWindow>(
    {
      petitionId: id,
      number,
      n: number,
      from: number,
      signed: number,
      ids: bytes,
      leaves: bytes,
      size: number,
      peaks: [Buffer],
      root: bytes,
      tally: { type: tallySchema, required: true },
      at: date,
    },
    options,
  ),
  PETITION_WINDOWS,
);
