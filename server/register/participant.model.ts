import { model, Schema, Types } from 'mongoose';
import { sealedSchema } from '#server/platform/sealed.schema.ts';
import { crockford, currentKey, freshBytes, type Sealed, sealContact } from '#server/platform/secrets.ts';
import { type PartRole, REPLY_WAYS, type ReplyWay } from '#shared/domain/appeal.ts';
import type { MessageKind } from '#shared/domain/message-kinds.ts';

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
  role: PartRole;
  /** `page` for one who joined a published case; null for those who were there from the start. */
  joinedFrom: 'page' | null;
  replyOwed: boolean;
  replyBy: ReplyWay;
  consents: Consent[];
  /** When texts were turned off; null while they are on. */
  smsOffAt: Date | null;
  /** When letters were turned off; null while they are on. */
  emailOffAt: Date | null;
  /** Kinds of texts that were turned off. */
  mutedKinds: MessageKind[];
  /** Seven Crockford characters of the short link in texts; opens statuses and dates only. */
  link: string;
  /** Key of the access code of one who joined; null for the applicant, who holds the case's own. */
  accessKeyId: string | null;
  /** Of somebody who helped to fill it in, sealed to this row: no contact of the applicant's, and nobody finds the case by it. */
  helperPhone: Sealed | null;
  /** By what paper a representative acts (art. 16). */
  basis: string | null;
  /** The phone's owner said that the case is not theirs. */
  detachedAt: Date | null;
  /** The e-mail address's owner said so. */
  emailDetachedAt: Date | null;
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
      emailOffAt: date,
      mutedKinds: [String],
      link: { type: String, required: true },
      accessKeyId: { type: String, default: null },
      helperPhone: { type: sealedSchema, default: null },
      basis: { type: String, default: null },
      detachedAt: date,
      emailDetachedAt: date,
    },
    { autoIndex: false, versionKey: false, strict: 'throw' },
  ),
  'case_participants',
);

/** What somebody wishes who takes part in a case; `id` where the row's id is decided elsewhere. */
type Wishes = Pick<Participant, 'replyBy' | 'consents'> & { id?: Types.ObjectId };
/** What is the same in every new part. 35 random bits make the link; a clash is refused by its unique index and tried again. */
const newPart = (
  caseId: Types.ObjectId,
  personId: Types.ObjectId,
  { replyBy, consents, id = new Types.ObjectId() }: Wishes,
): Participant => ({
  _id: id,
  caseId,
  personId,
  role: 'applicant',
  joinedFrom: null,
  replyOwed: true,
  replyBy,
  consents,
  smsOffAt: null,
  emailOffAt: null,
  mutedKinds: [],
  link: crockford(freshBytes(7), 7),
  accessKeyId: null,
  helperPhone: null,
  basis: null,
  detachedAt: null,
  emailDetachedAt: null,
});
/** The applicant's part in a new case. */
export function newApplicant(
  caseId: Types.ObjectId,
  personId: Types.ObjectId,
  { helperPhone, ...wishes }: Wishes & { helperPhone?: string | undefined },
): Participant {
  const part = newPart(caseId, personId, wishes);
  return helperPhone ? { ...part, helperPhone: sealContact(helperPhone, String(part._id)) } : part;
}
/** The part of one who files together with the applicant, or joins later: an answer and an access code of their own (arts. 15, 18). */
export const newCoAuthor = (
  caseId: Types.ObjectId,
  personId: Types.ObjectId,
  wishes: Wishes & { joinedFrom?: Participant['joinedFrom'] },
): Participant => ({
  ...newPart(caseId, personId, wishes),
  role: 'coAuthor',
  joinedFrom: wishes.joinedFrom ?? null,
  accessKeyId: currentKey('access-code'),
});
/** The part of one who signed a petition that became a case (Law 393/96-ВР, arts. 5, 23-1): told where they wished it, the answer stands on the petition's page. */
export const newSignatory = (caseId: Types.ObjectId, personId: Types.ObjectId, wishes: Wishes): Participant => ({
  ...newPart(caseId, personId, wishes),
  role: 'signatory',
  replyOwed: false,
});
/** The part of who files for the applicant, by the paper that says so; the answer is the applicant's. */
export const newRepresentative = (
  caseId: Types.ObjectId,
  personId: Types.ObjectId,
  basis: string,
  wishes: Omit<Wishes, 'consents'>,
): Participant => ({
  ...newPart(caseId, personId, { ...wishes, consents: [] }),
  role: 'representative',
  replyOwed: false,
  basis,
});
/** The same person's part in another case that is made of this one; the helper's phone stays where it was given. */
export const copyOf = (part: Participant, caseId: Types.ObjectId): Participant => ({
  ...part,
  _id: new Types.ObjectId(),
  caseId,
  link: crockford(freshBytes(7), 7),
  helperPhone: null,
});
/** Whether this part's texts are wanted: consent given, and not turned off since. */
export const wantsSms = ({ consents, smsOffAt, detachedAt }: Participant): boolean =>
  consents.some(({ purpose }) => purpose === 'sms') && !smsOffAt && !detachedAt;
