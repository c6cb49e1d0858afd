import * as z from 'zod/mini';
import { MONEY_LINES } from '#shared/domain/sms-money.ts';
import { endpoint } from './endpoint.ts';
import { legalDate } from './fields.ts';

/** Texts of one day, one line of the programme and one kind: how many were handed over, delivered, and what they cost. */
const MessageDay = z.object({
  on: legalDate(),
  line: z.enum(MONEY_LINES),
  /** Which text, such as `appeal.answered`. */
  template: z.string(),
  texts: z.number(),
  delivered: z.number(),
  /** Certainly not delivered. */
  failed: z.number(),
  /** Parts that were paid for, and their cost in kopiykas. */
  parts: z.number(),
  kopiykas: z.number(),
});
export type MessageDay = z.infer<typeof MessageDay>;
const MessageYear = z.object({
  year: z.number(),
  /** All years of which there is anything. */
  years: z.array(z.number()),
  days: z.array(MessageDay),
});
export type MessageYear = z.infer<typeof MessageYear>;

/** The year's texts by day, line and kind: whoever adds them up comes to the sums of the page. */
export const readMessageStatistics = endpoint({
  method: 'GET',
  path: '/api/v1/message-statistics',
  summary: 'Texts of a year by day, line of the programme and kind: handed over, delivered, parts and cost in kopiykas',
  query: z.strictObject({ year: z.optional(z.coerce.number().check(z.int(), z.gte(2024), z.lte(2099))) }),
  replies: { 200: MessageYear },
  problems: [],
  permission: 'anyone',
});
