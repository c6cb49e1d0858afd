import * as z from 'zod/mini';
import { ANSWER_RESULTS, REASON_CODES, RECURRENCES } from '#shared/domain/appeal.ts';
import { PUBLICATION_STATES } from '#shared/domain/publication.ts';
import { code, id, legalDate, text } from './fields.ts';

/** A public number as people write it, with spaces or without. */
const caseNumber = () => z.string().check(z.regex(/^\d[\d\s]{8,18}\d$/));
/** Group of the question by the classifier of appeals (CMU 858, part II). */
const questionGroup = () => z.int().check(z.gte(1), z.lte(25));
const optional = {
  /** Fields 2, 4, 7 and 8 of the classifier of appeals (CMU 858); the rest follows from how the case came in. */
  classification: z.optional(
    z.strictObject({
      recurrence: z.optional(z.enum(RECURRENCES)),
      sex: z.optional(z.enum(['4.1', '4.2'])),
      authorCategories: z.optional(z.array(z.string().check(z.regex(/^7\.\d{1,2}$/))).check(z.maxLength(25))),
      socialStatus: z.optional(z.string().check(z.regex(/^8\.\d{1,2}$/))),
    }),
  ),
  coExecutors: z.optional(
    z.array(z.strictObject({ departmentId: id(), dueOn: z.optional(legalDate()) })).check(z.maxLength(10)),
  ),
  /** The date by which the main executor is to be done; not after the date of law. */
  internalDueOn: z.optional(legalDate()),
  /** The head's resolution, in words. */
  resolution: z.optional(text({ min: 3, max: 2000 })),
};

/** What a move brings with it. The workflow's `input` says which of these its verb must have. */
export const MoveBody = z.strictObject({
  expectedVersion: z.int(),
  ...optional,
  questionGroup: z.optional(questionGroup()),
  departmentId: z.optional(id()),
  /** What was seen on the spot. */
  inspection: z.optional(z.strictObject({ on: legalDate(), notes: text({ min: 5, max: 5000 }) })),
  /** The new date, and why the appeal cannot be settled in a month (art. 20 of Law 393/96-ВР). */
  extension: z.optional(z.strictObject({ until: legalDate(), reason: text({ min: 10, max: 1000 }) })),
  /** What the applicant is asked for. It stops no clock. */
  inquiry: z.optional(text({ min: 10, max: 2000 })),
  /** What the applicant says to that. */
  reply: z.optional(text({ min: 2, max: 5000 })),
  interim: z.optional(text({ min: 20, max: 10_000 })),
  answer: z.optional(
    z.strictObject({
      text: text({ min: 20, max: 10_000 }),
      result: z.enum(ANSWER_RESULTS),
      appealRoute: z.optional(text({ min: 10, max: 2000 })),
      /** The date until which what is explained will be done: a promise with a clock of its own. */
      followUpOn: z.optional(legalDate()),
      /** The version of the template from which it was written. */
      template: z.optional(z.strictObject({ id: id(), version: z.int().check(z.gte(1), z.lte(999_999)) })),
    }),
  ),
  /** The signed file that was sent for it (art. 15(3)); `isOral`: told by word of mouth, as who appealed orally wished (art. 22). */
  signature: z.optional(z.strictObject({ fileId: z.optional(id()), isOral: z.optional(z.literal(true)) })),
  promise: z.optional(z.strictObject({ until: legalDate(), reason: text({ min: 10, max: 1000 }) })),
  /** To whom it belongs (art. 7(3)). */
  forwarding: z.optional(
    z.strictObject({ to: text({ min: 3, max: 300 }), explanation: z.optional(text({ min: 10, max: 5000 })) }),
  ),
  /** Why it goes back to its author, with explanations (arts. 5 and 7(3)). */
  returning: z.optional(
    z.strictObject({ ground: z.enum(['formal', 'insufficient']), explanation: text({ min: 10, max: 5000 }) }),
  ),
  /** The head's decision to consider it no further (arts. 8 and 17). */
  termination: z.optional(
    z.strictObject({
      ground: z.enum(['anonymous', 'repeat', 'late', 'incapacity']),
      decision: z.strictObject({ number: text({ min: 1, max: 50 }), on: legalDate() }),
      explanation: text({ min: 10, max: 5000 }),
    }),
  ),
  explanation: z.optional(text({ min: 10, max: 5000 })),
  /** The public number of the case into which this one goes. */
  primaryNumber: z.optional(caseNumber()),
  /** What of it becomes a case of its own, to be answered by others. */
  part: z.optional(
    z.strictObject({ text: text({ min: 10, max: 20_000 }), categoryCode: code(), questionGroup: questionGroup() }),
  ),
  reclassification: z.optional(
    z.strictObject({
      categoryCode: z.optional(code()),
      questionGroup: z.optional(questionGroup()),
      recurrence: z.optional(z.enum(RECURRENCES)),
      /** The public number of the case that it repeats. */
      repeatOfNumber: z.optional(caseNumber()),
    }),
  ),
  control: z.optional(z.strictObject({ kind: z.enum(['normal', 'special']) })),
  reasonCode: z.optional(z.enum(REASON_CODES)),
  publication: z.optional(
    z.strictObject({
      state: z.enum(PUBLICATION_STATES),
      text: z.optional(text({ min: 1, max: 5000 })),
      /** What the answer came to, in words for everybody. */
      answer: z.optional(text({ min: 1, max: 5000 })),
      photoIds: z.optional(z.array(id()).check(z.maxLength(10))),
    }),
  ),
});
export type MoveBody = z.infer<typeof MoveBody>;
