import { Table } from '#server/platform/columns/table.ts';
import type { Case } from '../case.model.ts';
import type { CaseFinder } from './case-finder.ts';
import { GridCounter } from './case-grid.ts';
import { CASE_COLUMNS, rowOf, termsOf } from './indexed-case.ts';

const LIST_ORDERS = ['dueOn', 'receivedAt'] as const;

/** Shorter texts are all alike. */
const FEWEST_STEMS = 6;
/** Of the stems of one text, what share another must hold at the least to be four fifths alike (Dice's coefficient). */
const MOST_STEMS = 2 / 3;
/** Words that more cases than that share say nothing of one matter. */
const FEW = { most: 50, mostRead: 20_000 };

/** All cases as typed columns and stems in the memory of this process. */
export class CaseIndex implements CaseFinder {
  readonly #table = new Table(CASE_COLUMNS);

  put(found: Case): void {
    this.#table.put(String(found._id), rowOf(found), termsOf(found));
  }
  /** Makes the orders in which lists are asked for: of a million cases that takes a second. */
  putInOrder(): void {
    for (const by of LIST_ORDERS) this.#table.putInOrder(by);
  }
  remove(id: string): void {
    this.#table.remove(id);
  }
  page: CaseFinder['page'] = async (...question) => this.#table.page(...question);
  alike: CaseFinder['alike'] = async (terms) => {
    const atLeast = Math.ceil(terms.length * MOST_STEMS);
    return terms.length < FEWEST_STEMS ? [] : this.#table.holdingSome(terms, { atLeast, ...FEW });
  };
  counts: CaseFinder['counts'] = async (filters) => filters.map((filter) => this.#table.count(filter));
  grid: CaseFinder['grid'] = async (wanted, area) => {
    const counter = new GridCounter(area);
    const total = this.#table.pairs(wanted, ['lng', 'lat'], (lng, lat, row, idOf) => {
      if (Number.isFinite(lng)) counter.add(lng, lat, row, idOf);
    });
    return counter.grid(total);
  };
}
