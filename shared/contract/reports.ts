import * as z from 'zod/mini';
import { APPEAL_KINDS } from '#shared/domain/appeal.ts';
import { FIGURES, PROMISE_STATES, RECEIPT_FORMS, RESULT_CODES, YEAR_PARTS } from '#shared/domain/figures.ts';
import { endpoint } from './endpoint.ts';
import { OverdueLine } from './executors.ts';
import { even, id, legalDate, wrong } from './fields.ts';

/** The longest period of one report, in days. */
const MOST_DAYS = 366;
const DAY_MS = 86_400_000;
type Days = { from: string; to: string };
const inOrder = even<Days>(
  z.check((ctx) => {
    const days = (Date.parse(ctx.value.to) - Date.parse(ctx.value.from)) / DAY_MS + 1;
    if (days < 1 || days > MOST_DAYS) ctx.issues.push({ ...wrong('date.outside-term', ['to']), input: ctx.value.to });
  }),
);
const days = { from: legalDate(), to: legalDate() };
const year = () => z.coerce.number().check(z.int(), z.gte(2000), z.lte(2099));

/** Days in Kyiv, both within; a year at the most. */
export const ReportDays = z.strictObject(days).check(inOrder);
/** A quarter of a year. */
export const ReportQuarter = z.strictObject({
  year: year(),
  quarter: z.coerce.number().check(z.int(), z.gte(1), z.lte(4)),
});
/** A half of a year, or the whole, beside the one before. */
export const ReportPart = z.strictObject({ year: year(), part: z.enum(YEAR_PARTS) });

/** A line of the journal of registration (CMU 348). What only those who may read any case see is null for others. */
export const JournalLine = z.object({
  id: id(),
  registrationIndex: z.string(),
  receivedOn: legalDate(),
  number: z.string(),
  channel: z.string(),
  applicant: z.nullable(z.object({ name: z.string(), residence: z.string() })),
  kind: z.enum(APPEAL_KINDS),
  questionGroup: z.number(),
  summary: z.nullable(z.string()),
  department: z.nullable(z.string()),
  dueOn: z.nullable(legalDate()),
  result: z.nullable(z.enum(RESULT_CODES)),
  outgoingNumber: z.nullable(z.string()),
  finishedOn: z.nullable(legalDate()),
});
export type JournalLine = z.infer<typeof JournalLine>;

const Figures = z.record(z.enum(FIGURES), z.number());
const Compared = { before: Figures, now: Figures };
/** The quarterly table: a row for each form of receipt, and all of them. */
export const QuarterReport = z.object({
  ...days,
  rows: z.array(z.object({ form: z.enum(RECEIPT_FORMS), figures: Figures })),
  total: Figures,
});
export type QuarterReport = z.infer<typeof QuarterReport>;
/** The comparison with the year before; the group of questions is null for all that are not named. */
export const HalfYearReport = z.object({
  ...days,
  beforeFrom: legalDate(),
  beforeTo: legalDate(),
  ...Compared,
  groups: z.array(z.object({ group: z.nullable(z.number()), before: z.number(), now: z.number() })),
});
export type HalfYearReport = z.infer<typeof HalfYearReport>;

const discipline = {
  received: z.number(),
  onTime: z.number(),
  late: z.number(),
  open: z.number(),
  overdue: z.number(),
  /** Of those that were due: finished, or overdue now. Null where none was. */
  onTimePercent: z.nullable(z.number()),
  /** Calendar days from receipt to the signed answer, to a tenth. */
  averageDays: z.nullable(z.number()),
};
/** How each department kept to the terms of law of what was received in the period. */
export const DisciplineReport = z.object({
  ...days,
  rows: z.array(z.object({ departmentId: z.nullable(id()), department: z.nullable(z.string()), ...discipline })),
  total: z.object(discipline),
});
export type DisciplineReport = z.infer<typeof DisciplineReport>;

/** What signed answers promised by a date in the period; `firstOn` is what it was before it was moved. */
export const PromisesReport = z.object({
  ...days,
  rows: z.array(
    z.object({
      id: id(),
      number: z.string(),
      registrationIndex: z.string(),
      department: z.nullable(z.string()),
      firstOn: legalDate(),
      on: legalDate(),
      moves: z.number(),
      keptOn: z.nullable(legalDate()),
      state: z.enum(PROMISE_STATES),
    }),
  ),
});
export type PromisesReport = z.infer<typeof PromisesReport>;

const report = { method: 'GET', problems: [], permission: 'reports.read' } as const;
/** The journal, page by page; whole as a file at the same path with `.csv` or `.xlsx`. */
export const readJournal = endpoint({
  ...report,
  path: '/api/v1/reports/journal',
  summary: 'The journal of registration for some days, by receipt',
  query: z
    .strictObject({
      ...days,
      cursor: z.optional(z.string().check(z.maxLength(400))),
      limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100)), 50),
    })
    .check(inOrder),
  replies: { 200: z.object({ items: z.array(JournalLine), next: z.nullable(z.string()) }) },
});
/** «Дані щодо звернень громадян, що надійшли…», one quarter. */
export const readQuarter = endpoint({
  ...report,
  path: '/api/v1/reports/quarter',
  summary: 'The quarterly table of appeals by form of receipt',
  query: ReportQuarter,
  replies: { 200: QuarterReport },
});
/** A half-year beside the same of the year before. */
export const readHalfYear = endpoint({
  ...report,
  path: '/api/v1/reports/half-year',
  summary: 'A half-year, or a year, compared with the year before',
  query: ReportPart,
  replies: { 200: HalfYearReport },
});
/** On-time discipline. */
export const readDiscipline = endpoint({
  ...report,
  path: '/api/v1/reports/discipline',
  summary: 'How departments kept to the terms of law, of what was received in some days',
  query: ReportDays,
  replies: { 200: DisciplineReport },
});
/** «Обіцянки міста». */
export const readPromises = endpoint({
  ...report,
  path: '/api/v1/reports/promises',
  summary: 'What signed answers promised by a date in some days: kept, late, ahead, broken, moved',
  query: ReportDays,
  replies: { 200: PromisesReport },
});
/** How executors stand on one day; of them alone who have cases in hand. */
export const ExecutorsReport = z.object({ on: legalDate(), rows: z.array(OverdueLine) });
export type ExecutorsReport = z.infer<typeof ExecutorsReport>;
/** It is always of now. */
export const ReportNow = z.strictObject({});
/** The overdue by executor. */
export const readExecutors = endpoint({
  ...report,
  path: '/api/v1/reports/executors',
  summary: 'What executors have in hand now, and how much of it is overdue by their own dates and by law',
  query: ReportNow,
  replies: { 200: ExecutorsReport },
});
