import type { MapTile } from '#shared/contract/map.ts';
import { PUBLIC_STATUSES } from '#shared/domain/appeal.ts';
import { unproject } from '#shared/domain/map/mercator.ts';
import type { FineBox } from './case-question.ts';
import { CELLS, cellBits, FINE_ZOOM } from './cells.ts';
import type { ClusterLevel } from './cluster-level.ts';
import type { PublishedColumns } from './published-columns.ts';

const STATES = PUBLIC_STATUSES.length;
/** Clusters keep this far from the edges of their cell, as a part of it, so that two never cover each other. */
const INDENT = 0.25;
const MILLIONTHS = 1e6;
const round = (degrees: number): number => Math.round(degrees * MILLIONTHS) / MILLIONTHS;
/** A coordinate held off the edges of its cell. */
const indented = (coordinate: number, nth: number, side: number): number =>
  (nth + Math.min(1 - INDENT, Math.max(INDENT, coordinate / side - nth))) * side;
/** Where a fine pixel lies, in millionths of a degree. */
const placeOf = (x: number, y: number): [lng: number, lat: number] => {
  const [lng, lat] = unproject([x, y], FINE_ZOOM);
  return [round(lng), round(lat)];
};

/** All cells of a zoom that a box touches, and what was found in each: how many, where on average, in which states, and which slot it is where it is one. */
export class CellGrid {
  readonly #bits: number;
  readonly #left: number;
  readonly #top: number;
  readonly #across: number;
  readonly #down: number;
  readonly #counts: Uint32Array;
  readonly #sumsX: Float64Array;
  readonly #sumsY: Float64Array;
  readonly #slots: Uint32Array;
  readonly #byState: Uint32Array;

  constructor(z: number, { left, top, right, bottom }: FineBox) {
    this.#bits = cellBits(z);
    const side = 2 ** this.#bits;
    [this.#left, this.#top] = [Math.floor(left / side), Math.floor(top / side)];
    this.#across = Math.ceil(right / side) - this.#left;
    this.#down = Math.ceil(bottom / side) - this.#top;
    const cells = this.#across * this.#down;
    this.#counts = new Uint32Array(cells);
    this.#sumsX = new Float64Array(cells);
    this.#sumsY = new Float64Array(cells);
    this.#slots = new Uint32Array(cells);
    this.#byState = new Uint32Array(cells * STATES);
  }
  /** The columns and rows of the tiles that hold these cells. */
  eachTile(visit: (x: number, y: number) => void): void {
    const last = (first: number, cells: number): number => Math.floor((first + cells - 1) / CELLS);
    for (let y = Math.floor(this.#top / CELLS); y <= last(this.#top, this.#down); y++)
      for (let x = Math.floor(this.#left / CELLS); x <= last(this.#left, this.#across); x++) visit(x, y);
  }
  #cellAt(x: number, y: number): number {
    const column = (x >>> this.#bits) - this.#left;
    const row = (y >>> this.#bits) - this.#top;
    return column < 0 || row < 0 || column >= this.#across || row >= this.#down ? -1 : row * this.#across + column;
  }
  /** Counts one case, if it lies in these cells. */
  add(slot: number, x: number, y: number, state: number): void {
    const cell = this.#cellAt(x, y);
    if (cell < 0) return;
    this.#counts[cell] = (this.#counts[cell] ?? 0) + 1;
    this.#sumsX[cell] = (this.#sumsX[cell] ?? 0) + x;
    this.#sumsY[cell] = (this.#sumsY[cell] ?? 0) + y;
    this.#slots[cell] = slot;
    this.#byState[cell * STATES + state] = (this.#byState[cell * STATES + state] ?? 0) + 1;
  }
  /** Takes over what was counted of a cell beforehand. */
  addCounted({ cells: { counts, sumsX, sumsY, slots, byState } }: ClusterLevel, at: number): void {
    const count = counts[at] ?? 1;
    const cell = this.#cellAt((sumsX[at] ?? 0) / count, (sumsY[at] ?? 0) / count);
    if (cell < 0) return;
    this.#counts[cell] = count;
    this.#sumsX[cell] = sumsX[at] ?? 0;
    this.#sumsY[cell] = sumsY[at] ?? 0;
    this.#slots[cell] = slots[at] ?? 0;
    this.#byState.set(byState.subarray(at * STATES, (at + 1) * STATES), cell * STATES);
  }
  #cluster(cell: number, count: number): MapTile['clusters'][number] {
    const side = 2 ** this.#bits;
    const x = indented((this.#sumsX[cell] ?? 0) / count, this.#left + (cell % this.#across), side);
    const y = indented((this.#sumsY[cell] ?? 0) / count, this.#top + Math.floor(cell / this.#across), side);
    const states = this.#byState.subarray(cell * STATES, (cell + 1) * STATES);
    return [...placeOf(x, y), count, [...states]];
  }
  /** Cells with one case show it, newest first; cells with several show how many, by state. */
  tile(kept: PublishedColumns): MapTile {
    const clusters: MapTile['clusters'] = [];
    const single: number[] = [];
    this.#counts.forEach((count, cell) => {
      if (count === 1) single.push(this.#slots[cell] ?? 0);
      else if (count > 1) clusters.push(this.#cluster(cell, count));
    });
    single.sort((a, b) => kept.compare(a, b));
    return { clusters, points: single.map((slot) => pointOf(kept, slot)) };
  }
}
function pointOf(kept: PublishedColumns, slot: number): MapTile['points'][number] {
  const { xs, ys, statuses, categories } = kept.columns;
  return [
    kept.idOf(slot),
    ...placeOf(xs[slot] ?? 0, ys[slot] ?? 0),
    PUBLIC_STATUSES[statuses[slot] ?? 0] ?? 'received',
    kept.categoryCodes.list[categories[slot] ?? 0] ?? '',
  ];
}
