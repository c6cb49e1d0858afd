import type {
  DisciplineReport,
  ExecutorsReport,
  HalfYearReport,
  JournalLine,
  PromisesReport,
  QuarterReport,
} from '#shared/contract/reports.ts';
import type { Channel } from '#shared/domain/appeal.ts';
import type { Figure, Period } from '#shared/domain/figures.ts';
import { fill } from './fill.ts';
import type { Lang } from './plural.ts';
import type { DeskTexts } from './uk/desk.ts';
import type { DeskFiguresTexts } from './uk/desk-figures.ts';
import type { QuestionGroupTexts } from './uk/question-groups.ts';

/** One cell: words, a figure, or nothing. */
export type Cell = string | number | null;
/** A cell as a person reads it: figures with a thin space between thousands, a dash for nothing. */
export function cellText(lang: Lang, cell: Cell): string {
  if (typeof cell !== 'number') return cell ?? '—';
  const figure = cell.toLocaleString(lang === 'uk' ? 'uk' : 'en-GB', { maximumFractionDigits: 1 });
  return figure.replace(/[\s\u00a0]/g, '\u202f');
}
/** What stands above the lines of a report. */
export interface SheetHead {
  title: string;
  columns: readonly string[];
}
/** A report in words, the same on screen, on paper and in a file; `total` closes it. */
export interface Sheet extends SheetHead {
  rows: readonly (readonly Cell[])[];
  total: readonly Cell[] | null;
}
/** The words that the sheets are written in. */
export interface SheetWords {
  figures: DeskFiguresTexts;
  channels: DeskTexts['channels'];
  questionGroups: QuestionGroupTexts;
}
/** A date of law as papers write it: 17.03.2026. */
const paperDate = (date: string): string => date.split('-').reverse().join('.');
const spanOf = ({ from, to }: Period): { from: string; to: string } => ({ from: paperDate(from), to: paperDate(to) });
const dated = (date: string | null): string | null => date && paperDate(date);

/** Who filed it is not told to everybody: their columns are left out then. */
const JOURNAL = [
  'registrationIndex',
  'receivedOn',
  'number',
  'channel',
  'applicant',
  'residence',
  'kind',
  'questionGroup',
  'summary',
  'department',
  'dueOn',
  'result',
  'outgoingNumber',
  'finishedOn',
] as const;
type JournalColumn = (typeof JOURNAL)[number];
const PERSONAL: readonly JournalColumn[] = ['applicant', 'residence', 'summary'];
const journalColumns = (withPeople: boolean): readonly JournalColumn[] =>
  withPeople ? JOURNAL : JOURNAL.filter((column) => !PERSONAL.includes(column));

/** The head of the journal. */
export const journalHead = (period: Period, { figures }: SheetWords, withPeople: boolean): SheetHead => ({
  title: fill(figures.sheets.journal, spanOf(period)),
  columns: journalColumns(withPeople).map((column) => figures.journal[column]),
});
/** One line of the journal. */
export function journalRow(line: JournalLine, words: SheetWords, withPeople: boolean): Cell[] {
  const { figures, channels, questionGroups } = words;
  const group = questionGroups[line.questionGroup as keyof QuestionGroupTexts];
  const cells: Record<JournalColumn, Cell> = {
    registrationIndex: line.registrationIndex,
    receivedOn: paperDate(line.receivedOn),
    number: line.number,
    channel: channels[line.channel as Channel] ?? line.channel,
    applicant: line.applicant?.name ?? null,
    residence: line.applicant?.residence ?? null,
    kind: figures.kinds[line.kind],
    questionGroup: group ? `${line.questionGroup}. ${group}` : String(line.questionGroup),
    summary: line.summary,
    department: line.department,
    dueOn: dated(line.dueOn),
    result: line.result && `${line.result} ${figures.results[line.result]}`,
    outgoingNumber: line.outgoingNumber,
    finishedOn: dated(line.finishedOn),
  };
  return journalColumns(withPeople).map((column) => cells[column]);
}

/** The columns of the quarterly table, in the order of its form. */
const QUARTER = [
  'total',
  'collective',
  'repeated',
  'heroes',
  'protected',
  'proposal',
  'application',
  'complaint',
  'resolved',
  'refused',
  'explained',
  'returned',
  'forwarded',
  'notSubject',
  'people',
] as const satisfies readonly Figure[];
/** «Дані щодо звернень громадян, що надійшли…». */
export function quarterSheet(report: QuarterReport, { figures: words }: SheetWords): Sheet {
  const cells = (figures: QuarterReport['total']): Cell[] => QUARTER.map((figure) => figures[figure]);
  return {
    title: fill(words.sheets.quarter, spanOf(report)),
    columns: [words.receivedHow, ...QUARTER.map((figure) => words.figures[figure])],
    rows: report.rows.map(({ form, figures }) => [words.forms[form], ...cells(figures)]),
    total: [words.all, ...cells(report.total)],
  };
}

