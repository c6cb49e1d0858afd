import { Codes } from '#server/platform/columns/codes.ts';
import { IdSlots, type IdWords, idWords, idWordsIn } from '#server/platform/columns/id-slots.ts';
import { eachRow } from '#server/platform/columns/in-slices.ts';
import { inKeyOrder } from '#server/platform/columns/radix-order.ts';
import type { PublishedCase } from '#server/register/index.ts';
import { PUBLIC_STATUSES } from '#shared/domain/appeal.ts';
import { dayOf } from '#shared/domain/legal-clock/legal-date.ts';
import { project } from '#shared/domain/map/mercator.ts';
import { FINE_ZOOM, keyAt } from './cells.ts';
import { type Columns, columnsFor, copySlot, GONE, NOWHERE } from './columns.ts';

const SECOND_MS = 1_000;
const FIRST_CAPACITY = 1_024;
/** Room for what is to come, as a part of what is there, and how columns grow when it is used up. */
const ROOM = 1.05;
const GROWTH = 1.5;
const HIGH = 2 ** 32;

/**
 * The published cases as columns of numbers: some 40 bytes a case. The first `placed` slots are in Z-order of their places, so that
 * a tile is one stretch of them; up to `ordered` follow those without a place; behind them lies what came since, in no order.
 */
export class PublishedColumns {
  columns: Columns;
  /** How many slots were ever taken; those of cases that are gone are among them. */
  size = 0;
  placed = 0;
  ordered = 0;
  /** The ordered slots, newest first. */
  newest = new Uint32Array(0);
  /** Slots below this keep their place and their time: a case that changes these gets another slot. */
  #fixed = 0;
  readonly categoryCodes: Codes;
  readonly districtCodes: Codes<string | null>;
  readonly #slots: IdSlots;

