import { model, Schema } from 'mongoose';

/** Codes that are counted together in one stretch of time; `_id` is a keyed hash of what they have in common and of that stretch. */
export interface CodeCount {
  _id: string;
  count: number;
  /** When the stretch is over; MongoDB drops the row then. */
  expiresAt: Date;
}
/** Kept in the database, so that all processes count together and a restart forgets nothing. */
export const CodeCountModel = model(
  'CodeCount',
  new Schema<CodeCount>(
    {
      _id: { type: String, required: true },
      count: { type: Number, required: true },
      expiresAt: { type: Date, required: true },
    },
    { autoIndex: false, versionKey: false, strict: 'throw' },
  ),
  'code_counts',
);
