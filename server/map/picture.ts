import type { PublicStatus } from '#shared/domain/appeal.ts';
import { type Name, roadWidth } from '#shared/domain/map/base-map.ts';
import { placeLabels } from '#shared/domain/map/labels.ts';
import { cornerOf, type MapView, type Pixel, type Position, pixelIn } from '#shared/domain/map/mercator.ts';
import { baseMap } from './base/base-map.ts';
import { clippedLine, clippedRing } from './clip.ts';
import { clusterMark, PICTURE_STYLE, pinMark, placeMark } from './picture.marks.ts';

/** Something that lies on a picture of the map: a place alone, a case with its state, or many cases together. */
export type Mark =
  | { at: Position }
  | { at: Position; status: PublicStatus }
  | { at: Position; byStatus: Readonly<Partial<Record<PublicStatus, number>>> };

/** How far beyond its edges a picture is drawn, in pixels, so that no cut line is seen. */
const MARGIN = 8;
/** How far a mark reaches around its place, in pixels. */
const MARK = 36;
/** How far from the sides of a picture the middle of a name stays, in pixels. */
const INDENT = 24;

const path = (points: readonly Pixel[]): string =>
  points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${Math.round(x)} ${Math.round(y)}`).join('');
const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** How something of this kind looks, as attributes of its element. */
export type Looks = (kind: string) => string;
const byClass: Looks = (kind) => `class="${kind}"`;

/** Water, greens, streets and borders as far as they are in the view. */
export function drawing(view: MapView, look: Looks = byClass): string {
  const frame = { left: -MARGIN, top: -MARGIN, right: view.w + MARGIN, bottom: view.h + MARGIN };
  const pixels = (line: readonly Position[]) => line.map((position) => pixelIn(view, position));
  const rings = (kind: string, list: readonly (readonly Position[])[]) => {
    const d = list.map((ring) => path(clippedRing(pixels(ring), frame))).filter(Boolean);
    return d.length > 0 ? `<path ${look(kind)} d="${d.map((one) => `${one}Z`).join('')}"/>` : '';
  };
  const lines = (kind: string, list: readonly (readonly Position[])[]) => {
    const d = list.flatMap((line) => clippedLine(pixels(line), frame)).map(path);
    return d.length > 0 ? `<path ${look(kind)} d="${d.join('')}"/>` : '';
  };
  const { water, parks, streets, districts, runway } = baseMap();
  const roads = (isMain: boolean) => streets.filter((street) => street.isMain === isMain).map(({ line }) => line);
  return [
    rings(
      'city',
      districts.map(({ ring }) => ring),
    ),
    lines(
      'border',
      districts.flatMap(({ borders }) => borders),
    ),
    rings(
      'park',
      parks.map(({ ring }) => ring),
    ),
    rings('water', water),
    lines('runway', [runway]),
    lines('street', roads(false)),
    lines('street main', roads(true)),
  ].join('');
}
/** The names that stand in the view. */
export function names(view: MapView, lang: keyof Name, look: Looks = byClass): string {
  const [left, top] = cornerOf(view);
  return placeLabels(baseMap(), lang, view.z)
    .map(({ at: [x, y], ...label }) => ({ ...label, x: Math.round(x - left), y: Math.round(y - top) }))
    .filter(({ x, y }) => Math.abs(x - view.w / 2) < view.w / 2 - INDENT && y > 0 && y < view.h)
    .map(({ kind, text, x, y, turn }) => {
      const lean = turn === 0 ? '' : ` transform="rotate(${Math.round(turn)} ${x} ${y})"`;
      return `<text ${look(kind)} x="${x}" y="${y + 4}"${lean}>${escaped(text)}</text>`;
    })
    .join('');
}
function drawnMark(view: MapView, mark: Mark, lang: keyof Name): string {
  const [x, y] = pixelIn(view, mark.at).map(Math.round);
  if (x === undefined || y === undefined || x < -MARK || y < -MARK || x > view.w + MARK || y > view.h + MARK) return '';
  if ('status' in mark) return pinMark(x, y, mark.status);
  return 'byStatus' in mark ? clusterMark(x, y, mark.byStatus, lang) : placeMark(x, y);
}

/** A view of the map as an SVG picture that follows the reader's light or dark, with marks on it. */
export function pictureOf(view: MapView, marks: readonly Mark[] = [], lang: keyof Name = 'uk'): string {
  const { w, h, z } = view;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}"><style>${PICTURE_STYLE}</style><rect class="land" width="${w}" height="${h}"/><g style="--road:${roadWidth(z)}px">${drawing(view)}${names(view, lang)}</g>${marks.map((mark) => drawnMark(view, mark, lang)).join('')}</svg>`;
}
