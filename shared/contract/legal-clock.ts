import * as z from 'zod/mini';
import { isLegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import { isDayRule, isHourRule } from '#shared/domain/legal-clock/rules.ts';
import type { FieldCode } from '#shared/domain/problems.ts';
import { endpoint } from './endpoint.ts';
import { legalDate, moment } from './fields.ts';

/** RFC 3339 with an offset; seconds may be left out. */
const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** A moment with its offset. A plus that was not escaped in an address arrives as a space, so one before the offset is taken for it. */
const momentWithOffset = () =>
  z.string().check(
    z.overwrite((typed) => typed.replace(/ (?=\d{2}:\d{2}$)/, '+')),
    z.regex(WITH_OFFSET),
    z.refine((typed) => isLegalDate(typed.slice(0, 'YYYY-MM-DD'.length))),
  );

interface Asked {
  rule?: unknown;
  receivedOn?: unknown;
  receivedAt?: unknown;
}
/** Hours run from a moment, everything else from a date; an unknown rule asks for neither. */
const mayHave = (part: 'receivedOn' | 'receivedAt', rule: unknown): boolean =>
  typeof rule !== 'string' || !(part === 'receivedOn' ? isHourRule(rule) : isDayRule(rule));
const mustHave = (part: 'receivedOn' | 'receivedAt', { rule, receivedOn, receivedAt }: Asked): boolean => {
  if (typeof rule === 'string' && rule !== '') return part === 'receivedOn' ? isDayRule(rule) : isHourRule(rule);
  return part === 'receivedOn' && receivedOn === undefined && receivedAt === undefined;
};

/** A rule on the whole query that speaks even when single fields are wrong, so that all is told at once. */
const whole = (isRight: (asked: Asked) => boolean, path: 'receivedOn' | 'receivedAt', code: FieldCode) =>
  z.refine<Asked>(isRight, { path: [path], params: { code }, when: () => true });

/** What is asked of the clock. `rule` is free here: one that does not exist is not found rather than malformed. */
export const LegalClockQuery = z
  .strictObject({
    rule: z.string().check(z.minLength(1)),
    receivedOn: z.optional(legalDate()),
    receivedAt: z.optional(momentWithOffset()),
    /** Without it each date follows the regime of its own day. */
    calendar: z.optional(z.enum(['martial', 'peacetime'])),
  })
  .check(
    ...(['receivedOn', 'receivedAt'] as const).flatMap((part) => [
      whole((asked) => asked[part] !== undefined || !mustHave(part, asked), part, 'field.required'),
      whole((asked) => asked[part] === undefined || mayHave(part, asked.rule), part, 'field.unknown'),
    ]),
  );
export type LegalClockQuery = z.infer<typeof LegalClockQuery>;

/** A term of days or months: dates of law. */
export const DayTerm = z.object({
  rule: z.string(),
  source: z.string(),
  receivedOn: legalDate(),
  dueRaw: legalDate(),
  dueLegal: legalDate(),
  dueInternal: legalDate(),
});
/** A term of hours: instants in UTC, and the end by the clocks of Kyiv. */
export const HourTerm = z.object({
  rule: z.string(),
  source: z.string(),
  receivedAt: moment(),
  receivedOn: legalDate(),
  dueRaw: moment(),
  dueLegal: moment(),
  dueInternal: moment(),
  dueLocal: z.iso.datetime({ offset: true }),
});

/** The deadline calculator for machines. */
export const readLegalClock = endpoint({
  method: 'GET',
  path: '/api/v1/legal-clock',
  summary: 'When a term of law ends: by the bare count, by law, and for the executors',
  query: LegalClockQuery,
  replies: { 200: z.union([HourTerm, DayTerm]) },
  problems: ['not-found', 'date.outside-calendar'],
  permission: 'anyone',
});
