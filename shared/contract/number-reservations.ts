import * as z from 'zod/mini';
import { MOST_RESERVED, NUMBER_STATES } from '#shared/domain/number-reservation.ts';
import { endpoint } from './endpoint.ts';
import { id, legalDate, moment, words } from './fields.ts';

const permission = 'case.register';
const params = z.object({ id: id() });

/** Register numbers that are kept for a journal on paper, and what became of them. */
const NumberReservation = z.object({
  id: id(),
  department: z.object({ id: id(), name: z.string() }),
  /** The first day of the journal. */
  on: legalDate(),
  reason: z.string(),
  first: z.string(),
  last: z.string(),
  count: z.number(),
  counts: z.record(z.enum(NUMBER_STATES), z.number()),
  madeBy: z.nullable(z.string()),
  madeAt: moment(),
  /** The act by which its unused numbers were closed; null where there is none. */
  act: z.nullable(z.object({ at: moment(), by: z.nullable(z.string()), reason: z.string(), count: z.number() })),
});
export type NumberReservation = z.infer<typeof NumberReservation>;
/** One of its numbers, and the case that has it. */
const ReservedNumber = z.object({
  number: z.string(),
  state: z.enum(NUMBER_STATES),
  caseId: z.nullable(id()),
  at: z.nullable(moment()),
});
export type ReservedNumber = z.infer<typeof ReservedNumber>;

/** The reservations, newest first. */
export const listReservations = endpoint({
  method: 'GET',
  path: '/api/v1/number-reservations',
  summary: 'Register numbers that are kept for journals on paper, newest first: how many are used, left and closed',
  query: z.object({
    cursor: z.optional(z.string().check(z.maxLength(400))),
    limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100)), 50),
  }),
  replies: { 200: z.object({ items: z.array(NumberReservation), next: z.nullable(z.string()), total: z.number() }) },
  problems: [],
  permission,
});
/** One reservation with each of its numbers. */
export const readReservation = endpoint({
  method: 'GET',
  path: '/api/v1/number-reservations/{id}',
  summary: 'A reservation with each of its numbers and the case that has it',
  params,
  replies: { 200: z.extend(NumberReservation, { numbers: z.array(ReservedNumber) }) },
  problems: [],
  permission,
});
/** Keeps numbers for a journal on paper. */
export const reserveNumbers = endpoint({
  method: 'POST',
  path: '/api/v1/number-reservations',
  summary: 'Keep register numbers for a journal on paper, for when there is no power',
  body: z.strictObject({
    departmentId: id(),
    on: legalDate(),
    count: z.number().check(z.int(), z.gte(1), z.lte(MOST_RESERVED)),
    reason: words({ min: 5, max: 300 }),
  }),
  replies: { 201: NumberReservation },
  problems: [],
  permission,
});
/** Closes the numbers that nobody took. */
export const closeReservation = endpoint({
  method: 'POST',
  path: '/api/v1/number-reservations/{id}/close',
  summary: 'Close the numbers that were not used, by an act with a reason; no appeal can take them after',
  params,
  body: z.strictObject({ reason: words({ min: 5, max: 300 }) }),
  replies: { 200: NumberReservation },
  problems: ['numbers.settled'],
  permission,
});
