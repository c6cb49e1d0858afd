import { type Pixel, type Position, project, TILE } from './mercator.ts';

/** A tile of the map by its zoom, column and row, as `z/x/y`: what open maps listen to, and where something changed. */
export type Area = string;
/** The zooms of the areas that a map may listen to, coarsest first; between two of them lies one step that maps can do without. */
export const AREA_ZOOMS = [6, 8, 10, 12, 14, 16] as const;
/** So many areas at once at the most: more than cover any screen at some zoom of these. */
export const MOST_AREAS = 16;
/** The zoom of the areas that a change is told by, some 400 m wide in Odesa. */
const CHANGE_ZOOM = 16;
/** The whole world: anything may have changed. */
export const EVERYWHERE: Area = '0/0/0';
/** So many areas are told at the most; of more, larger ones that hold them. */
const MOST_TOLD = 48;

interface Tile {
  z: number;
  x: number;
  y: number;
}
const nameOf = ({ z, x, y }: Tile): Area => `${z}/${x}/${y}`;
const SHAPE = /^(\d{1,2})\/(\d{1,6})\/(\d{1,6})$/;
/** The tile that is called so; null for anything else, of whatever type it is. */
function areaIn(said: unknown): Tile | null {
  const [z = -1, x = 0, y = 0] = (typeof said === 'string' ? (SHAPE.exec(said)?.slice(1) ?? []) : []).map(Number);
  return z >= 0 && z <= 22 && Math.max(x, y) < 2 ** z ? { z, x, y } : null;
}
/** The areas that a map may listen to, out of what it says; null where that is nothing that it may. */
export function heardAreas(said: unknown): Area[] | null {
  if (!Array.isArray(said) || said.length > MOST_AREAS) return null;
  const tiles = said.map(areaIn);
  const isKnown = (tile: Tile | null): tile is Tile => AREA_ZOOMS.some((zoom) => zoom === tile?.z);
  return tiles.every(isKnown) ? [...new Set(tiles.map(nameOf))] : null;
}
/** The area at a zoom in which a place lies. */
const areaAt = ([x, y]: Pixel, at: number, z: number): Tile => {
  const side = TILE * 2 ** (at - z);
  const last = 2 ** z - 1;
  const within = (n: number): number => Math.max(0, Math.min(last, Math.floor(n / side)));
  return { z, x: within(x), y: within(y) };
};
/** The areas of every zoom that is listened to, in which these places lie. */
export function areasAround(places: readonly Position[]): Area[] {
  const names = places.flatMap((place) => {
    const pixel = project(place, CHANGE_ZOOM);
    return AREA_ZOOMS.map((z) => nameOf(areaAt(pixel, CHANGE_ZOOM, z)));
  });
  return [...new Set(names)];
}
/** Where something changed, as it is told: small areas, and the larger ones that hold them where they would be too many. */
export function changedAreas(places: readonly Position[]): Area[] {
  for (let z: number = CHANGE_ZOOM; z > 0; z -= 2) {
    const names = new Set(places.map((place) => nameOf(areaAt(project(place, CHANGE_ZOOM), CHANGE_ZOOM, z))));
    if (names.size <= MOST_TOLD) return [...names];
  }
  return [EVERYWHERE];
}
/** What a view shows, in pixels of the world at its zoom. */
interface View {
  z: number;
  left: number;
  top: number;
  right: number;
  bottom: number;
}
/** The areas over a view, of the finest zoom at which they are not too many. */
export function areasOver({ z: at, left, top, right, bottom }: View): Area[] {
  for (const z of [...AREA_ZOOMS].reverse()) {
    const [first, last] = [areaAt([left, top], at, z), areaAt([right - 1, bottom - 1], at, z)];
    const [across, down] = [last.x - first.x + 1, last.y - first.y + 1];
    if (across * down > MOST_AREAS) continue;
    return Array.from({ length: across * down }, (_, i) =>
      nameOf({ z, x: first.x + (i % across), y: first.y + Math.floor(i / across) }),
    );
  }
  return [];
}
/** Whether two areas have a part in common: one of them holds the other. */
export function areTouching(one: Area, other: Area): boolean {
  const [a, b] = [areaIn(one), areaIn(other)];
  if (!a || !b) return false;
  const [outer, inner] = a.z <= b.z ? [a, b] : [b, a];
  const side = 2 ** (inner.z - outer.z);
  return Math.floor(inner.x / side) === outer.x && Math.floor(inner.y / side) === outer.y;
}
