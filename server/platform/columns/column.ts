import { Bits, keepBoth, keepFirstOnly, keepOnly, meet } from './bits.ts';
import type { ColumnKind } from './filter.ts';

/** In place of a number where there is none: before every number, as MongoDB sorts. */
export const NONE = Number.NEGATIVE_INFINITY;
const FIRST_SLOTS = 1_024;

/** A column of strings: of each string, which slots hold it. */
export class StringColumn {
  readonly #holders = new Map<string, Bits>();
  readonly #without = new Bits();

  #holdersOf(value: string): Bits {
    let holders = this.#holders.get(value);
    if (!holders) {
      holders = new Bits();
      this.#holders.set(value, holders);
    }
    return holders;
  }
  /** Takes a slot's strings out. */
  clear(slot: number): void {
    for (const holders of this.#holders.values()) holders.delete(slot);
    this.#without.delete(slot);
  }
  /** Gives a slot that has none yet its strings: one, none, or several. */
  set(slot: number, value: string | null | readonly string[]): void {
    const values = value === null ? [] : typeof value === 'string' ? [value] : value;
    if (values.length === 0) this.#without.add(slot);
    for (const each of values) this.#holdersOf(each).add(slot);
  }
  /** Leaves in a set those that hold at least one of these strings. */
  keepHolding(values: readonly string[], set: Uint32Array): void {
    const sets = values.flatMap((value) => this.#holders.get(value)?.words ?? []);
    for (let at = 0; at < set.length; at += 1) {
      const asked = set[at] ?? 0;
      if (asked === 0) continue;
      let held = 0;
      for (const words of sets) held |= words[at] ?? 0;
      set[at] = asked & held;
    }
  }
  /** Leaves in a set those that have no string. */
  keepEmpty(set: Uint32Array): void {
    keepBoth(set, this.#without.words);
  }
  holdsOne(slot: number, values: readonly string[]): boolean {
    return values.some((value) => this.#holders.get(value)?.has(slot));
  }
  isEmpty(slot: number): boolean {
    return this.#without.has(slot);
  }
}

/** A column of numbers by slots. */
export class NumberColumn {
  values = new Float64Array(FIRST_SLOTS);
  readonly #without = new Bits();

  set(slot: number, value: number | null): void {
    if (slot >= this.values.length) {
      const larger = new Float64Array(this.values.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[slot] = value ?? NONE;
    if (value === null) this.#without.add(slot);
    else this.#without.delete(slot);
  }
  keepEmpty(set: Uint32Array): void {
    keepBoth(set, this.#without.words);
  }
  /** Whether some of a set have no number. */
  hasEmptyIn(set: Uint32Array): boolean {
    return meet(set, this.#without.words);
  }
  isEmpty(slot: number): boolean {
    return this.#without.has(slot);
  }
  at(slot: number): number {
    return this.values[slot] ?? NONE;
  }
  /** Leaves in a set those whose numbers lie between two, both included. */
  keepBetween(low: number, high: number, set: Uint32Array): void {
    const { values } = this;
    for (let at = 0; at < set.length; at += 1) {
      const asked = set[at] ?? 0;
      if (asked === 0) continue;
      let bits = 0;
      for (let left = asked; left !== 0; left &= left - 1) {
        const one = left & -left;
        const value = values[at * 32 + 31 - Math.clz32(one)] ?? NONE;
        if (value >= low && value <= high) bits |= one;
      }
      set[at] = bits;
    }
  }
}
/** A column of numbers that few rows have. */
export class RareColumn {
  readonly #values = new Map<number, number>();
  readonly #holders = new Bits();

  set(slot: number, value: number | null): void {
    if (value === null) {
      this.#values.delete(slot);
      this.#holders.delete(slot);
    } else {
      this.#values.set(slot, value);
      this.#holders.add(slot);
    }
  }
  at(slot: number): number {
    return this.#values.get(slot) ?? NONE;
  }
  keepEmpty(set: Uint32Array): void {
    keepFirstOnly(set, this.#holders.words);
  }
  isEmpty(slot: number): boolean {
    return !this.#holders.has(slot);
  }
  /** Leaves in a set those whose numbers lie between two, both included. */
  keepBetween(low: number, high: number, set: Uint32Array): void {
    keepOnly(
      set,
      [...this.#values].flatMap(([slot, value]) => (value >= low && value <= high ? [slot] : [])),
    );
  }
}
/** One typed column. */
export type Column = StringColumn | NumberColumn | RareColumn;
/** An empty column of that kind. */
export function columnOf(kind: ColumnKind): Column {
  if (kind === 'number') return new NumberColumn();
  return kind === 'rare' ? new RareColumn() : new StringColumn();
}
