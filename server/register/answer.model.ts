import { model, Schema, type Types } from 'mongoose';
import { ANSWER_RESULTS, type AnswerResult } from '#shared/domain/appeal.ts';
import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';

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
  signed: { byId: string; signatory: string; method: 'paper'; outgoingNumber: string; on: LegalDate } | null;
}
const words = { type: String, required: true } as const;

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
      signed: {
        type: new Schema<NonNullable<Answer['signed']>>(
          { byId: words, signatory: words, method: words, outgoingNumber: words, on: words },
          { _id: false },
        ),
        default: null,
      },
    },
    { autoIndex: false, versionKey: false, strict: 'throw' },
  ),
  'answers',
);
