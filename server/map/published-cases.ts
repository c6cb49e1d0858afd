import { setImmediate as immediate } from 'node:timers/promises';
import { inSlices } from '#server/platform/columns/in-slices.ts';
import type { PublishedCase } from '#server/register/index.ts';
import type { MapTile } from '#shared/contract/map.ts';
import { type CaseFilters, FILTERS } from '#shared/domain/map/filters.ts';
import { type Bounds, TILE } from '#shared/domain/map/mercator.ts';
import { type ListPage, type ListPlace, pageOf } from './case-list.ts';
import { type FineBox, fineBoxOf, questionOf, type Visibility } from './case-question.ts';
import { CellGrid } from './cell-grid.ts';
import { FINE_ZOOM, keysInTile, zOrder } from './cells.ts';
import { ClusterLevels } from './cluster-levels.ts';
import { type Look, looksOf } from './map-looks.ts';
import { PublishedColumns } from './published-columns.ts';

/** A tile by its zoom, column and row, as web maps count them. */
export interface TileAddress {
  z: number;
  x: number;
  y: number;
}
/** So many cases in no order are walked in no time. */
const FEW = 4_096;
/** They may be this part of all before all are put in order anew. */
const PART = 32;
/** So many changes are taken over at a time from columns that were being put in order. */
const STEP = 500;

const isUnfiltered = (filters: CaseFilters): boolean => FILTERS.every((name) => filters[name] === undefined);

/** The published cases of the city, ready for the map and the list. It says nothing that `Visibility` forbids at that moment. */
export class PublishedCases {
  #kept = new PublishedColumns();
  #levels: ClusterLevels | null = null;
  /** What changed while all are being put in order. */
  #meanwhile: Set<string> | null = null;
  readonly #changed: (x: number, y: number) => void;

  /** `changed` is told the fine pixel of whatever comes, goes or changes on the map. */
  constructor(changed: (x: number, y: number) => void = () => undefined) {
    this.#changed = changed;
  }
  #tell(slot: number): void {
    const { xs, ys } = this.#kept.columns;
    if (this.#kept.hasPlace(slot)) this.#changed(xs[slot] ?? 0, ys[slot] ?? 0);
  }
  /** Takes in a case that was never seen: for the first reading of all, which `tidy` ends. */
  append(found: PublishedCase): void {
    this.#kept.append(found);
  }
  /** Takes a case in, or takes its newer state in place of the older one. */
  put(found: PublishedCase): void {
    this.#leave(found.id);
    const slot = this.#kept.put(found);
    this.#levels?.take(slot);
    this.#tell(slot);
  }
  /** Forgets a case; one that is not there does no harm. */
  remove(id: string): void {
    this.#leave(id);
    this.#kept.remove(id);
  }
  #leave(id: string): void {
    this.#meanwhile?.add(id);
    const slot = this.#kept.find(id);
    if (slot < 0) return;
    this.#levels?.leave(slot);
    this.#tell(slot);
  }
  /** How these cases look on the map to everybody, by their ids: those that are not seen there are left out. */
  looksOf(ids: readonly string[], visibility: Visibility): Map<string, Look> {
    return looksOf(this.#kept, ids, visibility);
  }
  /** Lets those come whose time has come. */
  arrive(nowMs: number): void {
    this.#levels?.arrive(nowMs, (slot) => this.#tell(slot));
  }
  /** Whether so much has changed, in cases or in the rules of what may be shown, that answers take longer than they need to. */
  isUntidy(visibility: Visibility): boolean {
    const { size, ordered } = this.#kept;
    if (size - ordered > Math.max(FEW, ordered / PART)) return true;
    return size > FEW && !this.#levels?.holds(visibility);
  }
  /** Puts all in order and counts the levels anew, a few milliseconds at a time; answers are as right before and meanwhile as after. */
  async tidy(visibility: Visibility): Promise<void> {
    if (this.#meanwhile) return;
    const meanwhile = new Set<string>();
    this.#meanwhile = meanwhile;
    try {
      const kept = await inSlices(this.#kept.inOrder());
      const levels = await inSlices(ClusterLevels.of(kept, visibility));
      while (meanwhile.size > 0) {
        for (const id of [...meanwhile].slice(0, STEP)) {
          meanwhile.delete(id);
          this.#takeOver(id, kept, levels);
        }
        if (meanwhile.size > 0) await immediate();
      }
      this.#kept = kept;
      this.#levels = levels;
    } finally {
      this.#meanwhile = null;
    }
  }
  #takeOver(id: string, kept: PublishedColumns, levels: ClusterLevels): void {
    const [from, known] = [this.#kept.find(id), kept.find(id)];
    if (known >= 0) levels.leave(known);
    if (from < 0 || this.#kept.isGone(from)) kept.remove(id);
    else levels.take(kept.putFrom(this.#kept, from));
  }
  /** The counts that answer this question, if there are such. */
  #counted(filters: CaseFilters, visibility: Visibility): ClusterLevels | null {
    if (!isUnfiltered(filters) || !this.#levels?.holds(visibility)) return null;
    this.arrive(visibility.nowMs);
    return this.#levels;
  }
  /** What lies in the cells that a box touches: cells with one case show it, cells with several show how many, by state. The cells of a zoom are the same for every box. */
  gather(z: number, box: FineBox, filters: CaseFilters, visibility: Visibility): MapTile {
    const grid = new CellGrid(z, box);
    const level = this.#counted(filters, visibility)?.at(z);
    if (level) grid.eachTile((x, y) => level.eachOf(zOrder(x, y), (at) => grid.addCounted(level, at)));
    else this.#walk(z, grid, questionOf(this.#kept, filters, visibility));
    return grid.tile(this.#kept);
  }
  #walk(z: number, grid: CellGrid, isMeant: (slot: number) => boolean): void {
    const kept = this.#kept;
    const { xs, ys, statuses } = kept.columns;
    const through = (from: number, to: number): void => {
      for (let slot = from; slot < to; slot++)
        if (isMeant(slot)) grid.add(slot, xs[slot] ?? 0, ys[slot] ?? 0, statuses[slot] ?? 0);
    };
    const keys = keysInTile(z);
    grid.eachTile((x, y) => {
      const tile = zOrder(x, y);
      through(kept.firstFrom(tile * keys), kept.firstFrom((tile + 1) * keys));
    });
    for (let slot = kept.ordered; slot < kept.size; slot++)
      if (kept.hasPlace(slot) && isMeant(slot)) grid.add(slot, xs[slot] ?? 0, ys[slot] ?? 0, statuses[slot] ?? 0);
  }
  /** What lies on a tile. */
  tile({ z, x, y }: TileAddress, filters: CaseFilters, visibility: Visibility): MapTile {
    const side = TILE * 2 ** (FINE_ZOOM - z);
    const box = { left: x * side, top: y * side, right: (x + 1) * side, bottom: (y + 1) * side };
    return this.gather(z, box, filters, visibility);
  }
  /** One page of the list: within the bounds where they are given, and then only of cases with a point. */
  page(
    filters: CaseFilters,
    visibility: Visibility,
    { bounds, after, limit }: { bounds?: Bounds | undefined; after?: ListPlace | undefined; limit: number },
  ): ListPage {
    const box = bounds ? fineBoxOf(bounds) : null;
    const counted = box ? null : this.#counted(filters, visibility);
    return pageOf(this.#kept, { filters, box, after, limit }, visibility, counted?.counts);
  }
}
