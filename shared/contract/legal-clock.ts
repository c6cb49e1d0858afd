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

type Start = 'receivedOn' | 'receivedAt';
type Asked = Partial<Record<Start | 'rule', unknown>>;
/** Where a rule starts: hours run from a moment, everything else from a date; null for a rule that is not given or not known. */
const startOf = (rule: unknown): Start | null => {
  if (typeof rule !== 'string') return null;
  return isHourRule(rule) ? 'receivedAt' : isDayRule(rule) ? 'receivedOn' : null;
};
const isMissing = (start: Start, asked: Asked): boolean => {
  const isAskedForNothing = !asked.rule && asked.receivedAt === undefined && start === 'receivedOn';
  return asked[start] === undefined && (startOf(asked.rule) === start || isAskedForNothing);
};
const isSurplus = (start: Start, asked: Asked): boolean =>
  asked[start] !== undefined && startOf(asked.rule) !== null && startOf(asked.rule) !== start;

/** A complaint about the whole query that is heard even when single fields are wrong, so that all is told at once. */
const complain = (isWrong: (start: Start, asked: Asked) => boolean, path: Start, code: FieldCode) =>
  z.refine<Asked>((asked) => !isWrong(path, asked), { path: [path], params: { code }, when: () => true });

/** What is asked of the clock. `rule` is free here: one that does not exist is not found rather than malformed. */
const LegalClockQuery = z
  .strictObject({
    rule: z.string().check(z.minLength(1)),
    receivedOn: z.optional(legalDate()),
    receivedAt: z.optional(momentWithOffset()),
    /** Without it each date follows the regime of its own day. */
    calendar: z.optional(z.enum(['martial', 'peacetime'])),
  })
  .check(
    complain(isMissing, 'receivedOn', 'field.required'),
    complain(isMissing, 'receivedAt', 'field.required'),
    complain(isSurplus, 'receivedOn', 'field.unknown'),
    complain(isSurplus, 'receivedAt', 'field.unknown'),
  );

/** A term of days or months: dates of law. */
const DayTerm = z.object({
  rule: z.string(),
  source: z.string(),
  receivedOn: legalDate(),
  dueRaw: legalDate(),
  dueLegal: legalDate(),
  dueInternal: legalDate(),
});
/** A term of hours: instants in UTC, and the end by the clocks of Kyiv. */
const HourTerm = z.object({
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
