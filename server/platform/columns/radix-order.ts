import { eachRow } from './in-slices.ts';

/** How many bits of a key are looked at in one round. */
const DIGIT = 11;
const VALUES = 2 ** DIGIT;

/**
 * Puts rows in the order of their keys, from small to large; rows with the same key stay as they were. Yields between short
 * steps, for a million rows take a tenth of a second. `keyOf` tells the key of a row, a whole number of 32 bits.
 */
export function* inKeyOrder(
  rows: Uint32Array,
  keyOf: (row: number) => number,
): Generator<void, Uint32Array<ArrayBuffer>> {
  const keys = new Uint32Array(rows.length);
  yield* eachRow(0, rows.length, (n) => {
    keys[n] = keyOf(rows[n] ?? 0);
  });
  /** Places in `rows`, in the order reached so far. */
  let order = Uint32Array.from(rows.keys());
  let next = new Uint32Array(rows.length);
  for (let shift = 0; shift < 32; shift += DIGIT) {
    const digitAt = (n: number): number => ((keys[order[n] ?? 0] ?? 0) >>> shift) & (VALUES - 1);
    const starts = new Uint32Array(VALUES + 1);
    yield* eachRow(0, order.length, (n) => {
      const after = digitAt(n) + 1;
      starts[after] = (starts[after] ?? 0) + 1;
    });
    if (starts.includes(order.length)) continue; // all alike
    for (let value = 1; value <= VALUES; value++) starts[value] = (starts[value] ?? 0) + (starts[value - 1] ?? 0);
    yield* eachRow(0, order.length, (n) => {
      const digit = digitAt(n);
      const place = starts[digit] ?? 0;
      starts[digit] = place + 1;
      next[place] = order[n] ?? 0;
    });
    [order, next] = [next, order];
  }
  yield* eachRow(0, order.length, (n) => {
    next[n] = rows[order[n] ?? 0] ?? 0;
  });
  return next;
}
