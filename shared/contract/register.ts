import * as z from 'zod/mini';
import {
  ACCURACIES,
  ANSWER_RESULTS,
  BENEFITS,
  CONTROL_KINDS,
  LINK_KINDS,
  PART_ROLES,
  PRIORITIES,
  PROCEDURES,
  PUBLIC_STATUSES,
  REPLY_WAYS,
} from '#shared/domain/appeal.ts';
import { DELIVERY_CHANNELS, DELIVERY_STATES } from '#shared/domain/delivery.ts';
import { PUBLICATION_STATES, WHY_UNSEEN } from '#shared/domain/publication.ts';
import { REVEAL_REASONS } from '#shared/domain/reveal.ts';
import { VERBS } from '#shared/domain/workflow.ts';
import { AttachedFile } from './attachments.ts';
import { endpoint } from './endpoint.ts';
import { code, id, legalDate, moment, Point } from './fields.ts';
import { MoveBody } from './move.ts';
import { Signing } from './signing.ts';

/** A line of the register's lists. `status` is the workflow's, `publicStatus` what residents are told. */
export const CaseRow = z.object({
  id: id(),
  number: z.string(),
  regime: z.string(),
  status: z.string(),
  publicStatus: z.enum(PUBLIC_STATUSES),
  channel: z.string(),
  registrationIndex: z.nullable(z.string()),
  receivedAt: moment(),
  dueOn: z.nullable(legalDate()),
  isOverdue: z.boolean(),
  categoryCode: code(),
  place: z.object({ address: z.nullable(z.string()), description: z.nullable(z.string()), point: z.nullable(Point) }),
  priority: z.enum(PRIORITIES),
  /** The main executor. */
  department: z.nullable(z.object({ id: id(), name: z.string() })),
  version: z.number(),
});
export type CaseRow = z.infer<typeof CaseRow>;

/** Who brought it and how to reach them: personal data, for those who handle the case. */
const CaseApplicant = z.object({
  /** Of their part in this case. */
  id: id(),
  /** True where whoever asks does not handle the case: the rest is enough to tell people apart, and no more. */
  isMasked: z.boolean(),
  role: z.enum(PART_ROLES),
  name: z.string(),
  residence: z.string(),
  phone: z.nullable(z.string()),
  isPhoneVerified: z.boolean(),
  wantsSms: z.boolean(),
  email: z.nullable(z.string()),
  landline: z.nullable(z.string()),
  postal: z.nullable(z.string()),
  replyBy: z.enum(REPLY_WAYS),
  /** When one joined a case that was already published. */
  joined: z.boolean(),
  /** By what paper a representative acts. */
  basis: z.nullable(z.string()),
  /** Of somebody who helped to fill it in; no contact of the applicant's. */
  helperPhone: z.nullable(z.string()),
  benefit: z.nullable(z.enum(BENEFITS)),
});
/** What everybody sees of the case now, the most that may be shown, and what is suggested. */
const CasePublication = z.object({
  state: z.enum(PUBLICATION_STATES),
  text: z.nullable(z.string()),
  answer: z.nullable(z.string()),
  photoIds: z.array(id()),
  visibleFrom: z.nullable(moment()),
  ceiling: z.enum(PUBLICATION_STATES),
  suggestion: z.enum(PUBLICATION_STATES),
  /** Whether everybody sees it at this moment. */
  isVisible: z.boolean(),
  /** Why nobody does; null where everybody sees it. */
  whyUnseen: z.nullable(z.enum(WHY_UNSEEN)),
});
/** What the applicant said of the answer. */
const CaseFeedback = z.object({
  verdict: z.enum(['resolved', 'not_resolved']),
  reason: z.nullable(z.string()),
  at: moment(),
  isSettled: z.boolean(),
});
/** The answer, drafted or signed. */
const CaseAnswer = z.object({
  text: z.string(),
  result: z.enum(ANSWER_RESULTS),
  appealRoute: z.nullable(z.string()),
  draftedBy: z.string(),
  signed: z.nullable(
    z.object({ outgoingNumber: z.string(), on: legalDate(), signatory: z.string(), signing: Signing }),
  ),
});
/** One event of the case's history; `actor` is null for a visitor. */
const CaseEvent = z.object({
  kind: z.string(),
  at: moment(),
  actor: z.nullable(z.string()),
  /** Whether they have no account and came by a link. */
  isByLink: z.optional(z.boolean()),
  /** In whose place they did it (заміщення); null for their own. */
  inPlaceOf: z.nullable(z.string()),
  reasonCode: z.nullable(z.string()),
  /** The words that the move brought, as JSON of its input; null where it brought none. */
  words: z.nullable(z.string()),
});
/** How another case stands to this one, or this one to it. */
const CaseLinked = z.object({
  kind: z.enum(LINK_KINDS),
  direction: z.enum(['to', 'from']),
  id: id(),
  number: z.string(),
});
/** Who does it, by what date inside the house. */
const CaseExecutor = z.object({ departmentId: id(), role: z.enum(['main', 'co']), dueOn: z.nullable(legalDate()) });
/** One text message of the case: who was told what, and what became of it. */
const CaseDelivery = z.object({
  channel: z.enum(DELIVERY_CHANNELS),
  template: z.string(),
  state: z.enum(DELIVERY_STATES),
  at: moment(),
  /** Parts of a text that are paid for, and what they cost in kopiykas; null for a letter and for what left nobody. */
  parts: z.nullable(z.number()),
  kopiykas: z.nullable(z.number()),
});

