import type { Place, TablePage, Wanted } from '#server/platform/columns/table.ts';
import type { CaseGrid, GridArea } from './case-grid.ts';
import type { CASE_COLUMNS, CaseFilter, CaseOrder } from './indexed-case.ts';

/** Which cases are meant. */
export type WantedCases = Wanted<typeof CASE_COLUMNS>;
/** Who finds cases: the index of this process, or MongoDB; both answer the same. */
export interface CaseFinder {
  /** A page of cases, by ids, and the exact count of all that fit. */
  page(wanted: WantedCases, order: CaseOrder, from: { after: Place | null; limit: number }): Promise<TablePage>;
  /** The ids of cases that hold most of these stems, the most alike first. Only an index can tell: without one there are none. */
  alike(terms: readonly string[]): Promise<string[]>;
  /** How many cases fit each of these filters. */
  counts(filters: readonly CaseFilter[]): Promise<number[]>;
  /** Where the cases lie on a part of the map, with exact counts. */
  grid(wanted: WantedCases, area: GridArea): Promise<CaseGrid>;
}
