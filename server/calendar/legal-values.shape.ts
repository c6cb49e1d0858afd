import * as z from 'zod/mini';
import { isLegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import type { LegalValues } from '#shared/domain/legal-clock/legal-values.ts';

const date = z.string().check(z.refine(isLegalDate));
const amount = z.int().check(z.gte(1), z.lte(1000));
const roll = z.enum(['forward', 'back']);

/** The numbers of law as they must lie in the database; a misspelt or missing one is found at start, not in somebody's term. */
export const LegalValuesShape: z.ZodMiniType<LegalValues> = z.strictObject({
  calendar: z.strictObject({
    weekend: z.array(z.int().check(z.gte(1), z.lte(7))).check(z.maxLength(6)),
    martialLaw: z.array(z.strictObject({ from: date, to: z.nullable(date) })),
  }),
  appeal: z.strictObject({
    days15: amount,
    month: amount,
    maxDays: amount,
    maxDaysRoll: roll,
    forwardDays: amount,
    returnInsufficientDays: amount,
    returnFormalDays: amount,
    roll,
  }),
  admin: z.strictObject({ days: amount, extensionDays: amount }),
  petition: z.strictObject({
    moderationWd: amount,
    collect: z.union([z.strictObject({ months: amount }), z.strictObject({ days: amount })]),
    reviewNoticeWd: amount,
    reviewNoticeFromNgoWd: amount,
    reviewWd: amount,
    answerPublishWd: amount,
  }),
  infoRequest: z.strictObject({
    answerWd: amount,
    urgentHours: amount,
    extendedWd: amount,
    extensionNoticeWd: amount,
  }),
  deputy: z.strictObject({ answerDays: amount, studyMonths: amount }),
  consultation: z.strictObject({ minWd: amount }),
});
