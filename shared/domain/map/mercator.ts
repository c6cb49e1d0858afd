/** A place as `[lng, lat]` in degrees (WGS 84), the order of GeoJSON. */
export type Position = readonly [lng: number, lat: number];
/** A place on a map that is drawn at some zoom: pixels from the corner of the world, to the east and to the south. */
export type Pixel = readonly [x: number, y: number];

/** The side of a tile, in pixels; the whole world is one tile at zoom 0, and twice as wide at each further zoom. */
export const TILE = 256;
/** Beyond this latitude the web's Mercator map ends (EPSG:3857). */
const MAX_LAT = 85.051_128_78;
const RADIAN = Math.PI / 180;

/** How many pixels wide the world is at a zoom. */
const worldAt = (zoom: number): number => TILE * 2 ** zoom;
/** Where a place lies on the map of the world at a zoom (spherical Mercator, as all web maps). */
export function project([lng, lat]: Position, zoom: number): Pixel {
  const sine = Math.sin(Math.max(-MAX_LAT, Math.min(MAX_LAT, lat)) * RADIAN);
  const y = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  return [(lng / 360 + 0.5) * worldAt(zoom), y * worldAt(zoom)];
}
/** The place of a pixel: what `project` does, undone. */
export function unproject([x, y]: Pixel, zoom: number): Position {
  const world = worldAt(zoom);
  const lat = (2 * Math.atan(Math.exp((0.5 - y / world) * 2 * Math.PI)) - Math.PI / 2) / RADIAN;
  return [(x / world - 0.5) * 360, lat];
}

/** What part of the map is looked at: its middle, its whole-numbered zoom, and its size in pixels. */
export interface MapView {
  z: number;
  lng: number;
  lat: number;
  w: number;
  h: number;
}
/** The pixel of the world in the upper left corner of a view. */
export function cornerOf({ z, lng, lat, w, h }: MapView): Pixel {
  const [x, y] = project([lng, lat], z);
  return [x - w / 2, y - h / 2];
}
/** The place under a point of a view that is `x` pixels from its left and `y` from its upper edge. */
export function pointAt(view: MapView, x: number, y: number): Position {
  const [left, top] = cornerOf(view);
  return unproject([left + x, top + y], view.z);
}
/** How far from the left and the upper edge of a view a place lies, in pixels; outside of it where it is not in sight. */
export function pixelIn(view: MapView, place: Position): Pixel {
  const [left, top] = cornerOf(view);
  const [x, y] = project(place, view.z);
  return [x - left, y - top];
}
/** A part of the world between two meridians and two parallels, in degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];
/** What a view shows. */
export function boundsOf(view: MapView): Bounds {
  const [west, north] = pointAt(view, 0, 0);
  const [east, south] = pointAt(view, view.w, view.h);
  return [west, south, east, north];
}
