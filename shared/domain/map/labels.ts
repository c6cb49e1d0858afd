import type { BaseMap, Name } from './base-map.ts';
import { type Pixel, type Position, project } from './mercator.ts';

/** What is named: kinds differ in size and colour. */
export type LabelKind = 'water' | 'district' | 'quarter' | 'spot' | 'park' | 'street';
/** A name on the map at one zoom: `at` is its middle in pixels of the world, `turn` how it leans, in degrees. */
export interface PlacedLabel {
  kind: LabelKind;
  text: string;
  at: Pixel;
  turn: number;
}
/** The size of each kind's letters in pixels, and from which zoom to which it is named. */
export const LABELS: Readonly<Record<LabelKind, { size: number; from: number; to: number }>> = {
  water: { size: 13, from: 10, to: 18 },
  district: { size: 13, from: 11, to: 13 },
  quarter: { size: 12, from: 12, to: 16 },
  spot: { size: 12, from: 13, to: 18 },
  park: { size: 11, from: 14, to: 18 },
  street: { size: 11, from: 14, to: 18 },
};
/** Main streets are named one zoom earlier than others. */
const MAIN_STREET_FROM = 13;
/** How wide a letter is, as a part of its size: near enough to keep names apart. */
const LETTER = 0.6;
/** How much room is kept around a name, in pixels. */
const ROOM = 6;
/** How far apart one street is named again, in pixels. */
const AGAIN = 600;

const widthOf = (text: string, kind: LabelKind): number => text.length * LABELS[kind].size * LETTER;
interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}
function boxOf({ kind, text, at: [x, y], turn }: PlacedLabel): Box {
  const [w, h] = [widthOf(text, kind), LABELS[kind].size];
  const angle = (turn * Math.PI) / 180;
  const halfWidth = (Math.abs(w * Math.cos(angle)) + Math.abs(h * Math.sin(angle))) / 2 + ROOM;
  const halfHeight = (Math.abs(w * Math.sin(angle)) + Math.abs(h * Math.cos(angle))) / 2 + ROOM;
  return { left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight };
}
const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** The stretches of a street that are long enough for its name, as labels along them that are never upside down. */
function alongStreet(text: string, line: readonly Position[], zoom: number): PlacedLabel[] {
  const corners = line.map((position) => project(position, zoom));
  return corners.slice(1).flatMap(([x2, y2], i) => {
    const [x1, y1] = corners[i] ?? [x2, y2];
    const length = Math.hypot(x2 - x1, y2 - y1);
    if (length < widthOf(text, 'street')) return [];
    const lean = (Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI;
    const turn = lean > 90 ? lean - 180 : lean <= -90 ? lean + 180 : lean;
    const times = Math.max(1, Math.floor(length / AGAIN));
    return Array.from({ length: times }, (_, nth): PlacedLabel => {
      const part = (nth + 0.5) / times;
      return { kind: 'street', text, at: [x1 + (x2 - x1) * part, y1 + (y2 - y1) * part], turn };
    });
  });
}
const middleOf = (ring: readonly Position[]): Position => {
  const lngs = ring.map(([lng]) => lng);
  const lats = ring.map(([, lat]) => lat);
  return [(Math.min(...lngs) + Math.max(...lngs)) / 2, (Math.min(...lats) + Math.max(...lats)) / 2];
};

/** The names that fit on the map at a whole-numbered zoom, the more important ones first; none covers another. */
export function placeLabels(base: BaseMap, lang: keyof Name, zoom: number): PlacedLabel[] {
  const isNamed = (kind: LabelKind) => zoom >= LABELS[kind].from && zoom <= LABELS[kind].to;
  const one = (kind: LabelKind, name: Name, at: Position): PlacedLabel[] =>
    isNamed(kind) ? [{ kind, text: name[lang], at: project(at, zoom), turn: 0 }] : [];
  const wanted = [
    ...base.labels.filter(({ kind }) => kind === 'water').flatMap(({ name, at }) => one('water', name, at)),
    ...base.districts.flatMap(({ name, at }) => one('district', name, at)),
    ...base.labels.filter(({ kind }) => kind !== 'water').flatMap(({ kind, name, at }) => one(kind, name, at)),
    ...base.parks.flatMap(({ name, ring }) => one('park', name, middleOf(ring))),
    ...base.streets
      .filter(({ isMain }) => isNamed('street') || (isMain && zoom >= MAIN_STREET_FROM))
      .filter(({ name }) => name[lang] !== '')
      .flatMap(({ name, line }) => alongStreet(name[lang], line, zoom)),
  ];
  const placed: PlacedLabel[] = [];
  const boxes: Box[] = [];
  for (const label of wanted) {
    const box = boxOf(label);
    if (boxes.some((other) => overlap(box, other))) continue;
    boxes.push(box);
    placed.push(label);
  }
  return placed;
}
