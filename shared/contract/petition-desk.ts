import * as z from 'zod/mini';
import { PETITION_DECISIONS, REJECTION_CODES } from '#shared/domain/petition.ts';
import { MODERATION_AGES, PETITION_QUEUES } from '#shared/domain/petition-queue.ts';
import { PETITION_STATUSES, PETITION_VERBS, type PetitionVerb } from '#shared/domain/petition-workflow.ts';
import { endpoint } from './endpoint.ts';
import { IdempotencyHeaders, id, legalDate, moment, text, words } from './fields.ts';
import { ForwardedPetition } from './petition-forwarded.ts';
import { PetitionQuery } from './petitions.ts';

/** What staff do with a petition; the rest of its verbs are the author's, and of time and counts. */
export const DESK_PETITION_VERBS = [
  'publish',
  'suggest',
  'reject',
  'merge',
  'announce',
  'correct',
  'prolong',
  'conclude',
  'answer',
  'keep',
] as const satisfies readonly PetitionVerb[];
export type DeskPetitionVerb = (typeof DESK_PETITION_VERBS)[number];

/** What a petition's verbs bring along; each verb says which part it cannot do without. */
export const PetitionMoveBody = z.strictObject({
  expectedVersion: z.int().check(z.gte(1)),
  /** What the author might word otherwise. */
  suggestion: z.optional(words({ min: 20, max: 2_000 })),
  rejection: z.optional(
    z.strictObject({ reason: z.enum(REJECTION_CODES), explanation: words({ min: 20, max: 1_000 }) }),
  ),
  /** All that was entered of a forwarded petition, as it should have been. */
  correction: z.optional(ForwardedPetition),
  /** Of the petition that it is merged into. */
  primaryNumber: z.optional(z.int().check(z.gte(1))),
  /** The hearing that the author asked for, and until when the review is prolonged by it. */
  hearing: z.optional(z.strictObject({ on: legalDate(), until: legalDate() })),
  /** The day on which the council finished. */
  reviewedOn: z.optional(legalDate()),
  answer: z.optional(
    z.strictObject({
      decision: z.enum(PETITION_DECISIONS),
      reasons: words({ min: 20, max: 10_000 }),
      measures: z.optional(text({ min: 5, max: 5_000 })),
      unit: z.optional(text({ min: 2, max: 200 })),
      followUps: z._default(
        z.array(z.strictObject({ on: legalDate(), what: words({ min: 5, max: 300 }) })).check(z.maxLength(20)),
        [],
      ),
    }),
  ),
  /** Which promise was kept, by its place from 0. */
  promise: z.optional(z.int().check(z.gte(0))),
});
export type PetitionMoveBody = z.infer<typeof PetitionMoveBody>;

/** A line of the desk's lists of petitions. */
const DeskPetitionRow = z.object({
  id: id(),
  /** Null until its author has sent it. */
  number: z.nullable(z.number()),
  title: z.string(),
  status: z.enum(PETITION_STATUSES),
  submittedAt: z.nullable(moment()),
  dueOn: z.nullable(legalDate()),
  isOverdue: z.boolean(),
  /** How near the end of the check is; null for all that is checked. */
  age: z.nullable(z.enum(MODERATION_AGES)),
  /** Signatures that count. */
  count: z.number(),
  threshold: z.nullable(z.number()),
  /** Signatures that wait for a moderator. */
  heldCount: z.number(),
});
export type DeskPetitionRow = z.infer<typeof DeskPetitionRow>;

