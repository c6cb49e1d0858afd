import { model, Schema, type Types } from 'mongoose';

/** What the applicant said of a signed answer: that the matter is settled, or why it is not. One for each answer. */
export interface Feedback {
  /** The answer's id. */
  _id: Types.ObjectId;
  caseId: Types.ObjectId;
  verdict: 'resolved' | 'not_resolved';
  /** Why it is not settled; history names it by its digest. */
  reason: string | null;
  salt: string;
  at: Date;
  /** When somebody who controls looked into a «not settled» without reopening the case, and who. */
  settledAt: Date | null;
  settledById: string | null;
}
const { ObjectId } = Schema.Types;

export const FeedbackModel = model(
  'Feedback',
  new Schema<Feedback>(
    {
      _id: { type: ObjectId, required: true },
      caseId: { type: ObjectId, required: true },
      verdict: { type: String, required: true },
      reason: { type: String, default: null },
      salt: { type: String, required: true },
      at: { type: Date, required: true },
      settledAt: { type: Date, default: null },
      settledById: { type: String, default: null },
    },
    { autoIndex: false, versionKey: false, strict: 'throw' },
  ),
  'feedback',
);
