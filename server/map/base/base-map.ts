import { createHash } from 'node:crypto';
import type { BaseMap } from '#shared/domain/map/base-map.ts';
import type { Position } from '#shared/domain/map/mercator.ts';
import { bordersOnLand, simplified } from './borders.ts';
import { LABELS, PARKS, RUNWAY } from './places.ts';
import { STREETS } from './streets.ts';
import { WATER } from './water.ts';

/** A district as the base map needs it: a closed ring. */
export interface DrawnDistrict {
  uk: string;
  en: string;
  ring: readonly Position[];
}
/** The middle of a ring by area, where a name stands well. */
function centroid(ring: readonly Position[]): Position {
  let [area, x, y] = [0, 0, 0];
  ring.slice(1).forEach(([x2, y2], i) => {
    const [x1, y1] = ring[i] ?? [x2, y2];
    const cross = x1 * y2 - x2 * y1;
    [area, x, y] = [area + cross, x + (x1 + x2) * cross, y + (y1 + y2) * cross];
  });
  const round = (degrees: number) => Number(degrees.toFixed(4));
  return [round(x / (3 * area)), round(y / (3 * area))];
}
function drawing(districts: readonly DrawnDistrict[]): BaseMap {
  const drawn = new Set<string>();
  return {
    water: WATER,
    parks: PARKS,
    streets: STREETS,
    districts: districts.map(({ uk, en, ring }) => ({
      name: { uk: uk.replace(' район', ''), en: en.replace(' District', '') },
      at: centroid(ring),
      ring: simplified(ring),
      borders: bordersOnLand(ring, drawn),
    })),
    labels: LABELS,
    runway: RUNWAY,
  };
}
/** The drawing, and the file as which browsers fetch it; its name changes with it. */
interface Drawn {
  map: BaseMap;
  file: { path: string; body: string };
}
function drawn(districts: readonly DrawnDistrict[]): Drawn {
  const map = drawing(districts);
  const body = JSON.stringify(map);
  const digest = createHash('sha256').update(body).digest('hex').slice(0, 10);
  return { map, file: { path: `/map/base-${digest}.json`, body } };
}
let base: Drawn | undefined;
const held = (): Drawn => {
  base ??= drawn([]);
  return base;
};
/** Draws the city's base map around these districts: at start, and again once others were imported. */
export const drawBase = (districts: readonly DrawnDistrict[]): void => {
  base = drawn(districts);
};
/** The base map as it was drawn last; before the first time it has no districts. */
export const baseMap = (): BaseMap => held().map;
/** The same as a file for browsers. */
export const baseFile = (): Drawn['file'] => held().file;
/** Where that file lies. */
export const baseAddress = (): string => held().file.path;
