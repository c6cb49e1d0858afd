import { model, Schema, type Types } from 'mongoose';
import { type Clock, clockSchema } from '#server/deadlines/index.ts';
import { sealedSchema } from '#server/platform/sealed.schema.ts';
import type { Sealed } from '#server/platform/secrets.ts';
import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import type { PetitionDecision, RejectionReason } from '#shared/domain/petition.ts';
import type { PetitionStatus } from '#shared/domain/petition-workflow.ts';

/** Who wrote a petition: the name is public by law once it is published (art. 23-1), how to reach them never is. */
export interface Initiator {
  lastName: string;
  firstName: string;
  patronymic: string | null;
  email: Sealed;
  emailHash: string;
  /** Where they left a mobile, for texts about the petition. */
  phone: Sealed | null;
  /** When a code proved that it is theirs; until then no text goes to it. */
  phoneProvedAt: Date | null;
  /** The consent to texts, with the version of its words (Law 2297-VI, art. 8). */
  smsConsent: { textVersion: number; at: Date } | null;
}
/** The signatures that count, by method, and how many entries of the list said that one counts no longer. */
export interface PetitionTally {
  eid: number;
  sms: number;
  removed: number;
}
/** What a moderator would word otherwise, and when the author changed the words after it. */
export interface Suggestion {
  text: string;
  at: Date;
  byId: string;
  revisedAt: Date | null;
}
/** One time that signatures were removed as fraud: history knows how many, the reason in words lies here alone. */
export interface RemovalNote {
  id: string;
  at: Date;
  byId: string;
  count: number;
  explanation: string;
}
/** What the council promised to do by a date. */
export interface FollowUp {
  on: LegalDate;
  what: string;
  keptOn: LegalDate | null;
}
/** What the council answered. */
export interface PetitionAnswer {
  decision: PetitionDecision;
  reasons: string;
  measures: string | null;
  unit: string | null;
  followUps: FollowUp[];
  at: Date;
}
/** The civic association that collected the signatures on its own site and sent the petition to the council (Law 393/96-ВР, art. 23-1); all of it as it says itself. */
export interface Collector {
  /** What letters know it by; younger than the petition's own id. */
  id: string;
  name: string;
  email: Sealed;
  /** Its page with those who signed. */
  url: string;
  startedOn: LegalDate;
  sentOn: LegalDate;
  receivedOn: LegalDate;
  signatures: number;
}
/** An electronic petition to the council (Law 393/96-ВР, art. 23-1). Its signatures lie apart, and their count with the windows that seal them. */
export interface Petition {
  _id: Types.ObjectId;
  /** Public, given when it is sent; few digits. Null until then. */
  number: number | null;
  status: PetitionStatus;
  title: string;
  essence: string;
  demand: string;
  /** History names the words by their digest under this salt. */
  textSalt: string;
  /** Stems of all its words: what searches and the question for similar ones ask. */
  stems: string[];
  initiator: Initiator;
  /** The code that its author was sent last, until it is confirmed. */
  codeId: string | null;
  /** The one that was sent to the author's phone, until it is proved. */
  phoneCodeId: string | null;
  createdAt: Date;
  submittedAt: Date | null;
  publishedAt: Date | null;
  /** The last day of collection, to its end in Kyiv; where an association collects, as it says. */
  endsOn: LegalDate | null;
  /** As the charter had it on the day of publication, with all else that it sets; where an association collects, on the day it began. */
  threshold: number | null;
  charterVersion: number | null;
  clocks: Clock[];
  /** Of the term that ends first; null while the law waits for nothing. */
  dueOn: LegalDate | null;
  /** When four fifths of the threshold were there: the council was told then. */
  nearedAt: Date | null;
  reachedAt: Date | null;
  /** The oldest first. */
  suggestions: Suggestion[];
  rejection: { reason: RejectionReason; explanation: string } | null;
  /** The number of the one that it was merged into. */
  mergedInto: number | null;
  /** The day on which the review ended. */
  reviewedOn: LegalDate | null;
  /** The hearing by which the author had the review prolonged. */
  hearingOn: LegalDate | null;
  answer: PetitionAnswer | null;
  /** The signatures that count, and the last window that was sealed: written by the sealer alone. */
  tally: PetitionTally;
  windows: number;
  removals: RemovalNote[];
  /** The public number of the appeal that it became. */
  appealNumber: string | null;
  /** Absent where the signatures are given here. */
  collectedBy?: Collector;
  /** The edition of the numbers of law by which the term that runs is reckoned. */
  settingsVersion: number;
  /** Raised by each verb. */
  version: number;
}

const part = <T>(shape: ConstructorParameters<typeof Schema<T>>[0]) => new Schema<T>(shape, { _id: false });
const text = { type: String, required: true } as const;
const words = { type: String, default: null } as const;
const count = { type: Number, default: null } as const;
const moment = { type: Date, default: null } as const;
const date = { type: Date, required: true } as const;
const whole = { type: Number, required: true } as const;
export const tallySchema = part<PetitionTally>({ eid: whole, sms: whole, removed: whole });
const initiator = part<Initiator>({
  lastName: text,
  firstName: text,
  patronymic: words,
  email: { type: sealedSchema, required: true },
  emailHash: text,
  phone: { type: sealedSchema, default: null },
  phoneProvedAt: moment,
  smsConsent: {
    type: part<NonNullable<Initiator['smsConsent']>>({ textVersion: whole, at: date }),
    default: null,
  },
});
const suggestion = part<Suggestion>({ text, at: date, byId: text, revisedAt: moment });
const removalNote = part<RemovalNote>({ id: text, at: date, byId: text, count: whole, explanation: text });
const answer = part<PetitionAnswer>({
  decision: text,
  reasons: text,
  measures: words,
  unit: words,
  followUps: [part<FollowUp>({ on: text, what: text, keptOn: words })],
  at: date,
});
const collector = part<Collector>({
  id: text,
  name: text,
  email: { type: sealedSchema, required: true },
  url: text,
  startedOn: text,
  sentOn: text,
  receivedOn: text,
  signatures: whole,
});
const schema = new Schema<Petition>(
  {
    number: count,
    status: text,
    title: text,
    essence: text,
    demand: text,
    textSalt: text,
    stems: [String],
    initiator: { type: initiator, required: true },
    codeId: words,
    phoneCodeId: words,
    createdAt: date,
    submittedAt: moment,
    publishedAt: moment,
    endsOn: words,
    threshold: count,
    charterVersion: count,
    clocks: [clockSchema],
    dueOn: words,
    nearedAt: moment,
    reachedAt: moment,
    suggestions: [suggestion],
    rejection: {
      type: part<NonNullable<Petition['rejection']>>({ reason: text, explanation: text }),
      default: null,
    },
    mergedInto: count,
    reviewedOn: words,
    hearingOn: words,
    answer: { type: answer, default: null },
    tally: { type: tallySchema, required: true },
    windows: whole,
    removals: [removalNote],
    appealNumber: words,
    collectedBy: { type: collector },
    settingsVersion: whole,
    version: whole,
  },
  { autoIndex: false, versionKey: false, strict: 'throw' },
);
/** Petitions; their indexes are made by migrations. */
export const PetitionModel = model('Petition', schema, 'petitions');
