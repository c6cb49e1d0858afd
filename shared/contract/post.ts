import * as z from 'zod/mini';
import { ANSWER_RESULTS } from '#shared/domain/appeal.ts';
import {
  CALL_OUTCOMES,
  MAIL_KINDS,
  MOST_IN_REGISTRY,
  PAPER_KINDS,
  POSTAL_STATES,
  RETURN_REASONS,
  readTracking,
} from '#shared/domain/postal.ts';
import { endpoint } from './endpoint.ts';
import { even, id, legalDate, moment, text, wrong } from './fields.ts';

const permission = 'answer.deliver';
const params = z.object({ id: id() });
const page = {
  cursor: z.optional(z.string().check(z.maxLength(400))),
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100)), 50),
};
const pageOf = <T extends z.ZodMiniType>(one: T) =>
  z.object({ items: z.array(one), next: z.nullable(z.string()), total: z.number() });

/** A paper that goes by post to one person. */
export const PostalItem = z.object({
  id: id(),
  caseId: id(),
  number: z.string(),
  kind: z.enum(PAPER_KINDS),
  outgoingNumber: z.string(),
  on: legalDate(),
  /** Initials and no address for who does not see the people of the case. */
  addressee: z.object({ name: z.string(), address: z.string(), isMasked: z.boolean() }),
  districtCode: z.nullable(z.string()),
  /** 1, or more where it came back and was sent again. */
  round: z.number(),
  isSentAgain: z.boolean(),
  state: z.enum(POSTAL_STATES),
  registry: z.nullable(z.object({ id: id(), number: z.string() })),
  mail: z.nullable(z.enum(MAIL_KINDS)),
  trackingNumber: z.nullable(z.string()),
  outcome: z.nullable(z.object({ on: legalDate(), reason: z.nullable(z.enum(RETURN_REASONS)) })),
});
export type PostalItem = z.infer<typeof PostalItem>;
/** A registry of letters that were handed to the post: it never changes. */
const PostalRegistry = z.object({
  id: id(),
  /** `3/2026`. */
  number: z.string(),
  on: legalDate(),
  madeBy: z.nullable(z.string()),
  count: z.number(),
  registered: z.number(),
});
export type PostalRegistry = z.infer<typeof PostalRegistry>;

/** What waits to be sent, what was sent, what came back. */
export const listPostalItems = endpoint({
  method: 'GET',
  path: '/api/v1/post/items',
  summary:
    'Papers that go by post: those that wait to be sent, oldest first; those sent, delivered or returned, newest first',
  query: z.object({ state: z._default(z.enum(POSTAL_STATES), 'waiting'), ...page }),
  replies: {
    200: z.object({
      items: z.array(PostalItem),
      next: z.nullable(z.string()),
      total: z.number(),
      counts: z.record(z.enum(POSTAL_STATES), z.number()),
    }),
  },
  problems: [],
  permission,
});
/** Puts waiting papers into a new registry. */
export const makeRegistry = endpoint({
  method: 'POST',
  path: '/api/v1/post/registries',
  summary: 'Put waiting papers into a new registry with a number and today’s date; it never changes after',
  body: z.strictObject({
    items: z
      .array(z.strictObject({ id: id(), mail: z.enum(MAIL_KINDS), note: z.optional(text({ min: 1, max: 100 })) }))
      .check(z.minLength(1), z.maxLength(MOST_IN_REGISTRY)),
  }),
  replies: { 201: PostalRegistry },
  problems: ['post.in-registry'],
  permission,
});
/** The registries, newest first. */
export const listRegistries = endpoint({
  method: 'GET',
  path: '/api/v1/post/registries',
  summary: 'The registries of what was sent by post, newest first',
  query: z.object(page),
  replies: { 200: pageOf(PostalRegistry) },
  problems: [],
  permission,
});
/** One registry with its papers. */
export const readRegistry = endpoint({
  method: 'GET',
  path: '/api/v1/post/registries/{id}',
  summary: 'A registry with its papers, in the order in which it lists them',
  params,
  replies: { 200: z.extend(PostalRegistry, { items: z.array(PostalItem) }) },
  problems: [],
  permission,
});
/** Gives a sent paper its tracking number. */
export const trackItem = endpoint({
  method: 'POST',
  path: '/api/v1/post/items/{id}/tracking',
  summary: 'Give a sent paper the tracking number that the post gave it, or another in its place',
  params,
  body: z.strictObject({
    trackingNumber: z.string().check(
      z.maxLength(40),
      z.check((ctx) => {
        if (readTracking(ctx.value) === null) ctx.issues.push({ ...wrong('post.tracking'), input: ctx.value });
      }),
      z.overwrite((typed) => readTracking(typed) ?? typed),
    ),
  }),
  replies: { 200: PostalItem },
  problems: ['post.not-sent'],
  permission,
});
/** Says what became of a sent paper. */
export const settleItem = endpoint({
  method: 'POST',
  path: '/api/v1/post/items/{id}/outcome',
  summary: 'Say that a sent paper was delivered, or why it came back; a later word takes the place of an earlier one',
  params,
  body: z.strictObject({ state: z.enum(['delivered', 'returned']), reason: z.optional(z.enum(RETURN_REASONS)) }).check(
    even(
      z.check(({ value, issues }) => {
        if (value.state === 'returned' && value.reason === undefined)
          issues.push({ ...wrong('field.required', ['reason']), input: value });
      }),
    ),
  ),
  replies: { 200: PostalItem },
  problems: ['post.not-sent'],
  permission,
});

