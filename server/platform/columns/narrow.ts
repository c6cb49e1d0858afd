import { type Column, NONE } from './column.ts';
import type { Columns, Filter } from './filter.ts';

/** What a filter is asked of. */
export interface Narrowed {
  column: (name: string) => Column;
  /** Below zero where there is none. */
  slotOf: (id: string) => number;
}

/** Those of the slots whose value is marked in the mask. */
function masked(slots: Uint32Array, values: ArrayLike<number>, mask: Uint8Array): Uint32Array {
  const kept = new Uint32Array(slots.length);
  let count = 0;
  for (let n = 0; n < slots.length; n += 1) {
    const slot = slots[n] ?? 0;
    kept[count] = slot;
    count += mask[values[slot] ?? 0] ?? 0;
  }
  return kept.subarray(0, count);
}
/** Those of the slots whose value lies between two numbers, both included. */
function bounded(slots: Uint32Array, values: ArrayLike<number>, low: number, high: number): Uint32Array {
  const kept = new Uint32Array(slots.length);
  let count = 0;
  for (let n = 0; n < slots.length; n += 1) {
    const slot = slots[n] ?? 0;
    const value = values[slot] ?? NONE;
    kept[count] = slot;
    if (value >= low && value <= high) count += 1;
  }
  return kept.subarray(0, count);
}
/** Those of the slots that are not among some of them; both are in order. */
function without(slots: Uint32Array, some: Uint32Array): Uint32Array {
  const kept = new Uint32Array(slots.length - some.length);
  let [count, at] = [0, 0];
  for (const slot of slots)
    if (slot === some[at]) at += 1;
    else kept[count++] = slot;
  return kept;
}

/**
 * Those of the slots whose rows fit the filter; slots are in rising order, and so is the answer. It goes column by column in
 * plain loops, for asking a function about each of a million rows takes many times as long.
 */
export function narrow<S extends Columns>(slots: Uint32Array, filter: Filter<S>, table: Narrowed): Uint32Array {
  if ('in' in filter) {
    const column = table.column(filter.in[0]);
    return masked(slots, column.values, column.maskOf(filter.in[1]));
  }
  if ('between' in filter) {
    const [name, from, to] = filter.between;
    return bounded(slots, table.column(name).values, from ?? -Number.MAX_VALUE, to ?? Number.MAX_VALUE);
  }
  if ('isNull' in filter) {
    const { values, kind } = table.column(filter.isNull);
    const none = kind === 'number' ? NONE : 0;
    return bounded(slots, values, none, none);
  }
  if ('ids' in filter) {
    const meant = new Set(filter.ids.map(table.slotOf));
    return slots.filter((slot) => meant.has(slot));
  }
  if ('not' in filter) return without(slots, narrow(slots, filter.not, table));
  if ('all' in filter) return filter.all.reduce((kept, each) => narrow(kept, each, table), slots);
  // Each alternative is asked of what none before it took; the rest is what fits no one.
  const rest = filter.any.reduce((left, each) => without(left, narrow(left, each, table)), slots);
  return without(slots, rest);
}