  /** With room for so many, and the codes of other columns. */
  constructor({ expected = 0, like }: { expected?: number; like?: PublishedColumns } = {}) {
    this.columns = columnsFor(Math.ceil(expected * ROOM) + FIRST_CAPACITY);
    this.categoryCodes = like?.categoryCodes ?? new Codes();
    this.districtCodes = like?.districtCodes ?? new Codes();
    this.#slots = new IdSlots((slot) => this.#words(slot), expected);
  }
  #words(slot: number): IdWords {
    return idWordsIn(this.columns.ids, slot);
  }
  #newSlot(): number {
    const { length } = this.columns.statuses;
    if (this.size === length) {
      const larger = columnsFor(Math.ceil(length * GROWTH));
      for (const name of Object.keys(larger) as (keyof Columns)[]) larger[name].set(this.columns[name]);
      this.columns = larger;
    }
    this.size += 1;
    return this.size - 1;
  }
  #write(slot: number, found: PublishedCase): void {
    const { xs, ys, statuses, categories, districts, receivedAt, visibleFrom, dueOn } = this.columns;
    const [x, y] = found.point ? project(found.point, FINE_ZOOM) : [NOWHERE, NOWHERE];
    xs[slot] = x;
    ys[slot] = y;
    statuses[slot] = PUBLIC_STATUSES.indexOf(found.status);
    categories[slot] = this.categoryCodes.numberOf(found.categoryCode);
    districts[slot] = this.districtCodes.numberOf(found.districtCode);
    receivedAt[slot] = found.receivedAt.getTime() / SECOND_MS;
    // Of its second, so that what is published now is seen now.
    visibleFrom[slot] = Math.floor(found.visibleFrom.getTime() / SECOND_MS);
    dueOn[slot] = found.dueOn === null ? 0 : dayOf(found.dueOn);
  }
  /** The slot of a case that is or was kept; below zero where there is none. */
  find(id: string): number {
    return this.#slots.find(idWords(id));
  }
  /** Takes a case in that was never seen, without making it findable by its id: `inOrder` does that for all at once. */
  append(found: PublishedCase): void {
    const slot = this.#newSlot();
    this.columns.ids.set(idWords(found.id), slot * 3);
    this.#write(slot, found);
  }
  /** Takes a case in, or takes its newer state in place of the older one; answers its slot. */
  put(found: PublishedCase): number {
    const slot = this.#newSlot();
    this.#write(slot, found);
    return this.#settle(idWords(found.id), slot);
  }
  /** Takes a case as it is kept elsewhere. */
  putFrom(other: PublishedColumns, from: number): number {
    const slot = this.#newSlot();
    copySlot(other.columns, from, this.columns, slot);
    return this.#settle(other.#words(from), slot);
  }
  /** What was just written into the last slot goes where its case lay, if it may. */
  #settle(words: IdWords, written: number): number {
    const known = this.#slots.find(words);
    this.columns.ids.set(words, written * 3);
    if (known >= 0 && (known >= this.#fixed || this.#isInPlace(known, written))) {
      copySlot(this.columns, written, this.columns, known);
      this.size -= 1;
      return known;
    }
    if (known >= 0) this.columns.statuses[known] = GONE;
    this.#slots.put(words, written);
    return written;
  }
  #isInPlace(a: number, b: number): boolean {
    const { receivedAt } = this.columns;
    return this.keyOf(a) === this.keyOf(b) && this.hasPlace(a) === this.hasPlace(b) && receivedAt[a] === receivedAt[b];
  }
  /** Forgets a case; one that is not there does no harm. */
  remove(id: string): void {
    const slot = this.find(id);
    if (slot >= 0) this.columns.statuses[slot] = GONE;
  }
  isGone(slot: number): boolean {
    return this.columns.statuses[slot] === GONE;
  }
  hasPlace(slot: number): boolean {
    return this.columns.ys[slot] !== NOWHERE;
  }
  idOf(slot: number): string {
    return this.#words(slot)
      .map((word) => word.toString(16).padStart(8, '0'))
      .join('');
  }
  /** The key of the cell in which a case lies. */
  keyOf(slot: number): number {
    const { xs, ys } = this.columns;
    return keyAt(xs[slot] ?? 0, ys[slot] ?? 0);
  }
  /** The first of the placed slots whose key is not below this one. */
  firstFrom(key: number): number {
    let [low, high] = [0, this.placed];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.keyOf(middle) < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
  /** Newest first; of the same second, by id. Below zero where `a` comes before `b`. */
  compare(a: number, b: number): number {
    const { receivedAt, ids } = this.columns;
    const later = (receivedAt[b] ?? 0) - (receivedAt[a] ?? 0);
    if (later !== 0) return later;
    for (let word = 0; word < 3; word++) {
      const larger = (ids[b * 3 + word] ?? 0) - (ids[a * 3 + word] ?? 0);
      if (larger !== 0) return larger;
    }
    return 0;
  }
  /** The same cases in order, without those that are gone. What changes in these columns meanwhile must be put into the new ones afterwards. */
  *inOrder(): Generator<void, PublishedColumns> {
    const { columns, size } = this;
    this.#fixed = size;
    const live = yield* this.#live(size, columns);
    const lower = yield* inKeyOrder(live.placed, (slot) => this.keyOf(slot) % HIGH);
    const placed = yield* inKeyOrder(lower, (slot) => Math.floor(this.keyOf(slot) / HIGH));
    const fresh = new PublishedColumns({ expected: live.count, like: this });
    const order = [...[placed, live.placeless].entries()];
    for (const [nth, slots] of order)
      yield* eachRow(0, slots.length, (n) => {
        copySlot(columns, slots[n] ?? 0, fresh.columns, n + (nth === 0 ? 0 : placed.length));
      });
    fresh.size = live.count;
    fresh.placed = placed.length;
    fresh.ordered = live.count;
    fresh.#fixed = live.count;
    yield* eachRow(0, fresh.size, (slot) => {
      const twin = fresh.#slots.put(fresh.#words(slot), slot);
      if (twin >= 0) fresh.columns.statuses[twin] = GONE;
    });
    yield* fresh.#putNewestFirst();
    return fresh;
  }
  *#live(
    size: number,
    { statuses, ys }: Columns,
  ): Generator<void, { placed: Uint32Array; placeless: Uint32Array; count: number }> {
    const [placed, placeless] = [new Uint32Array(size), new Uint32Array(size)];
    const count = { placed: 0, placeless: 0 };
    yield* eachRow(0, size, (slot) => {
      if (statuses[slot] === GONE) return;
      if (ys[slot] === NOWHERE) placeless[count.placeless++] = slot;
      else placed[count.placed++] = slot;
    });
    return {
      placed: placed.slice(0, count.placed),
      placeless: placeless.slice(0, count.placeless),
      count: count.placed + count.placeless,
    };
  }
  *#putNewestFirst(): Generator<void, void> {
    const { receivedAt } = this.columns;
    const last = 0xffff_ffff;
    const newest = yield* inKeyOrder(
      Uint32Array.from({ length: this.size }, (_, slot) => slot),
      (slot) => last - (receivedAt[slot] ?? 0),
    );
    // Those of one second are not yet in the order of their ids.
    for (let from = 0; from < newest.length; ) {
      let to = from + 1;
      while (to < newest.length && receivedAt[newest[to] ?? 0] === receivedAt[newest[from] ?? 0]) to += 1;
      if (to - from > 1) newest.subarray(from, to).sort((a, b) => this.compare(a, b));
      if (((from ^ to) & ~0xfff) !== 0) yield;
      from = to;
    }
    this.newest = newest;
  }
}
