import { model, Schema } from 'mongoose';

/** Failed tries at signing in that are counted together; `_id` is a keyed hash of what they have in common. */
export interface SignInDelay {
  _id: string;
  failures: number;
  /** Nothing is tried before. */
  until: Date;
  /** When all is forgotten; MongoDB drops the row then. */
  expiresAt: Date;
}
const date = { type: Date, required: true } as const;
/** Kept in the database, so that neither a restart nor another process gives new tries. */
export const SignInDelayModel = model(
  'SignInDelay',
  new Schema<SignInDelay>(
    { _id: { type: String, required: true }, failures: { type: Number, required: true }, until: date, expiresAt: date },
    { autoIndex: false, versionKey: false, strict: 'throw' },
  ),
  'sign_in_delays',
);