/** Who wrote it: whole for those who check petitions, masked for others, save a name that everybody sees. */
const DeskInitiator = z.object({
  name: z.string(),
  isMasked: z.boolean(),
  email: z.string(),
  phone: z.nullable(z.string()),
  /** Texts go to a phone that a code proved, and to no other. */
  isPhoneProved: z.boolean(),
  wantsSms: z.boolean(),
});
/** A term of law that runs on it, or ran. */
const DeskClock = z.object({
  rule: z.string(),
  startedOn: legalDate(),
  dueOn: legalDate(),
  metOn: z.nullable(legalDate()),
  extendedFrom: z.nullable(legalDate()),
});
const DeskAnswer = z.object({
  decision: z.enum(PETITION_DECISIONS),
  reasons: z.string(),
  measures: z.nullable(z.string()),
  unit: z.nullable(z.string()),
  followUps: z.array(z.object({ on: legalDate(), what: z.string(), keptOn: z.nullable(legalDate()) })),
  at: moment(),
});
/** One event of its history; `actor` is null for the author, and for what a date or a count did. */
const DeskPetitionEvent = z.object({
  kind: z.string(),
  at: moment(),
  actor: z.nullable(z.string()),
  /** In whose place they did it (заміщення); null for their own. */
  inPlaceOf: z.nullable(z.string()),
  reasonCode: z.nullable(z.string()),
  /** How many signatures it was about; null where it was about none. */
  count: z.nullable(z.number()),
});
/** A published petition that is like it. */
const SimilarPetition = z.object({
  id: id(),
  number: z.number(),
  title: z.string(),
  status: z.enum(PETITION_STATUSES),
  count: z.number(),
  endsOn: z.nullable(legalDate()),
  /** From 0 to 1. */
  likeness: z.number(),
});
/** The civic association that collected the signatures of a petition on its own site, and what it says of it. */
const Collector = z.object({
  name: z.string(),
  email: z.string(),
  url: z.string(),
  startedOn: legalDate(),
  sentOn: legalDate(),
  receivedOn: legalDate(),
});
/** A petition whole, for staff; `can` is what this viewer may do next. */
export const DeskPetition = z.extend(DeskPetitionRow, {
  essence: z.string(),
  demand: z.string(),
  initiator: DeskInitiator,
  publishedAt: z.nullable(moment()),
  endsOn: z.nullable(legalDate()),
  reachedAt: z.nullable(moment()),
  hearingOn: z.nullable(legalDate()),
  reviewedOn: z.nullable(legalDate()),
  tally: z.object({ eid: z.number(), sms: z.number(), removed: z.number() }),
  suggestions: z.array(
    z.object({ text: z.string(), at: moment(), by: z.nullable(z.string()), revisedAt: z.nullable(moment()) }),
  ),
  rejection: z.nullable(z.object({ reason: z.enum(REJECTION_CODES), explanation: z.string() })),
  mergedInto: z.nullable(z.number()),
  answer: z.nullable(DeskAnswer),
  appealNumber: z.nullable(z.string()),
  collectedBy: z.nullable(Collector),
  /** As it was entered, where this viewer may correct it. */
  entered: z.nullable(ForwardedPetition),
  clocks: z.array(DeskClock),
  similar: z.array(SimilarPetition),
  /** Each time that signatures were removed as fraud, and why. */
  removals: z.array(z.object({ at: moment(), by: z.nullable(z.string()), count: z.number(), explanation: z.string() })),
  /** Its first and its last events, oldest first. */
  history: z.array(DeskPetitionEvent),
  /** How many events lie between those of `history`. */
  historyLeftOut: z.number(),
  version: z.number(),
  can: z.partialRecord(z.enum(PETITION_VERBS), z.boolean()),
  /** What this viewer may do beside moving it. */
  may: z.object({
    checkSignatures: z.boolean(),
    /** That there is a session of the council to convene: `convening-order.pdf` below its address is the draft of the order. */
    takeOrder: z.boolean(),
  }),
});
export type DeskPetition = z.infer<typeof DeskPetition>;

/** Petitions on one page of a list of the desk. */
export const DESK_PETITIONS_A_PAGE = 50;
const Counts = z.object({
  moderation: z.number(),
  review: z.number(),
  collecting: z.number(),
  done: z.number(),
});
export const listDeskPetitions = endpoint({
  method: 'GET',
  path: '/api/v1/desk/petitions',
  summary: 'Petitions that wait for staff, those that are signed and those that are over, soonest due first',
  query: z.strictObject({
    queue: z._default(z.enum(PETITION_QUEUES), 'moderation'),
    page: PetitionQuery.shape.page,
  }),
  replies: {
    200: z.object({
      items: z.array(DeskPetitionRow),
      total: z.number(),
      page: z.number(),
      pages: z.number(),
      /** How many each list has. */
      counts: Counts,
    }),
  },
  problems: [],
  permission: 'staff',
});
export const enterForwarded = endpoint({
  method: 'POST',
  path: '/api/v1/desk/petitions/forwarded',
  summary:
    'Enter a petition that a civic association collected signatures for and sent; the term for the notice runs from its receipt',
  headers: IdempotencyHeaders,
  body: ForwardedPetition,
  replies: { 201: DeskPetition },
  problems: ['idempotency.reused'],
  permission: 'petition.moderate',
});
export const readDeskPetition = endpoint({
  method: 'GET',
  path: '/api/v1/desk/petitions/{id}',
  summary: 'One petition, with its history and what may be done next',
  params: z.object({ id: id() }),
  replies: { 200: DeskPetition },
  problems: [],
  permission: 'staff',
});
export const moveDeskPetition = endpoint({
  method: 'POST',
  path: '/api/v1/desk/petitions/{id}/{verb}',
  summary: 'Move a petition along its workflow',
  params: z.object({ id: id(), verb: z.enum(DESK_PETITION_VERBS) }),
  body: PetitionMoveBody,
  replies: { 200: DeskPetition },
  problems: ['move.refused', 'version.stale'],
  permission: 'staff',
});
