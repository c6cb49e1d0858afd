import { Bits, isIn } from './bits.ts';
import type { Beyond, Ordering } from './first-few.ts';

/** Rows that came or moved since the order was made; beyond so many it is made anew. */
const MOST_FRESH = 4_096;

/** Which part of an order is walked, and how. */
interface Walk {
  beyond: Beyond | null;
  most: number;
  isTurned: boolean;
  /** Between which keys, both included, all lie that are looked for. */
  low: number;
  high: number;
}
/** What an order is told of its rows. */
export interface OrderedRows {
  keyOf: (slot: number) => number;
  compareIds: Ordering['compareIds'];
  isThere: (slot: number) => boolean;
}

/** All slots in an order that is kept through changes: a page of it is a walk from its place, however deep it lies. */
export class KeptOrder {
  readonly #rows: OrderedRows;
  readonly #mostFresh: number;
  /** As they stood when the order was made. */
  #slots: Uint32Array;
  readonly #known = new Bits();
  /** Those of them that stand elsewhere by now: where they were, they are passed over. */
  #moved = new Bits();
  /** Those that came or moved since, in order. */
  #fresh: number[] = [];
  #isFresh = new Bits();

  constructor(slots: Uint32Array, rows: OrderedRows, mostFresh = MOST_FRESH) {
    this.#rows = rows;
    this.#mostFresh = mostFresh;
    this.#slots = Uint32Array.from(slots).sort((a, b) => this.#compare(a, b));
    for (const slot of slots) this.#known.add(slot);
  }
  #compare(a: number, b: number): number {
    const [keyA, keyB] = [this.#rows.keyOf(a), this.#rows.keyOf(b)];
    return keyA < keyB ? -1 : keyA > keyB ? 1 : a === b ? 0 : this.#rows.compareIds(a, b);
  }
  /** Puts a slot where its key of now says; called after a slot came or its key changed. */
  place(slot: number): void {
    if (this.#isFresh.has(slot)) this.#fresh.splice(this.#fresh.indexOf(slot), 1);
    else if (this.#known.has(slot)) this.#moved.add(slot);
    const at = this.#first(this.#fresh, (other) => this.#compare(other, slot) >= 0);
    this.#fresh.splice(at, 0, slot);
    this.#isFresh.add(slot);
    if (this.#fresh.length > this.#mostFresh) this.#remake();
  }
  /** Puts the fresh ones in among the others, and lets go of those that are there no more. */
  #remake(): void {
    const fresh = this.#fresh.filter(this.#rows.isThere);
    const slots = new Uint32Array(this.#slots.length + fresh.length);
    let [count, next] = [0, 0];
    for (const slot of this.#slots) {
      if (this.#moved.has(slot) || !this.#rows.isThere(slot)) continue;
      for (let other = fresh[next]; other !== undefined && this.#compare(other, slot) < 0; other = fresh[next]) {
        slots[count++] = other;
        next += 1;
      }
      slots[count++] = slot;
    }
    for (const slot of fresh.slice(next)) slots[count++] = slot;
    for (const slot of fresh) this.#known.add(slot);
    this.#slots = slots.slice(0, count);
    this.#moved = new Bits();
    this.#fresh = [];
    this.#isFresh = new Bits();
  }
  /** The first place of a row of slots from which on something holds; those that moved away say nothing of it. */
  #first(slots: ArrayLike<number>, holds: (slot: number) => boolean): number {
    const isAway = (slot: number): boolean => slots === this.#slots && this.#moved.has(slot);
    let [low, high] = [0, slots.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      let asked = middle;
      while (asked < high && isAway(slots[asked] ?? 0)) asked += 1;
      if (asked === high || holds(slots[asked] ?? 0)) high = middle;
      else low = asked + 1;
    }
    return low;
  }
  /** From where to where the slots of a row are walked: within the bounds of their keys, and beyond the place. */
  #reach(slots: ArrayLike<number>, { beyond, isTurned, low, high }: Walk): [from: number, to: number] {
    const { keyOf } = this.#rows;
    const place = beyond && ((slot: number): number => Math.sign(keyOf(slot) - beyond.key) || beyond.compareId(slot));
    const from = place && !isTurned ? this.#first(slots, (slot) => place(slot) > 0) : 0;
    const to = place && isTurned ? this.#first(slots, (slot) => place(slot) >= 0) : slots.length;
    return [
      Math.max(
        from,
        this.#first(slots, (slot) => keyOf(slot) >= low),
      ),
      Math.min(
        to,
        this.#first(slots, (slot) => keyOf(slot) > high),
      ),
    ];
  }
  /** The first few of a set of slots in this order. */
  firstFew(wanted: Uint32Array, walk: Walk): number[] {
    const [slots, fresh, moved] = [this.#slots, this.#fresh, this.#moved.words];
    const { isTurned, most } = walk;
    const step = isTurned ? -1 : 1;
    const [from, to] = this.#reach(slots, walk);
    const [freshFrom, freshTo] = this.#reach(fresh, walk);
    let at = isTurned ? to - 1 : from;
    let next = isTurned ? freshTo - 1 : freshFrom;
    const few: number[] = [];
    while (few.length < most) {
      while (at >= from && at < to && (!isIn(wanted, slots[at] ?? 0) || isIn(moved, slots[at] ?? 0))) at += step;
      while (next >= freshFrom && next < freshTo && !isIn(wanted, fresh[next] ?? 0)) next += step;
      const slot = at >= from && at < to ? slots[at] : undefined;
      const other = next >= freshFrom && next < freshTo ? fresh[next] : undefined;
      if (slot === undefined && other === undefined) break;
      const isOther = other !== undefined && (slot === undefined || step * this.#compare(other, slot) < 0);
      few.push((isOther ? other : slot) ?? 0);
      if (isOther) next += step;
      else at += step;
    }
    return few;
  }
}
