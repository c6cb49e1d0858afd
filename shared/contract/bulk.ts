import * as z from 'zod/mini';
import { BULK_STATES, BULK_VERBS, MOST_AT_ONCE } from '#shared/domain/bulk.ts';
import { PROBLEMS, type ProblemCode } from '#shared/domain/problems.ts';
import { endpoint } from './endpoint.ts';
import { id, moment } from './fields.ts';
import { MoveBody } from './move.ts';

/** One thing for many cases. Words may have the placeholders of templates: each case puts its own facts in. */
const BulkOrder = z.strictObject({
  verb: z.enum(BULK_VERBS),
  input: z.omit(MoveBody, { expectedVersion: true }),
  /** The cases, each as it was last seen. */
  cases: z.array(z.strictObject({ id: id(), version: z.int() })).check(z.minLength(1), z.maxLength(MOST_AT_ONCE)),
});
export type BulkOrder = z.infer<typeof BulkOrder>;
/** Why one case was left as it is; `number` is null where this person may not read it. */
const BulkRefusal = z.object({
  id: id(),
  number: z.nullable(z.string()),
  code: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]),
});
export type BulkRefusal = z.infer<typeof BulkRefusal>;
/** What an order would do, and whom it would tell. */
const BulkPreview = z.object({
  allowed: z.number(),
  refused: z.array(BulkRefusal),
  /** People who get a text by it, and those who will once the answers are signed. */
  texts: z.number(),
  textsWhenSigned: z.number(),
  /** What a part of a text costs today, in kopiykas. */
  pricePerPart: z.int(),
});
export type BulkPreview = z.infer<typeof BulkPreview>;
/** An order as it stands. */
export const Bulk = z.object({
  id: id(),
  verb: z.enum(BULK_VERBS),
  state: z.enum(BULK_STATES),
  /** Until then it can be taken back. */
  runAt: moment(),
  total: z.number(),
  done: z.number(),
  refused: z.array(BulkRefusal),
});
export type Bulk = z.infer<typeof Bulk>;

const permission = 'staff';
/** What an order would do; nothing is written. */
export const previewBulk = endpoint({
  method: 'POST',
  path: '/api/v1/bulk/preview',
  summary:
    'What one thing done to many cases would do: which would refuse it, how many people get a text and what it costs',
  body: BulkOrder,
  replies: { 200: BulkPreview },
  problems: [],
  permission,
});
/** Orders it: it is carried out after ten seconds. */
export const orderBulk = endpoint({
  method: 'POST',
  path: '/api/v1/bulk',
  summary: 'Order one thing for many cases; it is carried out after ten seconds, in which it can be taken back',
  body: BulkOrder,
  replies: { 201: Bulk },
  problems: [],
  permission,
});
/** How far one’s own order has come. */
export const readBulk = endpoint({
  method: 'GET',
  path: '/api/v1/bulk/{id}',
  summary: 'How far one’s own order has come',
  params: z.object({ id: id() }),
  replies: { 200: Bulk },
  problems: [],
  permission,
});
/** Takes one’s own order back. */
export const cancelBulk = endpoint({
  method: 'DELETE',
  path: '/api/v1/bulk/{id}',
  summary: 'Take one’s own order back before it is carried out',
  params: z.object({ id: id() }),
  replies: { 200: Bulk },
  problems: ['bulk.begun'],
  permission,
});
