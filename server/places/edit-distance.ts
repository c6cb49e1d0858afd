/** Letters in a row, with a mark for each that occurs: most pairs are told apart by their marks alone. */
export interface Run {
  text: string;
  marks: number;
}
/** Makes a run of letters ready to be compared. */
export function runOf(text: string): Run {
  let marks = 0;
  for (let i = 0; i < text.length; i += 1) marks |= 1 << (text.charCodeAt(i) & 31);
  return { text, marks };
}
/** Whether more than `max` letters of one run are missing in the other: each of them needs an edit of its own. */
export function lacks(one: Run, other: Run, max: number): boolean {
  let [only, count] = [one.marks & ~other.marks, 0];
  for (; only !== 0 && count <= max; count += 1) only &= only - 1;
  return count > max;
}

/** Longer runs are only compared whole. */
const LONGEST = 160;
/** Three rows of the table of distances, used again by each call: a query makes thousands. */
let [before, last, next] = [new Uint8Array(LONGEST), new Uint8Array(LONGEST), new Uint8Array(LONGEST)];

const at = (row: Uint8Array, i: number): number => row[i] ?? LONGEST;
const isSwap = (a: string, i: number, b: string, j: number): boolean =>
  a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);

/**
 * How many letters must be put in, left out, changed or swapped with their neighbour to make `typed` of `written`
 * (optimal string alignment); `max + 1` where it is more than `max`.
 */
export const editsWithin = (typed: Run, written: Run, max: number): number =>
  Math.abs(typed.text.length - written.text.length) > max || lacks(typed, written, max) || lacks(written, typed, max)
    ? max + 1
    : edits(typed.text, written.text, max, false);
/** The same for any beginning of `written`. */
export const editsWithinPrefix = (typed: Run, written: Run, max: number): number =>
  typed.text.length - written.text.length > max || lacks(typed, written, max)
    ? max + 1
    : edits(typed.text, written.text, max, true);

function edits(typed: string, written: string, max: number, asPrefix: boolean): number {
  const [rows, columns, none] = [typed.length, written.length, max + 1];
  if (rows >= LONGEST || columns >= LONGEST) return typed === written ? 0 : none;
  for (let j = 0; j <= columns; j += 1) last[j] = Math.min(j, none);
  for (let i = 1; i <= rows; i += 1) {
    next.fill(none, 0, columns + 1);
    next[0] = Math.min(i, none);
    let least = at(next, 0);
    for (let j = Math.max(1, i - max); j <= Math.min(columns, i + max); j += 1) {
      const isSame = typed.charCodeAt(i - 1) === written.charCodeAt(j - 1);
      const swapped = i > 1 && j > 1 && isSwap(typed, i, written, j) ? at(before, j - 2) + 1 : none;
      const fewest = Math.min(at(last, j - 1) + (isSame ? 0 : 1), at(last, j) + 1, at(next, j - 1) + 1, swapped, none);
      next[j] = fewest;
      least = Math.min(least, fewest);
    }
    if (least > max) return none;
    [before, last, next] = [last, next, before];
  }
  return asPrefix ? Math.min(...last.subarray(0, columns + 1)) : at(last, columns);
}
