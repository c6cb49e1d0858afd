import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { legalDate, text, wrong } from './fields.ts';
import { DatesMove } from './reference.ts';

const permission = 'reference.manage';
/** A stretch of martial law, both days included; without a last day while nobody knows it. */
const Interval = z.object({ from: legalDate(), to: z.nullable(legalDate()) });
/** When martial law holds: holidays are working days then, and most of them again days off after it. */
const MartialLaw = z.object({
  intervals: z.array(Interval),
  /** The act that says so. */
  source: z.string(),
  validFrom: legalDate(),
});
export type MartialLaw = z.infer<typeof MartialLaw>;
const MartialLawChange = z.strictObject({
  intervals: z.array(z.strictObject({ from: legalDate(), to: z.nullable(legalDate()) })).check(
    z.maxLength(50),
    z.check((ctx) => {
      ctx.value.forEach(({ from, to }, at) => {
        if (to !== null && to < from) ctx.issues.push({ ...wrong('date.invalid', [at, 'to']), input: to });
        const before = ctx.value[at - 1];
        if (before && (before.to === null || from <= before.to))
          ctx.issues.push({ ...wrong('date.invalid', [at, 'from']), input: from });
      });
    }),
  ),
  source: text({ min: 3, max: 300 }),
});
export type MartialLawChange = z.infer<typeof MartialLawChange>;

/** When it holds, as the clock of law knows it. */
export const readMartialLaw = endpoint({
  method: 'GET',
  path: '/api/v1/calendar/martial-law',
  summary: 'Between which dates martial law holds, and by which act the clock of law knows it',
  replies: { 200: MartialLaw },
  problems: [],
  permission,
});
/** What its beginning or end would do. */
export const previewMartialLaw = endpoint({
  method: 'POST',
  path: '/api/v1/calendar/martial-law/preview',
  summary:
    'Which due dates of open cases and petitions would move if martial law held between these dates; nothing is changed',
  body: MartialLawChange,
  replies: { 200: DatesMove },
  problems: ['date.outside-calendar'],
  permission,
});
/** Enters its beginning or end, and moves the dates that were shown. */
export const changeMartialLaw = endpoint({
  method: 'POST',
  path: '/api/v1/calendar/martial-law/changes',
  summary: 'Enter between which dates martial law holds, as it was previewed, and move due dates by it',
  body: z.extend(MartialLawChange, { digest: z.string().check(z.regex(/^[0-9a-f]{64}$/)) }),
  replies: { 200: z.object({ moved: z.number() }) },
  problems: ['version.stale', 'date.outside-calendar'],
  permission,
});
