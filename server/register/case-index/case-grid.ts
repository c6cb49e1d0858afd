import { type Bounds, type Pixel, project } from '#shared/domain/map/mercator.ts';

/** A part of the map at a zoom of the web's maps. */
export interface GridArea {
  bounds: Bounds;
  zoom: number;
}
/** Cases that lie together: their middle in degrees, and who they are while they are few. */
export interface GridCell {
  lng: number;
  lat: number;
  count: number;
  /** In order; empty where they are many. */
  ids: string[];
}
/** Where the cases of a list lie. */
export interface CaseGrid {
  /** How many fit in all, how many of them have a point, and how many of those lie in the area. */
  total: number;
  placed: number;
  seen: number;
  /** From few cases to many, then from south to north and from west to east. */
  cells: GridCell[];
}
/** The side of a cell, in pixels of the zoom. */
const CELL = 56;
/** So many cases of a cell are told one by one. */
const FEW_IN_CELL = 20;
/** Degrees are summed as whole millionths, so that their order does not matter. */
const MILLIONTH = 1e6;

/** Counts points into cells, whoever finds them and in whatever order. */
export class GridCounter {
  readonly #area: GridArea;
  readonly #cells = new Map<string, { lng: number; lat: number; count: number; ids: string[] }>();
  #placed = 0;
  #seen = 0;

  constructor(area: GridArea) {
    this.#area = area;
  }
  /** Takes a case with a point in; its id is asked for only where it is needed. */
  add(lng: number, lat: number, idOf: () => string): void {
    this.#placed += 1;
    const [west, south, east, north] = this.#area.bounds;
    if (lng < west || lng > east || lat < south || lat > north) return;
    this.#seen += 1;
    const [x, y]: Pixel = project([lng, lat], this.#area.zoom);
    const key = `${Math.floor(x / CELL)} ${Math.floor(y / CELL)}`;
    const cell = this.#cells.get(key) ?? { lng: 0, lat: 0, count: 0, ids: [] };
    cell.lng += Math.round(lng * MILLIONTH);
    cell.lat += Math.round(lat * MILLIONTH);
    cell.count += 1;
    if (cell.count <= FEW_IN_CELL) cell.ids.push(idOf());
    this.#cells.set(key, cell);
  }
  /** What was counted, of so many cases in all. */
  grid(total: number): CaseGrid {
    const middle = (sum: number, count: number): number => Math.round(sum / count) / MILLIONTH;
    const cells = [...this.#cells.values()].map(({ lng, lat, count, ids }) => ({
      lng: middle(lng, count),
      lat: middle(lat, count),
      count,
      ids: count <= FEW_IN_CELL ? ids.sort() : [],
    }));
    cells.sort((a, b) => a.count - b.count || a.lat - b.lat || a.lng - b.lng);
    return { total, placed: this.#placed, seen: this.#seen, cells };
  }
}
