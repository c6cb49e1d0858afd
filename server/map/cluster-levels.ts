import { eachRow } from '#server/platform/columns/in-slices.ts';
import { ZOOMS } from '#shared/domain/map/base-map.ts';
import { isVisible, questionOf, type Visibility } from './case-question.ts';
import { keysInCell } from './cells.ts';
import { ClusterLevel } from './cluster-level.ts';
import { DistrictCounts } from './district-counts.ts';
import type { PublishedColumns } from './published-columns.ts';

const SECOND_MS = 1_000;
/** A zoom whose cells hold fewer cases than this on average is not counted beforehand: its tiles are quickly walked. */
const FEW = 8;

/** What everybody may see, counted for every zoom: the answers to questions without a filter. It says nothing where the rules have changed since. */
export class ClusterLevels {
  readonly #kept: PublishedColumns;
  readonly #rules: Visibility;
  readonly #levels = new Map<number, ClusterLevel>();
  /** Cases that only time hides, the next of them last. */
  #later: { slot: number; fromS: number }[] = [];
  #latestMs: number;
  /** All cases that are counted, those without a place among them. */
  readonly counts = new DistrictCounts();

  private constructor(kept: PublishedColumns, rules: Visibility) {
    this.#kept = kept;
    this.#rules = rules;
    this.#latestMs = rules.nowMs;
  }
  /** Counts all cases of columns that are in order, between short pauses; the columns must not change meanwhile. */
  static *of(kept: PublishedColumns, rules: Visibility): Generator<void, ClusterLevels> {
    const levels = new ClusterLevels(kept, rules);
    const isMeant = questionOf(kept, {}, { ...rules, nowMs: Number.POSITIVE_INFINITY });
    const { visibleFrom, counted, districts } = kept.columns;
    const nowS = rules.nowMs / SECOND_MS;
    yield* eachRow(0, kept.size, (slot) => {
      if (!isMeant(slot)) return;
      const fromS = visibleFrom[slot] ?? 0;
      if (fromS > nowS) levels.#later.push({ slot, fromS });
      else {
        counted[slot] = 1;
        levels.counts.add(districts[slot] ?? 0);
      }
    });
    levels.#later.sort((a, b) => b.fromS - a.fromS);
    for (let z = ZOOMS.max; z >= ZOOMS.min; z--) yield* levels.#countZoom(z);
    return levels;
  }
  *#countZoom(z: number): Generator<void, void> {
    const { placed, columns } = this.#kept;
    const { xs, ys, statuses, counted } = columns;
    const level = new ClusterLevel();
    const keys = keysInCell(z);
    yield* eachRow(0, placed, (slot) => {
      if (counted[slot] !== 1 || level.size * FEW > placed) return;
      const key = Math.floor(this.#kept.keyOf(slot) / keys);
      level.append(key, slot, xs[slot] ?? 0, ys[slot] ?? 0, statuses[slot] ?? 0);
    });
    if (level.size * FEW > placed) return;
    level.trim();
    this.#levels.set(z, level);
  }
  /** Whether these rules are still those by which was counted. */
  holds({ nowMs, isShownCategory, isHiddenDistrict }: Visibility): boolean {
    const rules = this.#rules;
    if (nowMs < this.#latestMs) return false;
    if (isShownCategory === rules.isShownCategory && isHiddenDistrict === rules.isHiddenDistrict) return true;
    const { categoryCodes, districtCodes } = this.#kept;
    return (
      categoryCodes.list.every((code) => rules.isShownCategory(code) === isShownCategory(code)) &&
      districtCodes.list.every((code) => rules.isHiddenDistrict(code) === isHiddenDistrict(code))
    );
  }
  /** The cells of a zoom, where they are counted. */
  at(z: number): ClusterLevel | undefined {
    return this.#levels.get(z);
  }
  #count(slot: number, sign: 1 | -1): void {
    const { columns } = this.#kept;
    columns.counted[slot] = sign === 1 ? 1 : 0;
    this.counts.add(columns.districts[slot] ?? 0, sign);
    if (!this.#kept.hasPlace(slot)) return;
    const key = this.#kept.keyOf(slot);
    const [x, y, state] = [columns.xs[slot] ?? 0, columns.ys[slot] ?? 0, columns.statuses[slot] ?? 0];
    for (const [z, level] of this.#levels) level.count(Math.floor(key / keysInCell(z)), slot, x, y, state, sign);
  }
  /** Takes a case out before it changes or is forgotten. */
  leave(slot: number): void {
    if (this.#kept.columns.counted[slot] === 1) this.#count(slot, -1);
  }
  /** Takes a case in as it is now, at once or when its time has come. */
  take(slot: number): void {
    if (!isVisible(this.#kept, slot, this.#rules) || this.#kept.columns.counted[slot] === 1) return;
    const fromS = this.#kept.columns.visibleFrom[slot] ?? 0;
    if (fromS <= this.#latestMs / SECOND_MS) this.#count(slot, 1);
    else {
      const at = this.#later.findIndex((other) => other.fromS <= fromS);
      this.#later.splice(at < 0 ? this.#later.length : at, 0, { slot, fromS });
    }
  }
  /** Takes in those whose time has come; tells of each. */
  arrive(nowMs: number, tell: (slot: number) => void): void {
    if (nowMs > this.#latestMs) this.#latestMs = nowMs;
    for (;;) {
      const next = this.#later.at(-1);
      if (!next || next.fromS > this.#latestMs / SECOND_MS) return;
      this.#later.pop();
      this.take(next.slot);
      tell(next.slot);
    }
  }
}
