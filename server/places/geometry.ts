/** A place as `[lng, lat]` in degrees (WGS 84), the order of GeoJSON. */
export type Position = readonly [lng: number, lat: number];
/** The smallest box around something: west, south, east, north. */
export type Box = readonly [west: number, south: number, east: number, north: number];
/** Polygons, each an outer ring and its holes; rings are closed (the coordinates of a MultiPolygon, RFC 7946). */
export type Polygons = readonly (readonly (readonly Position[])[])[];

/** Metres in a degree of latitude, and of longitude at 46.5° N: within one city the earth is flat enough. */
const METRES = { lat: 111_200, lng: 76_700 };
/** A point this near to a line, in degrees, lies on it: a tenth of a millimetre, less than any source can mean. */
const ON_LINE = 1e-9;

/** Whether it can be a place in Ukraine; a pair in the wrong order cannot. */
export const isInUkraine = ([lng, lat]: Position): boolean => lng >= 22 && lng <= 40.3 && lat >= 44.3 && lat <= 52.4;

/** Whether the point lies in the box, or within so many metres of it. */
export const isInBox = ([lng, lat]: Position, [west, south, east, north]: Box, metres = 0): boolean => {
  const [dx, dy] = [metres / METRES.lng, metres / METRES.lat];
  return lng >= west - dx && lng <= east + dx && lat >= south - dy && lat <= north + dy;
};

/** Metres from a point to the straight line between two others. */
export function metresToLine(point: Position, from: Position, to: Position): number {
  const flat = ([lng, lat]: Position) => [(lng - point[0]) * METRES.lng, (lat - point[1]) * METRES.lat] as const;
  const [[ax, ay], [bx, by]] = [flat(from), flat(to)];
  const [dx, dy] = [bx - ax, by - ay];
  const square = dx * dx + dy * dy;
  const share = square === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / square));
  return Math.hypot(ax + share * dx, ay + share * dy);
}

/** Says whether a point lies within these polygons; their border belongs to them. Even-odd over all rings, so that holes and islands need no rule. */
export function areaOf(polygons: Polygons): (point: Position) => boolean {
  const rings = polygons.flat().map((ring) => Float64Array.from(ring.flat()));
  const [lngs, lats] = [0, 1].map((axis) => polygons.flat(2).map((position) => position[axis] ?? 0)) as [
    number[],
    number[],
  ];
  const box: Box = [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)];
  return (point) => isInBox(point, box) && isWithin(point, rings);
}

function isWithin([lng, lat]: Position, rings: readonly Float64Array[]): boolean {
  let isInside = false;
  for (const ring of rings)
    for (let i = 2; i < ring.length; i += 2) {
      const [ax = 0, ay = 0, bx = 0, by = 0] = [ring[i - 2], ring[i - 1], ring[i], ring[i + 1]];
      if (ay > lat + ON_LINE && by > lat + ON_LINE) continue;
      if (ay < lat - ON_LINE && by < lat - ON_LINE) continue;
      if (isOnLine(lng, lat, ax, ay, bx, by)) return true;
      if (ay > lat !== by > lat && lng < ax + ((bx - ax) * (lat - ay)) / (by - ay)) isInside = !isInside;
    }
  return isInside;
}
function isOnLine(lng: number, lat: number, ax: number, ay: number, bx: number, by: number): boolean {
  if (lng < Math.min(ax, bx) - ON_LINE || lng > Math.max(ax, bx) + ON_LINE) return false;
  const across = (bx - ax) * (lat - ay) - (by - ay) * (lng - ax);
  return Math.abs(across) <= ON_LINE * Math.hypot(bx - ax, by - ay);
}
