import * as z from 'zod/mini';
import { PETITION_DECISIONS, REJECTION_CODES } from '#shared/domain/petition.ts';
import { legalDate, text, words } from './fields.ts';

/** What a petition's verbs bring along; each verb says which part it cannot do without. */
export const PetitionMoveBody = z.strictObject({
  expectedVersion: z.int().check(z.gte(1)),
  rejection: z.optional(
    z.strictObject({ reason: z.enum(REJECTION_CODES), explanation: words({ min: 20, max: 1_000 }) }),
  ),
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
