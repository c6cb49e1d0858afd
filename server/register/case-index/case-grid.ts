import { type Bounds, TILE } from '#shared/domain/map/mercator.ts';

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
/** More rows of cells than any zoom has. */
const MOST_ROWS = 2 ** 24;
/** Cells along a side of the area at the most: of an area that is larger they are too. */
const MOST_ALONG = 100;
const RADIAN = Math.PI / 180;
/** How broad and how high a cell is, in degrees: nearly square on the screen, and the same wherever in a country the map is moved. */
function sidesOf({ bounds: [west, south, east, north], zoom }: GridArea): { width: number; height: number } {
  let width = (360 * CELL) / (TILE * 2 ** zoom);
  const tens = Math.round((south + north) / 20) * 10;
  const narrowing = Math.cos(Math.min(80, Math.abs(tens)) * RADIAN);
  while (Math.max(east - west, (north - south) / narrowing) / width > MOST_ALONG) width *= 2;
  return { width, height: width * narrowing };
}
/** So many cases of a cell are told one by one. */
const FEW_IN_CELL = 20;
/** Degrees are summed as whole millionths, so that their order does not matter. */
const MILLIONTH = 1e6;

/** Counts points into cells, whoever finds them and in whatever order. */
export class GridCounter {
  readonly #bounds: Bounds;
  readonly #sides: { width: number; height: number };
  readonly #cells = new Map<number, { lng: number; lat: number; count: number; ids: string[] }>();
  #placed = 0;
  #seen = 0;

  constructor(area: GridArea) {
    this.#bounds = area.bounds;
    this.#sides = sidesOf(area);
  }
  /** Takes a case with a point in; which id it has is asked only where that is needed. */
  add<Key>(lng: number, lat: number, row: Key, idOf: (row: Key) => string): void {
    this.#placed += 1;
    const [west, south, east, north] = this.#bounds;
    if (lng < west || lng > east || lat < south || lat > north) return;
    this.#seen += 1;
    const { width, height } = this.#sides;
    const key = Math.floor(lng / width) * MOST_ROWS + Math.floor(lat / height);
    let cell = this.#cells.get(key);
    if (!cell) {
      cell = { lng: 0, lat: 0, count: 0, ids: [] };
      this.#cells.set(key, cell);
    }
    cell.lng += Math.round(lng * MILLIONTH);
    cell.lat += Math.round(lat * MILLIONTH);
    cell.count += 1;
    if (cell.count <= FEW_IN_CELL) cell.ids.push(idOf(row));
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