/** A case of any regime, for staff. `fields` are the regime's own; `can` is what this viewer may do next. */
export const CaseCard = z.extend(CaseRow, {
  text: z.string(),
  fields: z.record(z.string(), z.string()),
  questionGroup: z.number(),
  accuracy: z.enum(ACCURACIES),
  districtCode: z.nullable(code()),
  /** What was answered to the category's questions, by their codes. */
  answers: z.array(z.object({ question: code(), answer: z.string() })),
  files: z.array(AttachedFile),
  publication: CasePublication,
  feedback: z.array(CaseFeedback),
  /** Those who filed it, and the first of those who joined. */
  applicants: z.array(CaseApplicant),
  /** How many people brought it, those who joined later among them. */
  applicantsInAll: z.number(),
  answer: z.nullable(CaseAnswer),
  executors: z.array(CaseExecutor),
  links: z.array(CaseLinked),
  /** When the applicant was asked for something that has not come yet. */
  awaitingApplicantSince: z.nullable(moment()),
  control: z.nullable(z.object({ kind: z.enum(CONTROL_KINDS), removedAt: z.nullable(moment()) })),
  promise: z.nullable(z.object({ on: legalDate(), keptOn: z.nullable(legalDate()) })),
  procedure: z.enum(PROCEDURES),
  /** The date of law before the term was prolonged. */
  extendedFrom: z.nullable(legalDate()),
  /** Its first and its last events, oldest first. */
  history: z.array(CaseEvent),
  /** How many events lie between those of `history`. */
  historyLeftOut: z.number(),
  deliveries: z.array(CaseDelivery),
  can: z.partialRecord(z.enum(VERBS), z.boolean()),
  /** What this viewer may do beside moving it. */
  may: z.object({
    addFiles: z.boolean(),
    revealApplicants: z.boolean(),
    switchTexts: z.boolean(),
    settleFeedback: z.boolean(),
  }),
});
export type CaseCard = z.infer<typeof CaseCard>;

/** Any verb of any regime; which one is allowed is in the card's `can`. */
export const moveCase = endpoint({
  method: 'POST',
  path: '/api/v1/register/{id}/{verb}',
  summary: 'Move a case along its workflow',
  params: z.object({ id: id(), verb: z.enum(VERBS) }),
  body: MoveBody,
  replies: { 200: CaseCard },
  problems: ['move.refused', 'version.stale'],
  permission: 'staff',
});
/** One case whole. */
export const readCase = endpoint({
  method: 'GET',
  path: '/api/v1/register/{id}',
  summary: 'One case, with its history and what may be done next',
  params: z.object({ id: id() }),
  replies: { 200: CaseCard },
  problems: [],
  permission: 'staff',
});

/** Shows masked people whole, and keeps on record who looked and why. */
export const revealApplicants = endpoint({
  method: 'POST',
  path: '/api/v1/register/{id}/reveal',
  summary: 'Show who brought a case to somebody who does not handle it; the audit keeps who looked and why',
  params: z.object({ id: id() }),
  body: z.strictObject({ reason: z.enum(REVEAL_REASONS) }),
  replies: { 200: z.object({ applicants: z.array(CaseApplicant) }) },
  problems: [],
  permission: 'person.reveal',
});

/** Turns texts to one of the applicants off or on, by their word; the history keeps who did. On needs a number that is proved. */
export const switchTexts = endpoint({
  method: 'POST',
  path: '/api/v1/register/{id}/switch-texts',
  summary: 'Turn texts about a case off or on for one of its applicants, by their word',
  params: z.object({ id: id() }),
  body: z.strictObject({ applicantId: id(), isOn: z.boolean() }),
  replies: { 200: CaseCard },
  problems: [],
  permission: 'staff',
});

/** What else was left with the contacts of those who brought a case. */
export const readOtherCases = endpoint({
  method: 'GET',
  path: '/api/v1/register/{id}/others',
  summary:
    'Other cases with the phones and addresses of those who brought this one, newest first, as far as this person may see them',
  params: z.object({ id: id() }),
  replies: { 200: z.object({ items: z.array(CaseRow), next: z.null() }) },
  problems: [],
  permission: 'staff',
});

/** Ends a «Ні, не вирішено» that gives no ground to reopen. */
export const settleFeedback = endpoint({
  method: 'POST',
  path: '/api/v1/register/{id}/feedback/settle',
  summary: 'Take a «not settled» off the list without reopening the case',
  params: z.object({ id: id() }),
  replies: { 200: CaseCard },
  problems: ['move.refused'],
  permission: 'staff',
});

/** A case that may be about the same as another, and why it may. */
export const LikeCase = z.object({
  found: CaseRow,
  metres: z.nullable(z.number()),
  isSameCategory: z.boolean(),
  isSamePeople: z.boolean(),
  isTextAlike: z.boolean(),
  isSameText: z.boolean(),
  answeredOn: z.nullable(legalDate()),
  /** Whether the case that was asked about could be merged into it. */
  mayTakeIn: z.boolean(),
});
export type LikeCase = z.infer<typeof LikeCase>;
/** Suggestions, for somebody to decide. */
export const readLikeCases = endpoint({
  method: 'GET',
  path: '/api/v1/register/{id}/alike',
  summary:
    'Up to eight cases that may be about the same: beside this one within 90 days, of the same people with like words, or of almost the same text; why, and nothing is done by itself',
  params: z.object({ id: id() }),
  replies: { 200: z.object({ items: z.array(LikeCase), next: z.null() }) },
  problems: [],
  permission: 'staff',
});
