import { randomBytes } from 'node:crypto';
import { model, Schema, Types } from 'mongoose';
import { crockford } from '#server/platform/secrets.ts';
import { REPLY_WAYS, type ReplyWay } from '#shared/domain/appeal.ts';

/** A consent to something that handling does not need: its purpose, the wording's version, when and how it was given (Law 2297-VI, art. 8). */
export interface Consent {
  purpose: 'sms' | 'publication';
  textVersion: number;
  at: Date;
  channel: string;
}
/** Somebody's part in a case. */
export interface Participant {
  _id: Types.ObjectId;
  caseId: Types.ObjectId;
  personId: Types.ObjectId;
  role: 'applicant' | 'coAuthor' | 'signatory' | 'representative';
  joinedFrom: string | null;
  replyOwed: boolean;
  replyBy: ReplyWay;
  consents: Consent[];
  /** When texts were turned off by the short link; null while they are on. */
  smsOffAt: Date | null;
  /** Seven Crockford characters of the short link in texts; opens statuses and dates only. */
  link: string;
  /** The phone's owner said that the case is not theirs. */
  detachedAt: Date | null;
}
const date = { type: Date, default: null } as const;
const { ObjectId } = Schema.Types;

export const ParticipantModel = model(
  'CaseParticipant',
  new Schema<Participant>(
    {
      caseId: { type: ObjectId, required: true },
      personId: { type: ObjectId, required: true },
      role: { type: String, required: true },
      joinedFrom: { type: String, default: null },
      replyOwed: { type: Boolean, required: true },
      replyBy: { type: String, enum: [...REPLY_WAYS], required: true },
      consents: [
        new Schema<Consent>({ purpose: String, textVersion: Number, at: Date, channel: String }, { _id: false }),
      ],
      smsOffAt: date,
      link: { type: String, required: true },
      detachedAt: date,
    },
    { autoIndex: false, versionKey: false, strict: 'throw' },
  ),
  'case_participants',
);

/** The applicant's part in a new case. 35 random bits make the link; a clash is refused by its unique index and tried again. */
export const newApplicant = (
  caseId: Types.ObjectId,
  personId: Types.ObjectId,
  { replyBy, consents }: Pick<Participant, 'replyBy' | 'consents'>,
): Participant => ({
  _id: new Types.ObjectId(),
  caseId,
  personId,
  role: 'applicant',
  joinedFrom: null,
  replyOwed: true,
  replyBy,
  consents,
  smsOffAt: null,
  link: crockford(randomBytes(7), 7),
  detachedAt: null,
});
/** Whether this part's texts are wanted: consent given, and not turned off since. */
export const wantsSms = ({ consents, smsOffAt, detachedAt }: Participant): boolean =>
  consents.some(({ purpose }) => purpose === 'sms') && !smsOffAt && !detachedAt;
