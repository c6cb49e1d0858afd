import * as z from 'zod/mini';
import { DELIVERY_CHANNELS, DELIVERY_STATES } from '#shared/domain/delivery.ts';
import { RESEND_REASONS } from '#shared/domain/resend.ts';
import { endpoint } from './endpoint.ts';
import { id, moment } from './fields.ts';

const Count = z.object({ state: z.enum(DELIVERY_STATES), count: z.number() });
/** How messages fare: of those that were tried since an instant, and what waits now. */
const MessageHealth = z.object({
  since: moment(),
  channels: z.array(z.object({ channel: z.enum(DELIVERY_CHANNELS), states: z.array(Count), total: z.number() })),
  /** Why messages did not arrive, by the causes in the ledger, the most frequent first. */
  failures: z.array(z.object({ channel: z.enum(DELIVERY_CHANNELS), cause: z.string(), count: z.number() })),
  queue: z.object({
    /** To be sent now, the oldest of them since when, and those that wait for the morning or another hour. */
    due: z.number(),
    oldestSince: z.nullable(moment()),
    later: z.number(),
  }),
});
export type MessageHealth = z.infer<typeof MessageHealth>;

/** States in which a message needs an eye on it: nobody knows whether it arrived, or it did not. */
export const WRONG_STATES = ['unknown', 'undelivered', 'failed'] as const;
const WrongMessage = z.object({
  id: id(),
  channel: z.enum(DELIVERY_CHANNELS),
  template: z.string(),
  state: z.enum(WRONG_STATES),
  /** Why, as a code of the ledger such as `receipt-30003`. */
  cause: z.string(),
  at: moment(),
  round: z.number(),
  /** The case it is about, where it is about one. */
  caseId: z.nullable(id()),
  number: z.nullable(z.string()),
  /** False for codes, of which the words are gone, and where a later round was sent already. */
  mayResend: z.boolean(),
});
export type WrongMessage = z.infer<typeof WrongMessage>;

/** How messages fare. */
export const readMessageHealth = endpoint({
  method: 'GET',
  path: '/api/v1/messages/health',
  summary: 'How texts and letters of the last seven days fared, why some did not arrive, and how many wait',
  replies: { 200: MessageHealth },
  problems: [],
  permission: 'staff',
});
/** Messages that went wrong. */
export const listWrongMessages = endpoint({
  method: 'GET',
  path: '/api/v1/messages',
  summary: 'Messages that did not arrive or whose fate nobody knows, newest first',
  query: z.strictObject({
    state: z._default(z.enum(WRONG_STATES), 'unknown'),
    cursor: z.optional(z.string().check(z.maxLength(400))),
    limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100)), 50),
  }),
  replies: { 200: z.object({ items: z.array(WrongMessage), next: z.nullable(z.string()), total: z.number() }) },
  problems: [],
  permission: 'staff',
});
/** Sends one again. */
export const resendMessage = endpoint({
  method: 'POST',
  path: '/api/v1/messages/{id}/resend',
  summary: 'Send a message again that did not arrive or whose fate nobody knows, as a round of its own',
  params: z.strictObject({ id: id() }),
  body: z.strictObject({ reason: z.enum(RESEND_REASONS) }),
  replies: { 201: z.object({ id: id(), round: z.number() }) },
  problems: ['not-found', 'message.not-resendable'],
  permission: 'answer.deliver',
});
