import { roadWidth, ZOOMS } from '#shared/domain/map/base-map.ts';
import { LABELS } from '#shared/domain/map/labels.ts';
import { type MapView, type Pixel, type Position, pixelIn, project, unproject } from '#shared/domain/map/mercator.ts';
import { fill } from '#shared/texts/fill.ts';
import { papersMap as words } from '#shared/texts/uk/papers-map.ts';
import { drawing, type Looks, names } from './picture.ts';

/** A drawing for paper in SVG, with its size in points. */
export interface Scheme {
  svg: string;
  width: number;
  height: number;
}
/** How the city looks on paper: pale, for it is the marks that matter, and by attributes alone, for a file has no style sheet. */
const SHAPES: Readonly<Record<string, string>> = {
  land: 'fill="#ffffff" stroke="none"',
  city: 'fill="#f4f3ef" stroke="none"',
  water: 'fill="#d7e6f2" stroke="none"',
  park: 'fill="#e3ecdc" stroke="none"',
  border: 'fill="none" stroke="#7c8792" stroke-width="1" stroke-dasharray="6 4"',
  runway: 'fill="none" stroke="#cfccc4" stroke-width="3"',
};
const INK = '#10202f';
const QUIET = '#4b5866';
const WATER_INK = '#2f5d85';
const streets =
  (zoom: number): Looks =>
  (kind) => {
    const width = roadWidth(zoom) * (kind === 'street main' ? 0.9 : 0.6);
    return SHAPES[kind] ?? `fill="none" stroke="#c9c5bb" stroke-width="${width}"`;
  };
const letters: Looks = (kind) => {
  const size = LABELS[kind as keyof typeof LABELS].size - 2;
  const look = kind === 'water' ? `fill="${WATER_INK}" font-style="italic"` : `fill="${QUIET}"`;
  return `${look} font-size="${size}" text-anchor="middle"${kind === 'district' ? ' font-weight="bold"' : ''}`;
};

/** Lengths that a scale may have, in metres. */
const LENGTHS = [50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000];
/** How far from the edge of a drawing its own signs stand, in points. */
const EDGE = 12;
/** How broad a scale is at the most, in points. */
const SCALE_WIDTH = 110;
const EQUATOR_M = 40_075_017;

/** What tells how large and which way round a drawing is: a scale at its foot, and an arrow to the north. */
function signs({ z, lat, w, h }: MapView): string {
  const metre = (256 * 2 ** z) / (EQUATOR_M * Math.cos((lat * Math.PI) / 180));
  const length = LENGTHS.findLast((each) => each * metre <= SCALE_WIDTH) ?? 50;
  const long = length * metre;
  const said = length < 1_000 ? fill(words.metres, { n: length }) : fill(words.kilometres, { n: length / 1_000 });
  const [left, foot, right] = [EDGE, h - EDGE, w - EDGE - 6];
  return [
    `<rect x="${left - 5}" y="${foot - 17}" width="${long + 10}" height="22" fill="#ffffff" fill-opacity="0.85"/>`,
    `<path d="M${left} ${foot - 4}v4h${long}v-4" fill="none" stroke="${INK}" stroke-width="1.2"/>`,
    `<text x="${left + long / 2}" y="${foot - 6}" font-size="8" fill="${INK}" text-anchor="middle">${said}</text>`,
    `<rect x="${right - 10}" y="${EDGE - 6}" width="20" height="34" fill="#ffffff" fill-opacity="0.85"/>`,
    `<path d="M${right} ${EDGE - 4}l4 12h-3v8h-2v-8h-3z" fill="${INK}"/>`,
    `<text x="${right}" y="${EDGE + 25}" font-size="8" fill="${INK}" text-anchor="middle">${words.north}</text>`,
  ].join('');
}
/** A view as a drawing for paper, with these marks over it. */
function schemeOf(view: MapView, marks: string): Scheme {
  const { w, h, z } = view;
  const frame = `<clipPath id="frame"><rect width="${w}" height="${h}"/></clipPath>`;
  const city = `<rect width="${w}" height="${h}" ${SHAPES.land}/>${drawing(view, streets(z))}${names(view, 'uk', letters)}`;
  const edge = `<rect x="0.4" y="0.4" width="${w - 0.8}" height="${h - 0.8}" fill="none" stroke="${QUIET}" stroke-width="0.8"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" font-family="DejaVu"><defs>${frame}</defs><g clip-path="url(#frame)">${city}${marks}${signs(view)}</g>${edge}</svg>`;
  return { svg, width: w, height: h };
}

