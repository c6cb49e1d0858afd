import { Dictionary } from './dictionary.ts';
import type { ColumnKind } from './filter.ts';

/** In place of a number where there is none: before every number, as MongoDB sorts. */
export const NONE = Number.NEGATIVE_INFINITY;
/** Between the strings of one cell; no value may hold it. */
const BETWEEN = '\n';
const FIRST_SLOTS = 1_024;
const storeFor = (kind: ColumnKind, slots: number) =>
  kind === 'number' ? new Float64Array(slots) : new Int32Array(slots);

/** One typed column: numbers as they are, strings and sets of strings by their place in a dictionary. */
export class Column {
  readonly kind: ColumnKind;
  readonly #dictionary = new Dictionary();
  values: Float64Array | Int32Array;

  constructor(kind: ColumnKind) {
    this.kind = kind;
    this.values = storeFor(kind, FIRST_SLOTS);
  }
  set(slot: number, value: string | number | null | readonly string[]): void {
    if (slot >= this.values.length) {
      const larger = storeFor(this.kind, this.values.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[slot] = this.#stored(value);
  }
  #stored(value: string | number | null | readonly string[]): number {
    if (typeof value === 'number') return value;
    if (value === null) return this.kind === 'number' ? NONE : 0;
    if (typeof value === 'string') return this.#dictionary.take(value);
    return this.#dictionary.take(value.length === 0 ? null : [...new Set(value)].sort().join(BETWEEN));
  }
  /** Of each code whether it is, or holds, one of these strings: 1 or 0. */
  maskOf(values: readonly string[]): Uint8Array {
    const mask = new Uint8Array(this.#dictionary.size);
    if (this.kind === 'code') {
      for (const code of values.map((value) => this.#dictionary.codeOf(value))) if (code !== undefined) mask[code] = 1;
      return mask;
    }
    const wanted = new Set(values);
    for (let code = 1; code < mask.length; code += 1) {
      const held = this.#dictionary.stringAt(code).split(BETWEEN);
      if (held.some((value) => wanted.has(value))) mask[code] = 1;
    }
    return mask;
  }
}
