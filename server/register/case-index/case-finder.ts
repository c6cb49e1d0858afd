import type { Place, TablePage, Wanted } from '#server/platform/columns/table.ts';
import type { CaseGrid, GridArea } from './case-grid.ts';
import type { CASE_COLUMNS, CaseFilter, CaseOrder } from './indexed-case.ts';

/** Which cases are meant. */
export type WantedCases = Wanted<typeof CASE_COLUMNS>;
/** What a finder is asked, by the name of the question. */
export interface Questions {
  page: [wanted: WantedCases, order: CaseOrder, from: { after: Place | null; limit: number }];
  alike: [terms: readonly string[]];
  counts: [filters: readonly CaseFilter[]];
  grid: [wanted: WantedCases, area: GridArea];
}
/** What it answers. */
export interface Answers {
  /** A page of cases, by ids, and the exact count of all that fit. */
  page: TablePage;
  /** The ids of cases that hold most of these stems, the most alike first. Only an index can tell: without one there are none. */
  alike: string[];
  /** How many cases fit each of these filters. */
  counts: number[];
  /** Where the cases lie on a part of the map, with exact counts. */
  grid: CaseGrid;
}
/** Who finds cases: the index of this process, or MongoDB; both answer the same. */
export type CaseFinder = { [Name in keyof Questions]: (...question: Questions[Name]) => Promise<Answers[Name]> };
/** Who is asked first, and answers null while it has not read everything. */
export type FirstAnswers = {
  [Name in keyof Questions]: (...question: Questions[Name]) => Promise<Answers[Name] | null>;
};
/** One such for each question, out of what asks any of them. */
export const askedBy = (
  ask: <Name extends keyof Questions>(name: Name, question: Questions[Name]) => Promise<Answers[Name] | null>,
): FirstAnswers => ({
  page: (...question) => ask('page', question),
  alike: (...question) => ask('alike', question),
  counts: (...question) => ask('counts', question),
  grid: (...question) => ask('grid', question),
});
