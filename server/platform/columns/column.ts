import { Bits, inBoth, inEither, inFirstOnly } from './bits.ts';
import type { ColumnKind } from './filter.ts';

/** In place of a number where there is none: before every number, as MongoDB sorts. */
export const NONE = Number.NEGATIVE_INFINITY;
const FIRST_SLOTS = 1_024;
const NOBODY = new Uint32Array();

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
  /** The slots that hold at least one of these strings. */
  holding(values: readonly string[]): Uint32Array {
    const sets = values.flatMap((value) => this.#holders.get(value)?.words ?? []);
    const [first = NOBODY, ...more] = sets;
    return more.reduce(inEither, first);
  }
  /** Those of a set that have no string. */
  emptyIn(within: Uint32Array): Uint32Array {
    return inBoth(this.#without.words, within);
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
  emptyIn(within: Uint32Array): Uint32Array {
    return inBoth(this.#without.words, within);
  }
  isEmpty(slot: number): boolean {
    return this.#without.has(slot);
  }
  at(slot: number): number {
    return this.values[slot] ?? NONE;
  }
  /** Those of a set whose numbers lie between two, both included. */
  between(low: number, high: number, within: Uint32Array): Uint32Array {
    const { values } = this;
    const found = new Uint32Array(within.length);
    for (let at = 0; at < within.length; at += 1) {
      const asked = within[at] ?? 0;
      if (asked === 0) continue;
      let bits = 0;
      for (let left = asked; left !== 0; left &= left - 1) {
        const one = left & -left;
        const value = values[at * 32 + 31 - Math.clz32(one)] ?? NONE;
        if (value >= low && value <= high) bits |= one;
      }
      found[at] = bits;
    }
    return found;
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
  emptyIn(within: Uint32Array): Uint32Array {
    return inFirstOnly(within, this.#holders.words);
  }
  isEmpty(slot: number): boolean {
    return !this.#holders.has(slot);
  }
  /** Those of a set whose numbers lie between two, both included. */
  between(low: number, high: number, within: Uint32Array): Uint32Array {
    const found = new Bits();
    for (const [slot, value] of this.#values) if (value >= low && value <= high) found.add(slot);
    return inBoth(found.words, within);
  }
}
/** One typed column. */
export type Column = StringColumn | NumberColumn | RareColumn;
/** An empty column of that kind. */
export function columnOf(kind: ColumnKind): Column {
  if (kind === 'number') return new NumberColumn();
  return kind === 'rare' ? new RareColumn() : new StringColumn();
}
