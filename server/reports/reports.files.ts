import type { z } from 'zod/mini';
import { overdueNow } from '#server/executors/index.ts';
import { today } from '#server/platform/clock.ts';
import { type Actor, holds, type Visitor } from '#server/platform/policy.ts';
import type { ReportDays, ReportPart, ReportQuarter } from '#shared/contract/reports.ts';
import {
  type Cell,
  disciplineSheet,
  executorsSheet,
  halfYearSheet,
  journalHead,
  journalRow,
  promisesSheet,
  quarterSheet,
  type Sheet,
  type SheetHead,
  type SheetWords,
} from '#shared/texts/figure-sheets.ts';
import { desk } from '#shared/texts/uk/desk.ts';
import { deskFigures as figures } from '#shared/texts/uk/desk-figures.ts';
import { questionGroups } from '#shared/texts/uk/question-groups.ts';
import { disciplineReport } from './discipline.queries.ts';
import { journalLines } from './journal.queries.ts';
import { promisesReport } from './promises.queries.ts';
import { halfYearReport, quarterReport } from './reports.queries.ts';

/** Papers of the city are in Ukrainian. */
const WORDS: SheetWords = { figures, channels: desk.channels, questionGroups };

/** A report as it goes into a file: its head at once, its lines as they are read. */
export interface ReportFile {
  head: SheetHead;
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;
}
const whole = (sheet: Sheet): ReportFile => ({
  head: sheet,
  rows: sheet.total ? [...sheet.rows, sheet.total] : sheet.rows,
});

/** The journal as a file. */
export function journalFile(viewer: Actor | Visitor, days: z.infer<typeof ReportDays>): ReportFile {
  const withPeople = holds(viewer, 'case.readAny');
  async function* rows(): AsyncGenerator<Cell[]> {
    for await (const line of journalLines(viewer, days)) yield journalRow(line, WORDS, withPeople);
  }
  return { head: journalHead(days, WORDS, withPeople), rows: rows() };
}
/** The quarterly table as a file. */
export const quarterFile = async (asked: z.infer<typeof ReportQuarter>): Promise<ReportFile> =>
  whole(quarterSheet(await quarterReport(asked), WORDS));
/** The comparison with the year before as a file. */
export const halfYearFile = async (asked: z.infer<typeof ReportPart>): Promise<ReportFile> =>
  whole(halfYearSheet(await halfYearReport(asked), WORDS));
/** The discipline as a file. */
export const disciplineFile = async (asked: z.infer<typeof ReportDays>): Promise<ReportFile> =>
  whole(disciplineSheet(await disciplineReport(asked), WORDS));
/** The promises as a file. */
export const promisesFile = async (asked: z.infer<typeof ReportDays>): Promise<ReportFile> =>
  whole(promisesSheet(await promisesReport(asked), WORDS));
/** The overdue by executor as a file. */
export async function executorsFile(): Promise<ReportFile> {
  const on = today();
  return whole(executorsSheet({ on, rows: await overdueNow(on) }, WORDS));
}
