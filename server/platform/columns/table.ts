import { Bits, countOf, slotsOf } from './bits.ts';
import { type Column, columnOf, NONE, NumberColumn, StringColumn } from './column.ts';
import type { Columns, Filter, Row } from './filter.ts';
import { firstFew } from './first-few.ts';
import { boundsOn, fits, keepFitting } from './fitting.ts';
import { idWords } from './id-slots.ts';
import { KeptOrder } from './kept-order.ts';
import { Lent } from './lent.ts';
import { Postings } from './postings.ts';
import { RowIds } from './row-ids.ts';

/** What is asked of a table: rows that fit the filter and hold every one of the terms. */
export interface Wanted<S extends Columns> {
  filter: Filter<S>;
  /** None: whatever the words are. */
  terms?: readonly string[];
}
/** By which numbers rows stand in order; rows of the same number stand by id, the same way round. Those without one come first, or last where it is turned. */
export interface Order<S extends Columns> {
  by: { [N in keyof S]: S[N] extends 'number' ? N : never }[keyof S] & string;
  isTurned: boolean;
}
/** A row's place in an order. */
export interface Place {
  id: string;
  key: number | null;
}
/** A part of the rows in their order. */
export interface TablePage {
  rows: Place[];
  /** How many fit in all, whatever the page. */
  total: number;
  hasMore: boolean;
}
/** How many terms are wanted of a row, how many rows at the most, and how many may be looked at for that. */
export interface HoldingSome {
  atLeast: number;
  most: number;
  mostRead: number;
}
/** Counts that are remembered at the most: each is looked at whenever a row changes. */
const MOST_COUNTED = 300;
/** So few rows are quicker put in order by themselves than found along the order of all. */
const FEW = 50_000;

