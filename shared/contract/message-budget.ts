import * as z from 'zod/mini';
import { MONEY_LINES } from '#shared/domain/sms-money.ts';
import { endpoint } from './endpoint.ts';
import { legalDate, text } from './fields.ts';

const permission = 'messages.manage';
const kopiykas = () => z.int().check(z.gte(0), z.lte(100_000_000_00));
const line = () => z.enum(MONEY_LINES);

/** The money of one line of the programme this year; all sums in kopiykas. */
const LineMoney = z.object({
  line: line(),
  amount: z.number(),
  /** From which year on this amount holds, by which act, and its edition. */
  year: z.number(),
  source: z.string(),
  version: z.number(),
  /** Of the amount, what is kept for one-time codes. */
  reserve: z.number(),
  spentOnCodes: z.number(),
  spentOnOthers: z.number(),
  /** What other texts than codes may still cost. */
  left: z.number(),
  /** What they would have cost by the end of today at an even pace, and what they cost a day in the last four weeks. */
  evenPace: z.number(),
  daily: z.number(),
  /** What they may cost today at the most, and cost so far. */
  dayLimit: z.number(),
  spentToday: z.number(),
  /** The day on which their money ends if they go on as in the last weeks; null where it lasts the year. */
  endsOn: z.nullable(legalDate()),
  state: z.enum(['enough', 'warning', 'ended']),
});
export type LineMoney = z.infer<typeof LineMoney>;
const Price = z.object({ validFrom: legalDate(), kopiykas: z.number(), source: z.string(), version: z.number() });
const Money = z.object({
  today: legalDate(),
  lines: z.array(LineMoney),
  /** What a part of a text costs today. */
  pricePerPart: z.number(),
  prices: z.array(Price),
});
export type Money = z.infer<typeof Money>;

/** What the lines have, spent and will come to. */
export const readMoney = endpoint({
  method: 'GET',
  path: '/api/v1/message-money',
  summary: 'The money for texts this year by line of the programme: spent, left, and the day on which it ends',
  replies: { 200: Money },
  problems: [],
  permission: 'staff',
});
/** Enters what a line has a year. */
export const setBudget = endpoint({
  method: 'POST',
  path: '/api/v1/message-money/budgets',
  summary: 'Enter what a line of the programme has for texts a year, from a year on, in kopiykas',
  body: z.strictObject({
    line: line(),
    year: z.int().check(z.gte(2024), z.lte(2099)),
    kopiykas: kopiykas(),
    source: text({ min: 3, max: 300 }),
    /** The edition of this line and year that it replaces; 0 where none was entered. */
    expectedVersion: z.int().check(z.gte(0)),
  }),
  replies: { 200: Money },
  problems: ['version.stale'],
  permission,
});
/** Enters what a part costs. */
export const setPrice = endpoint({
  method: 'POST',
  path: '/api/v1/message-money/prices',
  summary: 'Enter what one part of a text costs from a date on, in kopiykas; what was sent keeps its price',
  body: z.strictObject({
    validFrom: legalDate(),
    kopiykas: z.int().check(z.gte(1), z.lte(10_000)),
    source: text({ min: 3, max: 300 }),
    expectedVersion: z.int().check(z.gte(0)),
  }),
  replies: { 200: Money },
  problems: ['version.stale'],
  permission,
});
