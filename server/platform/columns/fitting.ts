import { addAll, keepFirstOnly, keepOnly } from './bits.ts';
import { type Column, StringColumn } from './column.ts';
import type { Columns, Filter } from './filter.ts';
import type { Lent } from './lent.ts';

/** What a filter is asked of. */
export interface Asked {
  column: (name: string) => Column;
  /** Below zero where there is none. */
  slotOf: (id: string) => number;
  /** Where sets are borrowed that an answer needs on its way. */
  lent: Lent;
}
const stringsOf = ({ column }: Asked, name: string): StringColumn => {
  const found = column(name);
  if (found instanceof StringColumn) return found;
  throw new Error(`${name} holds no strings`);
};
const numbersOf = ({ column }: Asked, name: string): Exclude<Column, StringColumn> => {
  const found = column(name);
  if (!(found instanceof StringColumn)) return found;
  throw new Error(`${name} holds no numbers`);
};
const boundsOf = (from: number | null, to: number | null): [number, number] => [
  from ?? -Number.MAX_VALUE,
  to ?? Number.MAX_VALUE,
];

/** True for a filter for which numbers must be walked. */
function isDear<S extends Columns>(filter: Filter<S>): boolean {
  if ('between' in filter) return true;
  if ('not' in filter) return isDear(filter.not);
  if ('all' in filter) return filter.all.some(isDear);
  return 'any' in filter && filter.any.some(isDear);
}

/** Leaves in a set what fits any of several filters. */
function keepAny<S extends Columns>(filters: readonly Filter<S>[], set: Uint32Array, asked: Asked): void {
  const either = asked.lent.empty(set.length);
  for (const each of filters) {
    const fitting = asked.lent.copy(set);
    keepFitting(each, fitting, asked);
    addAll(either, fitting);
    asked.lent.giveBack(fitting);
  }
  set.set(either);
  asked.lent.giveBack(either);
}
/**
 * Leaves in a set those whose rows fit the filter. Strings cost one pass over bits; numbers, which must be walked, are asked last
 * and only of the rows that are left.
 */
export function keepFitting<S extends Columns>(filter: Filter<S>, set: Uint32Array, asked: Asked): void {
  if ('in' in filter) stringsOf(asked, filter.in[0]).keepHolding(filter.in[1], set);
  else if ('between' in filter) {
    const [name, from, to] = filter.between;
    numbersOf(asked, name).keepBetween(...boundsOf(from, to), set);
  } else if ('isNull' in filter) asked.column(filter.isNull).keepEmpty(set);
  else if ('ids' in filter)
    keepOnly(
      set,
      filter.ids.map(asked.slotOf).filter((slot) => slot >= 0),
    );
  else if ('not' in filter) {
    const fitting = asked.lent.copy(set);
    keepFitting(filter.not, fitting, asked);
    keepFirstOnly(set, fitting);
    asked.lent.giveBack(fitting);
  } else if ('all' in filter) {
    for (const each of filter.all) if (!isDear(each)) keepFitting(each, set, asked);
    for (const each of filter.all) if (isDear(each)) keepFitting(each, set, asked);
  } else keepAny(filter.any, set, asked);
}
/** Whether the row of one slot fits the filter. */
export function fits<S extends Columns>(slot: number, filter: Filter<S>, asked: Asked): boolean {
  if ('in' in filter) return stringsOf(asked, filter.in[0]).holdsOne(slot, filter.in[1]);
  if ('between' in filter) {
    const [name, from, to] = filter.between;
    const [low, high] = boundsOf(from, to);
    const value = numbersOf(asked, name).at(slot);
    return value >= low && value <= high;
  }
  if ('isNull' in filter) return asked.column(filter.isNull).isEmpty(slot);
  if ('ids' in filter) return filter.ids.some((id) => asked.slotOf(id) === slot);
  if ('not' in filter) return !fits(slot, filter.not, asked);
  if ('all' in filter) return filter.all.every((each) => fits(slot, each, asked));
  return filter.any.some((each) => fits(slot, each, asked));
}
/** Between which numbers of a column, both included, every row lies that fits the filter, as far as its outermost parts say. */
export function boundsOn<S extends Columns>(filter: Filter<S>, column: string): [low: number, high: number] {
  if ('between' in filter && filter.between[0] === column) return boundsOf(filter.between[1], filter.between[2]);
  const none: [number, number] = [Number.NEGATIVE_INFINITY, Number.MAX_VALUE];
  if (!('all' in filter)) return none;
  return filter.all
    .map((each) => boundsOn(each, column))
    .reduce(([low, high], [from, to]) => [Math.max(low, from), Math.min(high, to)], none);
}