/** Rows of typed columns and the terms of each, in memory: found, counted and put in order without a database. It knows no domain. */
export class Table<S extends Columns> {
  readonly #columns: ReadonlyMap<string, Column>;
  readonly #ids = new RowIds();
  readonly #postings: Postings;
  /** The slots whose rows are there: not gone, and without another slot now. */
  readonly #live = new Bits();
  /** Of each slot's terms, so that a row whose words are the same keeps its slot. */
  readonly #words = new NumberColumn();
  /** The orders that were asked for, by their columns. */
  readonly #orders = new Map<string, KeptOrder>();
  readonly #counted = new Map<string, { filter: Filter<S>; count: number }>();
  readonly #asked = {
    column: (name: string) => this.#column(name),
    slotOf: (id: string) => this.#ids.slotOf(id),
    lent: new Lent(),
  };

  readonly #few: number;
  readonly #mostFresh: number | undefined;

  /** `few`: so few rows are put in order by themselves; `mostFresh`: so many may come or move before an order is made anew; `many`: fewer holders of a term are kept one by one. */
  constructor(columns: S, { few = FEW, mostFresh, many }: { few?: number; mostFresh?: number; many?: number } = {}) {
    this.#postings = new Postings(many);
    [this.#few, this.#mostFresh] = [few, mostFresh];
    this.#columns = new Map(Object.entries(columns).map(([name, kind]) => [name, columnOf(kind)]));
  }
  #column(name: string): Column {
    const column = this.#columns.get(name);
    if (!column) throw new Error(`no column ${name}`);
    return column;
  }
  #numbers(name: string): NumberColumn {
    const column = this.#column(name);
    if (column instanceof NumberColumn) return column;
    throw new Error(`${name} gives no order`);
  }
  /** Takes a row in, or its newer state in place of the older one; `id` is of 24 hexadecimal digits. */
  put(id: string, row: Row<S>, terms: readonly string[]): void {
    this.#recount(id, -1);
    const words = new Set(terms);
    const print = fingerprint(words);
    const before = this.#ids.slotOf(id);
    const isSame = before >= 0 && this.#live.has(before) && this.#words.at(before) === print;
    if (before >= 0 && !isSame) this.#live.delete(before);
    const slot = isSame ? before : this.#ids.give(id);
    if (!isSame) {
      for (const word of words) this.#postings.add(word, slot);
      this.#words.set(slot, print);
    }
    const keys = [...this.#orders].map(([by, order]) => ({ by, order, key: this.#numbers(by).at(slot) }));
    for (const [name, column] of this.#columns) {
      if (isSame && column instanceof StringColumn) column.clear(slot);
      column.set(slot, (row[name] ?? null) as never); // of its column's kind, as the type of a row says
    }
    this.#live.add(slot);
    for (const { by, order, key } of keys) if (!isSame || this.#numbers(by).at(slot) !== key) order.place(slot);
    this.#recount(id, 1);
  }
  /** Forgets a row; one that is not there does no harm. */
  remove(id: string): void {
    const slot = this.#ids.slotOf(id);
    if (slot < 0) return;
    this.#recount(id, -1);
    this.#live.delete(slot);
  }
  /** How many rows fit. What was asked once is remembered and kept exact through every change. */
  count(filter: Filter<S>): number {
    const question = JSON.stringify(filter);
    const counted = this.#counted.get(question) ?? { filter, count: this.#among({ filter }, countOf) };
    // What was asked last comes last, so that what nobody asks any more is the first to be forgotten.
    this.#counted.delete(question);
    this.#counted.set(question, counted);
    const [oldest] = this.#counted.keys();
    if (this.#counted.size > MOST_COUNTED && oldest !== undefined) this.#counted.delete(oldest);
    return counted.count;
  }
  /** Takes the row of an id out of the counts that it is in, or puts it in. */
  #recount(id: string, by: 1 | -1): void {
    const slot = this.#ids.slotOf(id);
    if (slot < 0 || !this.#live.has(slot)) return;
    for (const counted of this.#counted.values()) if (fits(slot, counted.filter, this.#asked)) counted.count += by;
  }
  #order(by: string): KeptOrder {
    let order = this.#orders.get(by);
    if (!order) {
      const numbers = this.#numbers(by);
      order = new KeptOrder(
        slotsOf(this.#live.words),
        {
          keyOf: (slot) => numbers.at(slot),
          compareIds: (a, b) => this.#ids.compareSlots(a, b),
          isThere: (slot) => this.#live.has(slot),
        },
        this.#mostFresh,
      );
      this.#orders.set(by, order);
    }
    return order;
  }
  /** Makes an order before it is asked for: of many rows that takes a while. */
  putInOrder(by: Order<S>['by']): void {
    this.#order(by);
  }
  /** What is to be said of the rows that fit; their set is lent for as long as `say` runs. */
  #among<A>({ filter, terms = [] }: Wanted<S>, say: (found: Uint32Array) => A): A {
    const { lent } = this.#asked;
    const found = lent.copy(this.#live.words);
    if (terms.length > 0) this.#postings.keepHolding(terms, found);
    keepFitting(filter, found, this.#asked);
    const said = say(found);
    lent.giveBack(found);
    return said;
  }
  /** The ids of up to `most` rows that hold at least so many of the terms, those that hold most first; none where `mostRead` would not do to find them. */
  holdingSome(terms: readonly string[], { atLeast, most, mostRead }: HoldingSome): string[] {
    const held = this.#postings.holdingSome(terms, atLeast, mostRead) ?? new Map<number, number>();
    return [...held]
      .filter(([slot]) => this.#live.has(slot))
      .sort(([a, manyA], [b, manyB]) => manyB - manyA || b - a)
      .slice(0, most)
      .map(([slot]) => this.#ids.idAt(slot));
  }
  /** Hands over two numbers of every row that fits, in no order; infinite where there is none. `idOf` tells whose they are. Answers how many fit. */
  pairs(
    wanted: Wanted<S>,
    [first, second]: readonly [Order<S>['by'], Order<S>['by']],
    take: (first: number, second: number, row: number, idOf: (row: number) => string) => void,
  ): number {
    const [ones, others] = [this.#numbers(first), this.#numbers(second)];
    const idOf = (row: number): string => this.#ids.idAt(row);
    const slots = this.#among(wanted, slotsOf);
    for (const slot of slots) take(ones.at(slot), others.at(slot), slot, idOf);
    return slots.length;
  }
  /** Between which numbers of a column the rows that fit lie: those without one are passed over where none of them fits. */
  #reach(filter: Filter<S>, by: string, found: Uint32Array): { low: number; high: number } {
    const [low, high] = boundsOn(filter, by);
    return { low: this.#numbers(by).hasEmptyIn(found) ? low : Math.max(low, -Number.MAX_VALUE), high };
  }
  /** The first rows that fit, beyond a place where one is given; with the count of all that fit. */
  page(wanted: Wanted<S>, { by, isTurned }: Order<S>, from: { after: Place | null; limit: number }): TablePage {
    const [numbers, ids] = [this.#numbers(by), this.#ids];
    const after = from.after && { key: from.after.key ?? NONE, words: idWords(from.after.id) };
    const beyond = after && { key: after.key, compareId: (slot: number) => ids.compare(slot, after.words) };
    const most = from.limit + 1;
    const ordering = { keys: numbers.values, compareIds: (a: number, b: number) => ids.compareSlots(a, b), isTurned };
    return this.#among(wanted, (found) => {
      const total = countOf(found);
      const few =
        total > this.#few
          ? this.#order(by).firstFew(found, { beyond, most, isTurned, ...this.#reach(wanted.filter, by, found) })
          : firstFew(slotsOf(found), ordering, { beyond, most });
      const rows = few.slice(0, from.limit).map((slot) => {
        const key = numbers.at(slot);
        return { id: ids.idAt(slot), key: key === NONE ? null : key };
      });
      return { rows, total, hasMore: few.length > from.limit };
    });
  }
}

/** 53 bits of a row's terms in any order: two sets of terms of one row that differ have different ones, but for one chance in 10^15. */
function fingerprint(terms: ReadonlySet<string>): number {
  let [lows, highs] = [0, 0];
  for (const term of terms) {
    let [low, high] = [0x811c_9dc5, 0x9e37_79b9];
    for (let at = 0; at < term.length; at += 1) {
      const unit = term.charCodeAt(at);
      low = Math.imul(low ^ unit, 0x0100_0193);
      high = Math.imul(high ^ unit, 0x85eb_ca6b) ^ (low >>> 13);
    }
    lows = (lows + low) | 0;
    highs = (highs + high) | 0;
  }
  return (lows >>> 0) + (highs & 0x1f_ffff) * 0x1_0000_0000;
}
