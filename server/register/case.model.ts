import { model, Schema, type Types } from 'mongoose';
import { type Clock, clockSchema } from '#server/deadlines/index.ts';
import type { Point } from '#shared/contract/fields.ts';
import type {
  Accuracy,
  AnswerResult,
  CaseMark,
  Channel,
  ControlKind,
  LinkKind,
  Priority,
  Procedure,
} from '#shared/domain/appeal.ts';
import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import type { PublicationState } from '#shared/domain/publication.ts';

/** Where a case is about; all null where it is about no place. */
export interface CasePlace {
  address: string | null;
  description: string | null;
  /** Only where the accuracy is `house`. */
  point: Point | null;
  accuracy: Accuracy;
  streetId: string | null;
  districtCode: string | null;
}
/** All that public paths may read; nobody's rights to the case itself depend on it. */
export interface Publication {
  state: PublicationState;
  text: string | null;
  answer: string | null;
  photoIds: Types.ObjectId[];
  /** Rounded as the category asks, on a fixed grid. */
  point: Point | null;
  /** Where the place is public infrastructure. */
  address: string | null;
  districtCode: string | null;
  at: Date | null;
  visibleFrom: Date | null;
  byId: string | null;
}
/** Nothing of it is for others to see. */
export const UNPUBLISHED: Publication = {
  state: 'none',
  text: null,
  answer: null,
  photoIds: [],
  point: null,
  address: null,
  districtCode: null,
  at: null,
  visibleFrom: null,
  byId: null,
};
/** Fields of the classifier of appeals (CMU 858) that a card must have; others may be unknown. */
export interface Classification {
  questionGroup: number;
  /** Section 1: by what way it was received. */
  receiptForm: string;
  /** Section 2: `2.1` first, … */
  recurrence: string;
  /** Section 5: `5.1` individual, … */
  subject: string;
  /** Section 6: `6.2` letter, `6.3` oral, `6.4` electronic. */
  type: string;
  /** Section 4; null where it is not known. */
  sex: string | null;
  /** Section 7, any number of them. */
  authorCategories: string[];
  /** Section 8; null where it is not known. */
  socialStatus: string | null;
}
/** Who does it: the main executor answers, the others help; `dueOn` is a date inside the house. */
export interface Executor {
  departmentId: Types.ObjectId;
  role: 'main' | 'co';
  dueOn: LegalDate | null;
  /** When the resolution came to them; absent in rows from before it was kept. */
  since?: Date | null;
}
/** Who watches a case, from registration until it is removed from control. */
export interface Control {
  kind: ControlKind;
  setById: string;
  setAt: Date;
  removedById: string | null;
  removedAt: Date | null;
}
/** What a signed answer promised to do by a date: a clock beside the law's, which the answer has met. */
export interface CasePromise {
  on: LegalDate;
  keptOn: LegalDate | null;
  /** The dates before it, each moved with a reason that its document keeps. */
  moved: LegalDate[];
}
/** What a case of past years was in the register that it came from. */
export interface PastRecord {
  /** The name of that register. */
  source: string;
  /** Its one row there: an import that runs again knows it by this. */
  key: string;
  /** Its registration index there, in no series of ours. */
  index: string;
}
/** How this case stands to another. */
export interface CaseLink {
  kind: LinkKind;
  id: Types.ObjectId;
}