/** Sends once more what came back. */
export const sendAgain = endpoint({
  method: 'POST',
  path: '/api/v1/post/items/{id}/again',
  summary: 'Put a paper that came back down to be sent once more, to the address that its person has now',
  params,
  body: z.strictObject({}),
  replies: { 201: PostalItem },
  problems: ['post.not-returned'],
  permission,
});

/** An answer that its applicant is to hear by telephone. The number is shown by a reveal alone. */
export const Call = z.object({
  id: id(),
  caseId: id(),
  number: z.string(),
  districtCode: z.nullable(z.string()),
  /** Whose answer it is: initials for who does not see the people of the case. */
  name: z.string(),
  /** True where the answer was given by word of mouth and no letter follows. */
  isOral: z.boolean(),
  answer: z.object({ text: z.string(), result: z.enum(ANSWER_RESULTS), on: legalDate() }),
  tries: z.number(),
  lastTriedAt: z.nullable(moment()),
  nextAt: moment(),
  state: z.enum(['open', 'told', 'refused', 'wrong_number']),
});
export type Call = z.infer<typeof Call>;
/** Whom to ring, the most urgent first. */
export const listCalls = endpoint({
  method: 'GET',
  path: '/api/v1/post/calls',
  summary: 'Answers that their applicants are to hear by telephone, those whose time has come first',
  query: z.object(page),
  replies: { 200: pageOf(Call) },
  problems: [],
  permission,
});
/** Says how a call ended. */
export const settleCall = endpoint({
  method: 'POST',
  path: '/api/v1/post/calls/{id}/outcome',
  summary: 'Say how a call ended: told, not answered (and when to try again), not wished, a wrong number',
  params,
  body: z.strictObject({ outcome: z.enum(CALL_OUTCOMES), nextAt: z.optional(moment()) }),
  replies: { 200: Call },
  problems: ['call.over'],
  permission,
});
/** What was sent and said to the people of one case, for its card. */
export const readCasePost = endpoint({
  method: 'GET',
  path: '/api/v1/register/{id}/post',
  summary: 'What went by post to the people of a case, and the calls about its answer',
  params,
  replies: { 200: z.object({ items: z.array(PostalItem), calls: z.array(Call) }) },
  problems: [],
  permission: 'staff',
});
