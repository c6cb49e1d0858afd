import { AREA_ZOOMS, areasAround } from '#shared/domain/map/areas.ts';
import { CITY } from '#shared/domain/map/base-map.ts';
import type { Position } from '#shared/domain/map/mercator.ts';

const finest = Math.max(...AREA_ZOOMS);
const atZoom = (place: Position, zoom: number): string =>
  areasAround([place]).find((area) => area.startsWith(`${zoom}/`)) ?? '';
/** The smallest area in which a place lies. */
export const areaOf = (place: Position): string => atZoom(place, finest);

const [WEST, SOUTH, EAST, NORTH] = CITY.bounds;
/** A map that is open shows a quarter (12 areas) or, one of three of them, the whole city (4 areas). */
const SHOWN = { quarter: { zoom: 14, across: 4, down: 3 }, city: { zoom: 10, across: 2, down: 2 } };
/** The areas that the nth open map shows: all over the city, the same for the same n. */
export function viewOf(nth: number): string[] {
  const { zoom, across, down } = nth % 3 === 0 ? SHOWN.city : SHOWN.quarter;
  // Fractions of the golden ratio fall evenly everywhere.
  const [east, north] = [(nth * 0.754_877_666) % 1, (nth * 0.569_840_29) % 1];
  const at: Position = [WEST + (EAST - WEST) * east, SOUTH + (NORTH - SOUTH) * north];
  const [z = 0, x = 0, y = 0] = atZoom(zoom === SHOWN.city.zoom ? [CITY.lng, CITY.lat] : at, zoom)
    .split('/')
    .map(Number);
  return Array.from({ length: across * down }, (_, i) => `${z}/${x + (i % across)}/${y + Math.floor(i / across)}`);
}
