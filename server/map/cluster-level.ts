import { PUBLIC_STATUSES } from '#shared/domain/appeal.ts';
import { TILE_CELLS } from './cells.ts';

const STATES = PUBLIC_STATUSES.length;
const FIRST_CAPACITY = 64;
const GROWTH = 1.5;

const cellsFor = (capacity: number) => ({
  keys: new Float64Array(capacity),
  counts: new Uint32Array(capacity),
  /** Of fine pixels; sums of whole numbers, so that taking a case out leaves what there was without it. */
  sumsX: new Float64Array(capacity),
  sumsY: new Float64Array(capacity),
  /** The slots of all cases of a cell, each bit of them added without carry: of a single case, its slot. */
  slots: new Uint32Array(capacity),
  byState: new Uint32Array(capacity * STATES),
});
type Cells = ReturnType<typeof cellsFor>;

/** One zoom of the clusters: what lies in each of its cells, counted beforehand and kept right as cases come and go. */
export class ClusterLevel {
  cells: Cells = cellsFor(FIRST_CAPACITY);
  size = 0;
  /** The first so many cells are in the order of their keys; those that came later are found by `#later`. */
  #sorted = 0;
  readonly #later = new Map<number, number>();

  #newCell(key: number): number {
    if (this.size === this.cells.keys.length) this.#resize(Math.ceil(this.size * GROWTH) + FIRST_CAPACITY);
    this.cells.keys[this.size] = key;
    this.size += 1;
    return this.size - 1;
  }
  #resize(capacity: number): void {
    const other = cellsFor(capacity);
    for (const name of Object.keys(other) as (keyof Cells)[])
      other[name].set(this.cells[name].subarray(0, name === 'byState' ? this.size * STATES : this.size));
    this.cells = other;
  }
  #change(at: number, slot: number, x: number, y: number, state: number, sign: 1 | -1): void {
    const { counts, sumsX, sumsY, slots, byState } = this.cells;
    counts[at] = (counts[at] ?? 0) + sign;
    sumsX[at] = (sumsX[at] ?? 0) + sign * x;
    sumsY[at] = (sumsY[at] ?? 0) + sign * y;
    slots[at] = (slots[at] ?? 0) ^ slot;
    byState[at * STATES + state] = (byState[at * STATES + state] ?? 0) + sign;
  }
  /** Counts a case whose key is not below any that was counted before. */
  append(key: number, slot: number, x: number, y: number, state: number): void {
    const isNew = this.size === 0 || this.cells.keys[this.size - 1] !== key;
    this.#change(isNew ? this.#newCell(key) : this.size - 1, slot, x, y, state, 1);
    this.#sorted = this.size;
  }
  /** Gives back the room that was not needed. */
  trim(): void {
    this.#resize(this.size);
  }
  #firstFrom(key: number): number {
    const { keys } = this.cells;
    let [low, high] = [0, this.#sorted];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((keys[middle] ?? 0) < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
  /** Counts a case once more or once less. */
  count(key: number, slot: number, x: number, y: number, state: number, sign: 1 | -1): void {
    const sorted = this.#firstFrom(key);
    const isSorted = sorted < this.#sorted && this.cells.keys[sorted] === key;
    let at = isSorted ? sorted : this.#later.get(key);
    if (at === undefined) {
      at = this.#newCell(key);
      this.#later.set(key, at);
    }
    this.#change(at, slot, x, y, state, sign);
  }
  /** The cells of a tile in which something lies, by the tile's own place in Z-order. */
  eachOf(tile: number, visit: (at: number) => void): void {
    const first = tile * TILE_CELLS;
    const { keys, counts } = this.cells;
    for (let at = this.#firstFrom(first); at < this.#sorted && (keys[at] ?? 0) < first + TILE_CELLS; at++)
      if ((counts[at] ?? 0) > 0) visit(at);
    if (this.#later.size === 0) return;
    for (let key = first; key < first + TILE_CELLS; key++) {
      const at = this.#later.get(key);
      if (at !== undefined && (counts[at] ?? 0) > 0) visit(at);
    }
  }
}
