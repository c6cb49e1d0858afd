import { Bits } from './bits.ts';
import type { Beyond, Ordering } from './first-few.ts';

/** Rows that came or moved since the order was made; beyond so many it is made anew. */
const MOST_FRESH = 4_096;

/** All slots in an order that is kept through changes: a page of it is a walk from its place, however deep it lies. */
export class KeptOrder {
  readonly #keyOf: (slot: number) => number;
  readonly #compareIds: Ordering['compareIds'];
  /** As they stood when the order was made, and their keys of then. */
  #slots: Uint32Array;
  #keys: Float64Array;
  readonly #known = new Bits();
  /** Those of them that stand elsewhere by now. */
  #moved = new Bits();
  /** Those that came or moved since, in order. */
  #fresh: number[] = [];
  #isFresh = new Bits();

  readonly #mostFresh: number;

  constructor(
    slots: Uint32Array,
    keyOf: (slot: number) => number,
    compareIds: Ordering['compareIds'],
    mostFresh = MOST_FRESH,
  ) {
    this.#mostFresh = mostFresh;
    this.#keyOf = keyOf;
    this.#compareIds = compareIds;
    this.#slots = Uint32Array.from(slots).sort((a, b) => this.#compare(keyOf(a), a, keyOf(b), b));
    this.#keys = Float64Array.from(this.#slots, keyOf);
    for (const slot of slots) this.#known.add(slot);
  }
  #compare(keyA: number, a: number, keyB: number, b: number): number {
    return keyA < keyB ? -1 : keyA > keyB ? 1 : a === b ? 0 : this.#compareIds(a, b);
  }
  /** Puts a slot where its key of now says; called after a slot came or its key changed. */
  place(slot: number): void {
    if (this.#isFresh.has(slot)) this.#fresh.splice(this.#fresh.indexOf(slot), 1);
    else if (this.#known.has(slot)) this.#moved.add(slot);
    const key = this.#keyOf(slot);
    let [low, high] = [0, this.#fresh.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = this.#fresh[middle] ?? 0;
      if (this.#compare(this.#keyOf(other), other, key, slot) < 0) low = middle + 1;
      else high = middle;
    }
    this.#fresh.splice(low, 0, slot);
    this.#isFresh.add(slot);
    if (this.#fresh.length > this.#mostFresh) this.#remake();
  }
  /** Puts the fresh ones in among the others. */
  #remake(): void {
    const fresh = this.#fresh;
    const slots = new Uint32Array(this.#slots.length + fresh.length);
    const keys = new Float64Array(slots.length);
    let [count, next] = [0, 0];
    const take = (slot: number, key: number): void => {
      slots[count] = slot;
      keys[count] = key;
      count += 1;
    };
    for (let at = 0; at < this.#slots.length; at += 1) {
      const [slot, key] = [this.#slots[at] ?? 0, this.#keys[at] ?? 0];
      if (this.#moved.has(slot)) continue;
      for (let other = fresh[next]; other !== undefined; other = fresh[next]) {
        if (this.#compare(this.#keyOf(other), other, key, slot) > 0) break;
        take(other, this.#keyOf(other));
        next += 1;
      }
      take(slot, key);
    }
    for (const slot of fresh.slice(next)) take(slot, this.#keyOf(slot));
    for (const slot of fresh) this.#known.add(slot);
    this.#slots = slots.slice(0, count);
    this.#keys = keys.slice(0, count);
    this.#moved = new Bits();
    this.#fresh = [];
    this.#isFresh = new Bits();
  }
  /** How many of a row of slots, whose keys are at hand, stand before a place or, where it is turned, not behind it. */
  #before(length: number, at: (n: number) => [slot: number, key: number], beyond: Beyond, isTurned: boolean): number {
    let [low, high] = [0, length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const [slot, key] = at(middle);
      const way = key < beyond.key ? -1 : key > beyond.key ? 1 : beyond.compareId(slot);
      if (way < 0 || (way === 0 && !isTurned)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
  /** The first few of a set of slots, beyond a place where one is given. */
  firstFew(
    wanted: Uint32Array,
    { beyond, most, isTurned }: { beyond: Beyond | null; most: number; isTurned: boolean },
  ): number[] {
    const [slots, keys, fresh, moved] = [this.#slots, this.#keys, this.#fresh, this.#moved.words];
    const step = isTurned ? -1 : 1;
    const beginOf = (length: number, at: (n: number) => [number, number]): number => {
      if (!beyond) return isTurned ? length - 1 : 0;
      const before = this.#before(length, at, beyond, isTurned);
      return isTurned ? before - 1 : before;
    };
    let at = beginOf(slots.length, (n) => [slots[n] ?? 0, keys[n] ?? 0]);
    let next = beginOf(fresh.length, (n) => [fresh[n] ?? 0, this.#keyOf(fresh[n] ?? 0)]);
    const isIn = (words: Uint32Array, slot: number): boolean => (((words[slot >>> 5] ?? 0) >>> (slot & 31)) & 1) === 1;
    const few: number[] = [];
    while (few.length < most) {
      let slot = slots[at];
      while (slot !== undefined && (!isIn(wanted, slot) || isIn(moved, slot))) {
        at += step;
        slot = slots[at];
      }
      let other = fresh[next];
      while (other !== undefined && !isIn(wanted, other)) {
        next += step;
        other = fresh[next];
      }
      if (slot === undefined && other === undefined) break;
      const isOther =
        other !== undefined &&
        (slot === undefined || step * this.#compare(this.#keyOf(other), other, keys[at] ?? 0, slot) < 0);
      few.push((isOther ? other : slot) ?? 0);
      if (isOther) next += step;
      else at += step;
    }
    return few;
  }
}