/** The indicators of the comparison; several figures make one line. */
const COMPARED = [
  ['total'],
  ['people'],
  ['byPost'],
  ['atReception'],
  ['resolved'],
  ['refused'],
  ['explained'],
  ['returned', 'forwarded', 'notSubject'],
  ['repeated'],
  ['collective'],
  ['ofWar'],
  ['withDisability'],
  ['labourVeterans'],
  ['childrenOfWar'],
  ['families'],
  ['ofChornobyl'],
] as const satisfies readonly (readonly [Figure, ...Figure[]])[];
const tenths = (value: number): number => Math.round(value * 10) / 10;
const compared = (name: string, before: number, now: number): Cell[] => [
  name,
  before,
  now,
  now - before,
  before === 0 ? null : tenths((100 * (now - before)) / before),
];
/** A half-year, or a year, beside the year before. */
export function halfYearSheet(report: HalfYearReport, { figures: words, questionGroups }: SheetWords): Sheet {
  const { now, before, groups, beforeFrom, beforeTo } = report;
  const sum = (of: HalfYearReport['now'], figures: readonly Figure[]): number =>
    figures.reduce((all, figure) => all + of[figure], 0);
  const nameOf = (group: number | null): string =>
    group === null ? words.otherGroups : `${group}. ${questionGroups[group as keyof QuestionGroupTexts]}`;
  return {
    title: fill(words.sheets['half-year'], spanOf(report)),
    columns: [
      words.indicator,
      fill(words.before, spanOf({ from: beforeFrom, to: beforeTo })),
      fill(words.before, spanOf(report)),
      words.change,
      words.changePercent,
    ],
    rows: [
      ...COMPARED.map((figures) =>
        compared(
          figures.length > 1 ? words.unsettled : words.figures[figures[0]],
          sum(before, figures),
          sum(now, figures),
        ),
      ),
      ...groups.map(({ group, ...counts }) => compared(nameOf(group), counts.before, counts.now)),
    ],
    total: null,
  };
}

const DISCIPLINE = ['received', 'onTime', 'late', 'open', 'overdue', 'onTimePercent', 'averageDays'] as const;
/** On-time discipline by department. */
export function disciplineSheet(report: DisciplineReport, { figures: words }: SheetWords): Sheet {
  const cells = (figures: DisciplineReport['total']): Cell[] => DISCIPLINE.map((column) => figures[column]);
  return {
    title: fill(words.sheets.discipline, spanOf(report)),
    columns: [words.discipline.department, ...DISCIPLINE.map((column) => words.discipline[column])],
    rows: report.rows.map((row) => [row.department ?? words.noDepartment, ...cells(row)]),
    total: [words.all, ...cells(report.total)],
  };
}

const PROMISES = ['registrationIndex', 'number', 'department', 'firstOn', 'on', 'moves', 'keptOn', 'state'] as const;
/** «Обіцянки міста»: what was promised, until when, and whether it was kept. */
export function promisesSheet(report: PromisesReport, { figures: words }: SheetWords): Sheet {
  return {
    title: fill(words.sheets.promises, spanOf(report)),
    columns: PROMISES.map((column) => words.promises[column]),
    rows: report.rows.map(({ firstOn, on, keptOn, state, ...row }) => {
      const cells: Record<(typeof PROMISES)[number], Cell> = {
        ...row,
        firstOn: paperDate(firstOn),
        on: paperDate(on),
        keptOn: dated(keptOn),
        state: words.promiseStates[state],
      };
      return PROMISES.map((column) => cells[column]);
    }),
    total: null,
  };
}

const EXECUTORS = ['inHand', 'soon', 'overdue', 'overdueByLaw', 'oldestOn'] as const;
/** The overdue by executor, as it is on a day. */
export function executorsSheet({ on, rows }: ExecutorsReport, { figures: words }: SheetWords): Sheet {
  const sum = (column: 'inHand' | 'soon' | 'overdue' | 'overdueByLaw'): number =>
    rows.reduce((total, row) => total + row[column], 0);
  return {
    title: fill(words.sheets.executors, { on: paperDate(on) }),
    columns: [words.discipline.department, ...EXECUTORS.map((column) => words.executors[column])],
    rows: rows.map((row) => [
      row.department,
      ...EXECUTORS.map((column) => (column === 'oldestOn' ? dated(row.oldestOn) : row[column])),
    ]),
    total: [words.all, ...EXECUTORS.map((column) => (column === 'oldestOn' ? null : sum(column)))],
  };
}
