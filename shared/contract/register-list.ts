import * as z from 'zod/mini';
import { CHANNELS, PRIORITIES } from '#shared/domain/appeal.ts';
import { endpoint } from './endpoint.ts';
import { code, id, legalDate, text, wrong } from './fields.ts';
import { CaseRow } from './register.ts';

/** The desk's saved views. */
export const REGISTER_VIEWS = [
  'open',
  'new',
  'mine',
  'unassigned',
  'in_hand',
  'due_soon',
  'overdue',
  'for_signature',
  'not_resolved',
  'waiting',
  'answered',
  'unproved',
  'text_failed',
] as const;
export type RegisterView = (typeof REGISTER_VIEWS)[number];

/** How near the term of law is: it has passed, within three days, within a week; days of the calendar, today among them. */
export const DUE_BANDS = ['overdue', '3days', 'week'] as const;
/** By what a list is put in order: soonest due first (what has no term before that), oldest first, newest first. */
const LIST_ORDERS = ['due', 'received', '-received'] as const;
/** Values of one filter at the most. */
const MOST_VALUES = 50;

/** Several values of one filter, joined by commas: any of them will do. */
const anyOf = <T extends z.ZodMiniType<unknown, string>>(one: T) =>
  z.optional(
    z.pipe(
      z.string().check(z.maxLength(2_000)),
      z.transform((said, ctx): z.output<T>[] => {
        const read = said.split(',').map((each) => z.safeParse(one, each));
        const values = read.flatMap(({ success, data }) => (success ? [data] : []));
        if (values.length < read.length || values.length > MOST_VALUES)
          ctx.issues.push({ ...wrong('field.invalid'), input: said });
        return values;
      }),
    ),
  );
const status = () => z.string().check(z.regex(/^[a-z][a-z_]{1,40}$/));

/** The desk's lists, page by page; filters of several kinds must all hold. */
export const listCases = endpoint({
  method: 'GET',
  path: '/api/v1/register',
  summary: 'The cases this person may read, in any choice and order',
  query: z.object({
    view: z._default(z.enum(REGISTER_VIEWS), 'open'),
    /** Words in any of their forms, which must all be in the text or the place; or six digits and more of a number. */
    q: z.optional(text({ min: 1, max: 200 })),
    status: anyOf(status()),
    /** A category stands for all below it. */
    category: anyOf(code()),
    district: anyOf(code()),
    /** Main and co-executors. */
    department: anyOf(id()),
    channel: anyOf(z.enum(CHANNELS)),
    priority: anyOf(z.enum(PRIORITIES)),
    due: z.optional(z.enum(DUE_BANDS)),
    dueFrom: z.optional(legalDate()),
    dueTo: z.optional(legalDate()),
    /** Days of receipt in Kyiv, both included. */
    receivedFrom: z.optional(legalDate()),
    receivedTo: z.optional(legalDate()),
    /** Only what this person’s own department executes. */
    mine: z.optional(z.enum(['1'])),
    sort: z._default(z.enum(LIST_ORDERS), 'due'),
    cursor: z.optional(z.string().check(z.maxLength(400))),
    limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100)), 50),
  }),
  replies: {
    200: z.object({
      items: z.array(CaseRow),
      next: z.nullable(z.string()),
      /** How many cases there are in the whole list. */
      total: z.number(),
      /** How many cases each view holds for this person, whatever the filters. */
      counts: z.record(z.enum(REGISTER_VIEWS), z.number()),
    }),
  },
  problems: [],
  permission: 'staff',
});
/** What is asked of a list, as the server reads it. */
export type ListQuery = z.infer<typeof listCases.query>;
