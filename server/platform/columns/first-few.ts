/** How rows are put in order: by a number each, those of the same number by id. */
export interface Ordering {
  /** The number of each slot. */
  keys: ArrayLike<number>;
  /** Below zero where the id in one slot comes before that in the other. */
  compareIds: (a: number, b: number) => number;
  isTurned: boolean;
}
/** Where the rows that are looked for begin: beyond a number, and among those of that number beyond an id. */
export interface Beyond {
  key: number;
  /** Below zero where the id in a slot comes before the one of that place. */
  compareId: (slot: number) => number;
}

/**
 * The first few of many slots in an order, beyond a place where one is given. Slots are walked from the end at which the first
 * ones most often lie, for rows are given slots as they come; what comes after the last of enough is dropped by one comparison.
 */
export function firstFew(
  slots: Uint32Array,
  { keys, compareIds, isTurned }: Ordering,
  { beyond, most }: { beyond: Beyond | null; most: number },
): number[] {
  const [few, fewKeys]: [number[], number[]] = [[], []];
  const way = isTurned ? -1 : 1;
  const from = beyond ? way * beyond.key : Number.NEGATIVE_INFINITY;
  let last = Number.POSITIVE_INFINITY;
  for (let n = 0; n < slots.length; n += 1) {
    const slot = slots[isTurned ? slots.length - 1 - n : n] ?? 0;
    const key = way * (keys[slot] ?? 0);
    if (key > last || key < from) continue;
    if (beyond && key === from && way * beyond.compareId(slot) <= 0) continue;
    const isFull = few.length === most;
    if (isFull && key === last && way * compareIds(slot, few[most - 1] ?? 0) > 0) continue;
    let [low, high] = [0, few.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = fewKeys[middle] ?? 0;
      if (other < key || (other === key && way * compareIds(few[middle] ?? 0, slot) < 0)) low = middle + 1;
      else high = middle;
    }
    few.splice(low, 0, slot);
    fewKeys.splice(low, 0, key);
    if (isFull) {
      few.pop();
      fewKeys.pop();
    }
    if (few.length === most) last = fewKeys[most - 1] ?? last;
  }
  return few;
}
