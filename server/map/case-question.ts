import { catalogue } from '#server/catalogue/index.ts';
import { hiddenDistricts, hiddenNow } from '#server/moderation/index.ts';
import { now, today } from '#server/platform/clock.ts';
import type { Category } from '#shared/contract/catalogue.ts';
import { PUBLIC_STATUSES } from '#shared/domain/appeal.ts';
import { startOfDay } from '#shared/domain/legal-clock/kyiv-time.ts';
import { dayOf, type LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import type { CaseFilters } from '#shared/domain/map/filters.ts';
import { type Bounds, project } from '#shared/domain/map/mercator.ts';
import { FINE_ZOOM } from './cells.ts';
import { GONE } from './columns.ts';
import type { PublishedColumns } from './published-columns.ts';

const SECOND_MS = 1_000;
/** A day after every day that is kept. */
const NEVER = 2 ** 16;

/** What rules out cases now, whatever is asked: codes of categories that may be shown, and which districts may not. */
export interface Visibility {
  nowMs: number;
  today: LegalDate;
  isShownCategory: (code: string) => boolean;
  isHiddenDistrict: (code: string | null) => boolean;
  /** The category itself and all below it. */
  branchOf: (code: string) => ReadonlySet<string>;
}
/** The rules as far as they change seldom, and a name for them. */
interface Rules extends Pick<Visibility, 'isShownCategory' | 'isHiddenDistrict'> {
  tree: readonly Category[] | null;
  name: string;
}
let rules: Rules = { tree: null, name: '', isShownCategory: () => false, isHiddenDistrict: () => true };
/** The rules of this moment: the same object until the categories or the switches of districts are read anew. */
function currentRules(): Rules {
  const [{ categories: tree }, isHiddenDistrict] = [catalogue(), hiddenNow()];
  if (tree === rules.tree && isHiddenDistrict === rules.isHiddenDistrict) return rules;
  const shown = new Set(tree.flatMap(({ code, publicity }) => (publicity === 'never' ? [] : [code])));
  rules = {
    tree,
    name: [...shown, '|', ...hiddenDistricts()].join(),
    isShownCategory: (code) => shown.has(code),
    isHiddenDistrict,
  };
  return rules;
}
function branchOf(code: string): Set<string> {
  const below = catalogue().categories.filter(({ parentCode }) => parentCode === code);
  return new Set([code, ...below.flatMap((child) => [...branchOf(child.code)])]);
}
/** How things stand at this moment, for as long as it is asked: the same rules as the register's `isPublic`. */
export function visibilityNow(): Visibility {
  const { isShownCategory, isHiddenDistrict } = currentRules();
  return { nowMs: now().getTime(), today: today(), isShownCategory, isHiddenDistrict, branchOf };
}
/** A name for the rules as they are now, time aside: where it is the same, so are they. */
export const rulesNow = (): string => currentRules().name;

const mask = <Code>(codes: readonly Code[], isMeant: (code: Code) => boolean): Uint8Array =>
  Uint8Array.from(codes, (code) => (isMeant(code) ? 1 : 0));
const secondsOf = (at: Date): number => at.getTime() / SECOND_MS;

/** Filters as a test of one slot, made of small tables so that a million slots are asked in a few milliseconds. */
export function questionOf(
  kept: PublishedColumns,
  { status, category, district, from, to, overdue }: CaseFilters,
  { nowMs, today: day, isShownCategory, isHiddenDistrict, branchOf }: Visibility,
): (slot: number) => boolean {
  const { statuses, categories, districts, receivedAt, visibleFrom, dueOn } = kept.columns;
  const branch = category === undefined ? null : branchOf(category);
  const meantStatuses = new Uint8Array(256);
  PUBLIC_STATUSES.forEach((known, i) => {
    meantStatuses[i] = status === undefined || status === known ? 1 : 0;
  });
  const meantCategories = mask(
    kept.categoryCodes.list,
    (code) => isShownCategory(code) && (branch === null || branch.has(code)),
  );
  const meantDistricts = mask(
    kept.districtCodes.list,
    (code) => !isHiddenDistrict(code) && (district === undefined || code === district),
  );
  const first = from === undefined ? 0 : secondsOf(startOfDay(from));
  const end = to === undefined ? Number.POSITIVE_INFINITY : secondsOf(startOfDay(to, 1));
  const nowS = nowMs / SECOND_MS;
  // Overdue from the day after the term's last, as the public card says; where nothing is due the day is zero.
  const [firstDue, endDue] = overdue ? [1, dayOf(day)] : [0, NEVER];
  return (slot) => {
    const received = receivedAt[slot] ?? 0;
    const due = dueOn[slot] ?? 0;
    return (
      meantStatuses[statuses[slot] ?? 0] === 1 &&
      meantCategories[categories[slot] ?? 0] === 1 &&
      meantDistricts[districts[slot] ?? 0] === 1 &&
      received >= first &&
      received < end &&
      due >= firstDue &&
      due < endDue &&
      (visibleFrom[slot] ?? 0) <= nowS
    );
  };
}
/** Whether these rules let a case be seen at all, once its time has come. */
export const isVisible = (
  { columns: { statuses, categories, districts }, categoryCodes, districtCodes }: PublishedColumns,
  slot: number,
  { isShownCategory, isHiddenDistrict }: Visibility,
): boolean => {
  const category = categoryCodes.list[categories[slot] ?? 0] ?? null;
  const district = districtCodes.list[districts[slot] ?? 0] ?? null;
  return statuses[slot] !== GONE && category !== null && isShownCategory(category) && !isHiddenDistrict(district);
};
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
