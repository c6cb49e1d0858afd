import { catalogue } from '#server/catalogue/index.ts';
import { isHidden } from '#server/moderation/index.ts';
import { now } from '#server/platform/clock.ts';
import { PUBLIC_STATUSES } from '#shared/domain/appeal.ts';
import { startOfDay } from '#shared/domain/legal-clock/kyiv-time.ts';
import type { CaseFilters } from '#shared/domain/map/filters.ts';
import { type Bounds, project } from '#shared/domain/map/mercator.ts';
import { FINE_ZOOM, type PublishedColumns } from './published-columns.ts';

const SECOND_MS = 1_000;

/** What rules out cases now, whatever is asked: codes of categories that may be shown, and which districts may not. */
export interface Visibility {
  nowMs: number;
  isShownCategory: (code: string) => boolean;
  isHiddenDistrict: (code: string | null) => boolean;
  /** The category itself and all below it. */
  branchOf: (code: string) => ReadonlySet<string>;
}
/** How things stand at this moment: the same rules as the register's `isPublic`. */
export function visibilityNow(): Visibility {
  const { categories } = catalogue();
  const shown = new Set(categories.flatMap(({ code, publicity }) => (publicity === 'never' ? [] : [code])));
  const branchOf = (code: string): Set<string> =>
    new Set([
      code,
      ...categories.filter(({ parentCode }) => parentCode === code).flatMap((c) => [...branchOf(c.code)]),
    ]);
  return { nowMs: now().getTime(), isShownCategory: (code) => shown.has(code), isHiddenDistrict: isHidden, branchOf };
}

const mask = (codes: readonly (string | null)[], isMeant: (code: string | null) => boolean): Uint8Array =>
  Uint8Array.from(codes, (code) => (isMeant(code) ? 1 : 0));
const secondsOf = (at: Date): number => at.getTime() / SECOND_MS;

/** Filters as a test of one slot, made of small tables so that a million slots are asked in a few milliseconds. */
export function questionOf(
  kept: PublishedColumns,
  { status, category, district, from, to }: CaseFilters,
  { nowMs, isShownCategory, isHiddenDistrict, branchOf }: Visibility,
): (slot: number) => boolean {
  const { statuses, categories, districts, receivedAt, visibleFrom } = kept.columns;
  const branch = category === undefined ? null : branchOf(category);
  const meantStatuses = new Uint8Array(256);
  PUBLIC_STATUSES.forEach((known, i) => {
    meantStatuses[i] = status === undefined || status === known ? 1 : 0;
  });
  const meantCategories = mask(
    kept.categoryCodes.list,
    (code) => code !== null && isShownCategory(code) && (branch === null || branch.has(code)),
  );
  const meantDistricts = mask(
    kept.districtCodes.list,
    (code) => !isHiddenDistrict(code) && (district === undefined || code === district),
  );
  const first = from === undefined ? 0 : secondsOf(startOfDay(from));
  const end = to === undefined ? Number.POSITIVE_INFINITY : secondsOf(startOfDay(to, 1));
  const nowS = nowMs / SECOND_MS;
  return (slot) => {
    const received = receivedAt[slot] ?? 0;
    return (
      meantStatuses[statuses[slot] ?? 0] === 1 &&
      meantCategories[categories[slot] ?? 0] === 1 &&
      meantDistricts[districts[slot] ?? 0] === 1 &&
      received >= first &&
      received < end &&
      (visibleFrom[slot] ?? 0) <= nowS
    );
  };
}
/** A rectangle of the finest pixels; its left and upper edges belong to it. */
export interface FineBox {
  left: number;
  top: number;
  right: number;
  bottom: number;
}
export const fineBoxOf = ([west, south, east, north]: Bounds): FineBox => {
  const [[left, top], [right, bottom]] = [project([west, north], FINE_ZOOM), project([east, south], FINE_ZOOM)];
  return { left, top, right, bottom };
};
