import { type Request, type Response, Router } from 'express';
import type { ZodMiniType, z } from 'zod/mini';
import { keepDisclosure } from '#server/accounts/index.ts';
import { overdueNow } from '#server/executors/index.ts';
import { actorOf } from '#server/http/actor.ts';
import { mount, reply } from '#server/http/endpoint.ts';
import { fieldErrors } from '#server/http/field-errors.ts';
import { sheetPdf } from '#server/papers/index.ts';
import { today } from '#server/platform/clock.ts';
import { type Actor, holds, inPlaceBy } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import * as contract from '#shared/contract/reports.ts';
import type { Cell } from '#shared/texts/figure-sheets.ts';
import { writeCsv } from './csv.ts';
import { disciplineReport } from './discipline.queries.ts';
import { journalPage } from './journal.queries.ts';
import { promisesReport } from './promises.queries.ts';
import {
  disciplineFile,
  executorsFile,
  halfYearFile,
  journalFile,
  promisesFile,
  quarterFile,
  type ReportFile,
} from './reports.files.ts';
import { halfYearReport, quarterReport } from './reports.queries.ts';
import { xlsxOf } from './xlsx.ts';

/** Lines of a report that are set as a PDF at the most: about a second of work. */
const MOST_PRINTED = 500;

/** Reports over HTTP: as JSON for the desk, and as files. */
export const reportRoutes = Router();

mount(reportRoutes, contract.readJournal, async ({ actor, query }) => {
  if (actor && !query.cursor) await keepJournal(actor, 'journal.read', query);
  return reply(200, await journalPage(actor, query));
});
mount(reportRoutes, contract.readQuarter, async ({ query }) => reply(200, await quarterReport(query)));
mount(reportRoutes, contract.readHalfYear, async ({ query }) => reply(200, await halfYearReport(query)));
mount(reportRoutes, contract.readDiscipline, async ({ query }) => reply(200, await disciplineReport(query)));
mount(reportRoutes, contract.readExecutors, async () => {
  const on = today();
  return reply(200, { on, rows: await overdueNow(on) });
});
mount(reportRoutes, contract.readPromises, async ({ query }) => reply(200, await promisesReport(query)));

/** Puts on record that somebody sees who wrote in those days; nothing where the journal tells them no names. */
async function keepJournal(
  actor: Actor,
  kind: 'journal.read' | 'journal.taken',
  { from, to }: z.infer<typeof contract.ReportDays>,
): Promise<void> {
  const place = inPlaceBy(actor, 'reports.read') ?? inPlaceBy(actor, 'case.readAny');
  if (holds(actor, 'case.readAny')) await keepDisclosure(actor, { kind, facts: { from, to }, place });
}
async function reader(req: Request): Promise<Actor> {
  const actor = await actorOf(req);
  if (!actor) throw new Problem('sign-in.required');
  if (!holds(actor, 'reports.read')) throw new Problem('not-allowed');
  return actor;
}
const FORMATS = ['csv', 'xlsx', 'pdf'] as const;
async function send(
  res: Response,
  format: (typeof FORMATS)[number],
  name: string,
  { head, rows }: ReportFile,
): Promise<void> {
  const paper = format === 'pdf' ? await sheetPdf(head, await printable(rows)) : null;
  res.set('cache-control', 'no-store').attachment(`${name}.${format}`);
  if (paper) return void res.type('pdf').send(paper);
  if (format === 'xlsx') return void res.send(await xlsxOf(head, rows));
  res.type('text/csv; charset=utf-8');
  await writeCsv(head, rows, res);
}
/** The lines of a report for paper; one that is too long to be set while others wait is refused. */
async function printable(rows: ReportFile['rows']): Promise<(readonly Cell[])[]> {
  const lines: (readonly Cell[])[] = [];
  for await (const row of rows) {
    if (lines.length === MOST_PRINTED)
      throw new Problem('fields.invalid', { errors: [{ in: 'query', path: 'to', code: 'report.too-long' }] });
    lines.push(row);
  }
  return lines;
}
/** A report as files, `.csv`, `.xlsx` and `.pdf` behind the address of its JSON; the query is the same. */
function files<Shape extends ZodMiniType>(
  report: 'journal' | 'quarter' | 'half-year' | 'discipline' | 'promises' | 'executors',
  query: Shape,
  fileOf: (asked: z.infer<Shape>, actor: Actor) => ReportFile | Promise<ReportFile>,
): void {
  for (const format of FORMATS)
    reportRoutes.get(`/api/v1/reports/${report}.${format}`, async (req, res) => {
      const actor = await reader(req);
      const asked = query.safeParse(req.query, { reportInput: true });
      if (!asked.success) throw new Problem('fields.invalid', { errors: fieldErrors('query', asked.error.issues) });
      const name = [report, ...Object.values(asked.data as Record<string, string | number>)].join('-');
      await send(res, format, name, await fileOf(asked.data, actor));
    });
}
files('journal', contract.ReportDays, async (days, actor) => {
  await keepJournal(actor, 'journal.taken', days);
  return journalFile(actor, days);
});
files('quarter', contract.ReportQuarter, quarterFile);
files('half-year', contract.ReportPart, halfYearFile);
files('discipline', contract.ReportDays, disciplineFile);
files('promises', contract.ReportDays, promisesFile);
files('executors', contract.ReportNow, executorsFile);
