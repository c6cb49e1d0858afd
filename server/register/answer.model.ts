import { model, Schema, type Types } from 'mongoose';
import { ANSWER_RESULTS, type AnswerResult } from '#shared/domain/appeal.ts';
import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import type { SignatureCheck, SigningMethod } from '#shared/domain/signature.ts';

/** The letter as it was sent for signature; these bytes are what is signed, whatever is printed later. */
export interface KeptLetter {
  /** In the store. */
  fileId: string;
  bytes: number;
  /** SHA-256, SHA-384 and SHA-512 of its bytes, in hexadecimal: a signature names the letter by one of them. */
  digests: string[];
}
/** A signature file, a container or a scan, as it lies in the store, and what was found out of it. */
export interface SignedFileFacts {
  fileId: string;
  name: string;
  type: string;
  bytes: number;
  /** Of its bytes, in hexadecimal. */
  sha256: string;
  method: Exclude<SigningMethod, 'oral'>;
  check: SignatureCheck;
  /** As the certificates in it say. */
  signers: { name: string | null; serial: string | null; signedAt: Date | null }[];
}
/** A signature under an answer; `file` is null for an oral one, and for those of before files were kept. */
export interface AnswerSignature {
  byId: string;
  signatory: string;
  method: SigningMethod;
  outgoingNumber: string;
  on: LegalDate;
  file: SignedFileFacts | null;
}
/** An answer, from its draft to the signed letter. Its words lie here, so that history names them by a salted digest alone. */
export interface Answer {
  _id: Types.ObjectId;
  caseId: Types.ObjectId;
  text: string;
  result: AnswerResult;
  /** How to contest it; a refusal must say so (Law 393/96-ВР, art. 15(4)). */
  appealRoute: string | null;
  /** The date until which it promises to do what it tells of. */
  followUpOn: LegalDate | null;
  /** The version of the template from which it was written. */
  template: { id: string; version: number } | null;
  salt: string;
  digest: string;
  draftedById: string;
  draftedAt: Date;
  /** Null until it is made: as soon as the answer is sent for signature, or at the first reading after that. */
  letter: KeptLetter | null;
  signed: AnswerSignature | null;
}
const words = { type: String, required: true } as const;
const number = { type: Number, required: true } as const;
const optional = { type: String, default: null } as const;
const letter = new Schema<KeptLetter>({ fileId: words, bytes: number, digests: [String] }, { _id: false });
const signer = new Schema<SignedFileFacts['signers'][number]>(
  { name: optional, serial: optional, signedAt: { type: Date, default: null } },
  { _id: false },
);
/** The shape of a signed file's facts, for whatever documents hold them. */
export const SIGNED_FILE_FIELDS = {
  fileId: words,
  name: words,
  type: words,
  bytes: number,
  sha256: words,
  method: words,
  check: words,
  signers: [signer],
} as const;
const file = new Schema<SignedFileFacts>(SIGNED_FILE_FIELDS, { _id: false });

export const AnswerModel = model(
  'Answer',
  new Schema<Answer>(
    {
      caseId: { type: Schema.Types.ObjectId, required: true },
      text: words,
      result: { type: String, enum: [...ANSWER_RESULTS], required: true },
      appealRoute: { type: String, default: null },
      followUpOn: { type: String, default: null },
      template: {
        type: new Schema({ id: words, version: { type: Number, required: true } }, { _id: false }),
        default: null,
      },
      salt: words,
      digest: words,
      draftedById: words,
      draftedAt: { type: Date, required: true },
      letter: { type: letter, default: null },
      signed: {
        type: new Schema<AnswerSignature>(
          {
            byId: words,
            signatory: words,
            method: words,
            outgoingNumber: words,
            on: words,
            file: { type: file, default: null },
          },
          { _id: false },
        ),
        default: null,
      },
    },
    { autoIndex: false, versionKey: false, strict: 'throw' },
  ),
  'answers',
);
