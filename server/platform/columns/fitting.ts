import { Bits, inBoth, inEither, inFirstOnly } from './bits.ts';
import { type Column, StringColumn } from './column.ts';
import type { Columns, Filter } from './filter.ts';

/** What a filter is asked of. */
export interface Asked {
  column: (name: string) => Column;
  /** Below zero where there is none. */
  slotOf: (id: string) => number;
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

/**
 * Those of the set `within` whose rows fit the filter. Strings cost one pass over bits; numbers, which must be walked, are asked
 * last and only of the rows that are left.
 */
export function fitting<S extends Columns>(filter: Filter<S>, within: Uint32Array, asked: Asked): Uint32Array {
  if ('in' in filter) {
    const [name, values] = filter.in;
    return inBoth(stringsOf(asked, name).holding(values), within);
  }
  if ('between' in filter) {
    const [name, from, to] = filter.between;
    return numbersOf(asked, name).between(...boundsOf(from, to), within);
  }
  if ('isNull' in filter) return asked.column(filter.isNull).emptyIn(within);
  if ('ids' in filter) {
    const meant = new Bits();
    for (const slot of filter.ids.map(asked.slotOf)) if (slot >= 0) meant.add(slot);
    return inBoth(meant.words, within);
  }
  if ('not' in filter) return inFirstOnly(within, fitting(filter.not, within, asked));
  if ('all' in filter) {
    const [cheap, dear] = [false, true].map((wanted) => filter.all.filter((each) => isDear(each) === wanted));
    return [...(cheap ?? []), ...(dear ?? [])].reduce((left, each) => fitting(each, left, asked), within);
  }
  return filter.any.map((each) => fitting(each, within, asked)).reduce(inEither, new Uint32Array());
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
