import { ZOOMS } from '#shared/domain/map/base-map.ts';
import type { CaseFilters } from '#shared/domain/map/filters.ts';
import { TILE } from '#shared/domain/map/mercator.ts';
import { type FineBox, questionOf, type Visibility } from './case-question.ts';
import { FINE_ZOOM, keysInTile, zOrder } from './cells.ts';
import { NOWHERE } from './columns.ts';
import { type DistrictCount, DistrictCounts } from './district-counts.ts';
import type { PublishedColumns } from './published-columns.ts';

/** Where a page of the list begins: after this second of receipt and this id. */
export interface ListPlace {
  receivedAtS: number;
  id: string;
}
/** The ids of one page, newest first, where the next page begins, and how many there are in all and in each district. */
export interface ListPage {
  ids: string[];
  next: ListPlace | null;
  total: number;
  byDistrict: DistrictCount[];
}
/** What part of which list is asked for. */
export interface ListQuestion {
  filters: CaseFilters;
  box: FineBox | null;
  after: ListPlace | undefined;
  limit: number;
}
/** So many cases are put in order at once; of longer lists the order of all is walked. */
const SHORT = 2_048;
/** A box is looked up by tiles of a zoom of which it touches few. */
const ALONG = 4;

/** The stretches of slots in which all placed cases of a box lie, and some beside it. */
function stretchesOf(kept: PublishedColumns, box: FineBox): [from: number, to: number][] {
  const width = Math.max(box.right - box.left, box.bottom - box.top, 1);
  const z = Math.min(ZOOMS.max, Math.max(ZOOMS.min, FINE_ZOOM + 8 - Math.ceil(Math.log2(width / ALONG))));
  const side = TILE * 2 ** (FINE_ZOOM - z);
  const last = 2 ** z - 1;
  const nth = (pixel: number): number => Math.min(last, Math.max(0, Math.floor(pixel / side)));
  if ((nth(box.right) - nth(box.left)) * (nth(box.bottom) - nth(box.top)) > 16 * ALONG ** 2) return [[0, kept.placed]];
  const stretches: [number, number][] = [];
  for (let y = nth(box.top); y <= nth(box.bottom); y++)
    for (let x = nth(box.left); x <= nth(box.right); x++) {
      const tile = zOrder(x, y);
      const keys = keysInTile(z);
      const stretch: [number, number] = [kept.firstFrom(tile * keys), kept.firstFrom((tile + 1) * keys)];
      if (stretch[0] < stretch[1]) stretches.push(stretch);
    }
  return stretches;
}
/** Tests of one slot: whether it fits, and whether it lies behind a place of the list. */
function testsOf(kept: PublishedColumns, { filters, box, after }: ListQuestion, visibility: Visibility) {
  const { xs, ys, receivedAt } = kept.columns;
  const isMeant = questionOf(kept, filters, visibility);
  const fits = (slot: number): boolean => {
    if (box) {
      const x = xs[slot] ?? 0;
      const y = ys[slot] ?? 0;
      if (y === NOWHERE || x < box.left || x >= box.right || y < box.top || y >= box.bottom) return false;
    }
    return isMeant(slot);
  };
  const isBehind = (slot: number): boolean => {
    if (!after) return true;
    const received = receivedAt[slot] ?? 0;
    return received === after.receivedAtS ? kept.idOf(slot) < after.id : received < after.receivedAtS;
  };
  return { fits, isBehind };
}

/** One page of a list; `known` where all that fit are counted already. */
export function pageOf(
  kept: PublishedColumns,
  question: ListQuestion,
  visibility: Visibility,
  known?: DistrictCounts | undefined,
): ListPage {
  const { box, limit } = question;
  const { receivedAt, districts } = kept.columns;
  const { fits, isBehind } = testsOf(kept, question, visibility);
  /** Those that fit: of the ordered slots while they are few, of the others all. */
  let few: number[] = [];
  const others: number[] = [];
  const counts = known ?? new DistrictCounts();
  let seen = 0;
  if (known === undefined)
    for (const [from, to] of box ? stretchesOf(kept, box) : [[0, kept.ordered] as const])
      for (let slot = from; slot < to; slot++) {
        if (!fits(slot)) continue;
        counts.add(districts[slot] ?? 0);
        seen += 1;
        if (seen <= SHORT) few.push(slot);
      }
  const isShort = known === undefined && seen <= SHORT;
  for (let slot = kept.ordered; slot < kept.size; slot++) if (fits(slot)) others.push(slot);
  if (known === undefined) for (const slot of others) counts.add(districts[slot] ?? 0);
  const behind = [...(isShort ? few : []), ...others].filter(isBehind).sort((a, b) => kept.compare(a, b));
  few = behind.slice(0, limit + 1);
  const found = isShort ? few : merged(kept, few, walked(kept, fits, isBehind, limit + 1));
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : undefined;
  return {
    ids: shown.map((slot) => kept.idOf(slot)),
    next: last === undefined ? null : { receivedAtS: receivedAt[last] ?? 0, id: kept.idOf(last) },
    total: counts.total,
    byDistrict: counts.byCode(kept.districtCodes.list),
  };
}
const merged = (kept: PublishedColumns, a: readonly number[], b: readonly number[]): number[] =>
  [...a, ...b].sort((one, other) => kept.compare(one, other));

/** The first few of the ordered slots that fit and lie behind the place where the page begins. */
function walked(
  { newest }: PublishedColumns,
  fits: (slot: number) => boolean,
  isBehind: (slot: number) => boolean,
  most: number,
): number[] {
  let [low, high] = [0, newest.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBehind(newest[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  const found: number[] = [];
  for (let at = low; at < newest.length && found.length < most; at++) {
    const slot = newest[at] ?? 0;
    if (fits(slot)) found.push(slot);
  }
  return found;
}