/** What every case has, whatever its regime. Here lies shape, not rules; who filed or joined it is in `case_participants`. */
export interface Case {
  _id: Types.ObjectId;
  regime: string;
  /** Public, for life. */
  number: string;
  /** Given at registration (CMU 348); on the card, in the journal and letters, in no page, text or public API. */
  registrationIndex: { year: number; series: string; seq: number } | null;
  channel: Channel;
  receivedAt: Date;
  status: string;
  clocks: Clock[];
  /** Of the governing unmet clock; null when the law waits for nothing. */
  dueOn: LegalDate | null;
  executors: Executor[];
  categoryCode: string;
  questionGroup: number;
  classification: Classification | null;
  place: CasePlace;
  /** What the signed answer came to, and the document that says it. */
  result: AnswerResult | null;
  answeredOn: LegalDate | null;
  answerId: Types.ObjectId | null;
  /** When each public state was first reached. */
  steps: { status: string; at: Date }[];
  publication: Publication;
  priority: Priority;
  /** How many people brought it: the applicant, and those who joined. */
  applicants: number;
  /** When the applicant said that it is not settled, until somebody other than its executor has looked into that. */
  reopenRequestedAt: Date | null;
  /** When the applicant was asked for something that they have not sent yet; it stops no clock. */
  awaitingApplicantSince: Date | null;
  /** Written by what proves contacts and hears of texts, never by a verb. */
  marks: CaseMark[];
  control: Control | null;
  promise: CasePromise | null;
  procedure: Procedure;
  links: CaseLink[];
  /** Of a case that came in from a register of past years; null for our own. */
  past: PastRecord | null;
  /** Where a merged case comes back to. */
  statusBefore: string | null;
  /** The key and version that the access code is derived with. */
  accessKeyId: string;
  accessVersion: number;
  /** Of the law's numbers that its dates were reckoned by. */
  settingsVersion: number;
  /** Raised by verbs only, never by receipts or read marks. */
  version: number;
}

const part = <T>(shape: ConstructorParameters<typeof Schema<T>>[0]) => new Schema<T>(shape, { _id: false });
const text = { type: String, required: true } as const;
const words = { type: String, default: null } as const;
const number = { type: Number, required: true } as const;
const { ObjectId } = Schema.Types;
const point = part<Point>({ type: { type: String, enum: ['Point'], required: true }, coordinates: [Number] });
const executor = part<Executor>({
  departmentId: ObjectId,
  role: text,
  dueOn: words,
  since: { type: Date, default: null },
});
const control = part<Control>({
  kind: text,
  setById: text,
  setAt: { type: Date, required: true },
  removedById: words,
  removedAt: { type: Date, default: null },
});
const promise = part<CasePromise>({ on: text, keptOn: words, moved: [String] });
const link = part<CaseLink>({ kind: text, id: ObjectId });
const past = part<PastRecord>({ source: text, key: text, index: text });
const place = part<CasePlace>({
  address: words,
  description: words,
  point: { type: point, default: null },
  accuracy: text,
  streetId: words,
  districtCode: words,
});
const moment = { type: Date, default: null } as const;
const publication = part<Publication>({
  state: text,
  text: words,
  answer: words,
  photoIds: [ObjectId],
  point: { type: point, default: null },
  address: words,
  districtCode: words,
  at: moment,
  visibleFrom: moment,
  byId: words,
});
const classification = part<Classification>({
  questionGroup: number,
  receiptForm: text,
  recurrence: text,
  subject: text,
  type: text,
  sex: words,
  authorCategories: [String],
  socialStatus: words,
});
const index = part<NonNullable<Case['registrationIndex']>>({ year: number, series: text, seq: number });

const schema = new Schema<Case>(
  {
    number: text,
    registrationIndex: { type: index, default: null },
    channel: text,
    receivedAt: { type: Date, required: true },
    status: text,
    clocks: [clockSchema],
    dueOn: words,
    executors: [executor],
    categoryCode: text,
    questionGroup: number,
    classification: { type: classification, default: null },
    place: { type: place, required: true },
    result: words,
    answeredOn: words,
    answerId: { type: ObjectId, default: null },
    steps: [part<Case['steps'][number]>({ status: text, at: { type: Date, required: true } })],
    publication: { type: publication, required: true },
    priority: { type: String, default: 'none' },
    applicants: { type: Number, default: 1 },
    reopenRequestedAt: moment,
    awaitingApplicantSince: moment,
    marks: [String],
    control: { type: control, default: null },
    promise: { type: promise, default: null },
    procedure: { type: String, default: 'appeal' },
    links: [link],
    past: { type: past, default: null },
    statusBefore: words,
    accessKeyId: text,
    accessVersion: number,
    settingsVersion: number,
    version: number,
  },
  { discriminatorKey: 'regime', versionKey: false, autoIndex: false, strict: 'throw' },
);

/** Every regime is a discriminator of this one collection; its indexes are made by migrations. */
export const CaseModel = model('Case', schema, 'cases');
