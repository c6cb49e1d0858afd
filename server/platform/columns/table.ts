import { Column, NONE } from './column.ts';
import type { Columns, Filter, Row } from './filter.ts';
import { firstFew } from './first-few.ts';
import { idWords } from './id-slots.ts';
import { narrow } from './narrow.ts';
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
/** Counts that are remembered at the most: each is looked at whenever a row changes. */
const MOST_COUNTED = 300;

/** Rows of typed columns and the terms of each, in memory: found, counted and put in order without a database. It knows no domain. */
export class Table<S extends Columns> {
  readonly #columns: ReadonlyMap<string, Column>;
  readonly #ids = new RowIds();
  readonly #postings = new Postings();
  /** 1 where the row of a slot is there, 0 where it is gone or has another slot now. */
  #isLive = new Uint8Array(1_024);
  /** Of each slot's terms, so that a row whose words are the same keeps its slot. */
  readonly #words = new Column('number');
  /** The slots of all rows, until one comes or goes. */
  #everything: Uint32Array | null = null;
  readonly #counted = new Map<string, { filter: Filter<S>; count: number }>();
  readonly #narrowed = { column: (name: string) => this.#column(name), slotOf: (id: string) => this.#ids.slotOf(id) };

  constructor(columns: S) {
    this.#columns = new Map(Object.entries(columns).map(([name, kind]) => [name, new Column(kind)]));
  }
  #column(name: string): Column {
    const column = this.#columns.get(name);
    if (!column) throw new Error(`no column ${name}`);
    return column;
  }
  /** Takes a row in, or its newer state in place of the older one; `id` is of 24 hexadecimal digits. */
  put(id: string, row: Row<S>, terms: readonly string[]): void {
    this.#recount(id, -1);
    const words = new Set(terms);
    const print = fingerprint(words);
    let slot = this.#ids.slotOf(id);
    if (slot < 0 || !this.#isLive[slot] || this.#words.values[slot] !== print) {
      if (slot >= 0) this.#isLive[slot] = 0;
      this.#everything = null;
      slot = this.#ids.give(id);
      for (const word of words) this.#postings.add(word, slot);
      this.#words.set(slot, print);
    }
    for (const [name, column] of this.#columns) column.set(slot, row[name] ?? null);
    if (slot >= this.#isLive.length) {
      const larger = new Uint8Array(this.#isLive.length * 2);
      larger.set(this.#isLive);
      this.#isLive = larger;
    }
    this.#isLive[slot] = 1;
    this.#recount(id, 1);
  }
  /** Forgets a row; one that is not there does no harm. */
  remove(id: string): void {
    const slot = this.#ids.slotOf(id);
    if (slot < 0) return;
    this.#recount(id, -1);
    this.#isLive[slot] = 0;
    this.#everything = null;
  }
  /** The rows that fit, in the order of their slots. */
  #fitting({ filter, terms = [] }: Wanted<S>): Uint32Array {
    return narrow(
      terms.length > 0 ? this.#live(this.#postings.holdingAll(terms)) : this.#all(),
      filter,
      this.#narrowed,
    );
  }
  #live(slots: Uint32Array): Uint32Array {
    return slots.filter((slot) => this.#isLive[slot] === 1);
  }
  #all(): Uint32Array {
    this.#everything ??= this.#allLive();
    return this.#everything;
  }
  #allLive(): Uint32Array {
    const [{ size }, isLive] = [this.#ids, this.#isLive];
    const slots = new Uint32Array(size);
    let count = 0;
    for (let slot = 0; slot < size; slot += 1) if (isLive[slot] === 1) slots[count++] = slot;
    return slots.subarray(0, count);
  }
  /** How many rows fit. What was asked once is remembered and kept exact through every change. */
  count(filter: Filter<S>): number {
    const question = JSON.stringify(filter);
    const known = this.#counted.get(question);
    if (known) return known.count;
    if (this.#counted.size >= MOST_COUNTED) this.#counted.clear();
    const { length: count } = this.#fitting({ filter });
    this.#counted.set(question, { filter, count });
    return count;
  }
  /** Takes the row of an id out of the counts that it is in, or puts it in. */
  #recount(id: string, by: 1 | -1): void {
    const slot = this.#ids.slotOf(id);
    if (slot < 0 || this.#isLive[slot] !== 1) return;
    for (const counted of this.#counted.values())
      counted.count += by * narrow(Uint32Array.of(slot), counted.filter, this.#narrowed).length;
  }
  /** The first rows that fit, beyond a place where one is given; with the count of all that fit. */
  page(wanted: Wanted<S>, { by, isTurned }: Order<S>, from: { after: Place | null; limit: number }): TablePage {
    const [{ values }, ids] = [this.#column(by), this.#ids];
    const after = from.after && { key: from.after.key ?? NONE, words: idWords(from.after.id) };
    const beyond = after && { key: after.key, compareId: (slot: number) => ids.compare(slot, after.words) };
    const fitting = this.#fitting(wanted);
    const few = firstFew(
      fitting,
      { keys: values, compareIds: (a, b) => ids.compareSlots(a, b), isTurned },
      { beyond, most: from.limit + 1 },
    );
    const rows = few.slice(0, from.limit).map((slot) => {
      const found = values[slot] ?? NONE;
      return { id: ids.idAt(slot), key: found === NONE ? null : found };
    });
    return { rows, total: fitting.length, hasMore: few.length > from.limit };
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