/** Near enough to see in which quarter a place is; the drawing is too coarse to be gone nearer to. */
const LOCATOR_ZOOM = 13;
/** Where in the city one place is: a drawing of the city around it, with the place in its middle. */
export function locatorOf([lng, lat]: Position, { width, height }: { width: number; height: number }): Scheme {
  const [x, y] = [width / 2, height / 2];
  const mark = `<circle cx="${x}" cy="${y}" r="9" fill="none" stroke="#a3262b" stroke-width="2.5"/><circle cx="${x}" cy="${y}" r="2.6" fill="#a3262b"/>`;
  return schemeOf({ lng, lat, z: LOCATOR_ZOOM, w: width, h: height }, mark);
}

/** How far from the edges of a drawing its places stay, in points. */
const AIR = 34;
/** The nearest that a drawing of several places goes. */
const NEAREST = 15;
/** The nearest view in which all of these places are seen. */
function viewOf(places: readonly Position[], { width, height }: { width: number; height: number }): MapView {
  const at = places.map((place) => project(place, 0));
  const [xs, ys] = [at.map(([x]) => x), at.map(([, y]) => y)];
  const [west, east, north, south] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const room = (free: number, need: number): number => (need > 0 ? Math.log2((free - 2 * AIR) / need) : NEAREST);
  const zoom = Math.min(NEAREST, room(width, east - west), room(height, south - north));
  const [lng, lat] = unproject([(west + east) / 2, (north + south) / 2], 0);
  return { lng, lat, z: Math.max(ZOOMS.min, zoom), w: width, h: height };
}
/** How near marks may stand before they are drawn as one, in points. */
const NEAR = 15;
/** Places that are to be drawn as one mark: the first of them, and how many more there are. */
function gathered(at: readonly Pixel[]): { at: Pixel; first: number; more: number }[] {
  const marks: { at: Pixel; first: number; more: number }[] = [];
  for (const [nth, [x, y]] of at.entries()) {
    const near = marks.find(({ at: [left, top] }) => Math.hypot(x - left, y - top) < NEAR);
    if (near) near.more += 1;
    else marks.push({ at: [x, y], first: nth + 1, more: 0 });
  }
  return marks;
}
/** Several places by their numbers from 1 on, with the way from each to the next; those that lie together are one mark that says so. */
export function schemeOfWay(places: readonly Position[], size: { width: number; height: number }): Scheme {
  const view = viewOf(places, size);
  const at = places.map((place) => pixelIn(view, place));
  const line = at.map(([x, y], nth) => `${nth === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');
  const way = `<path d="${line}" fill="none" stroke="#0a57a3" stroke-width="1.2" stroke-dasharray="3 3"/>`;
  const marks = gathered(at).map(({ at: [x, y], first, more }) => {
    const said = more > 0 ? `${first}+${more}` : String(first);
    const half = Math.max(8, 3 + 2.6 * said.length);
    return `<rect x="${(x - half).toFixed(1)}" y="${(y - 8).toFixed(1)}" width="${2 * half}" height="16" rx="8" fill="#ffffff" stroke="${INK}" stroke-width="1.4"/><text x="${x.toFixed(1)}" y="${(y + 3).toFixed(1)}" font-size="8" font-weight="bold" fill="${INK}" text-anchor="middle">${said}</text>`;
  });
  return schemeOf(view, `${way}${marks.reverse().join('')}`);
}
