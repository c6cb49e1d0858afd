import type { PublishedCase } from '#server/register/index.ts';
import type { MapTile } from '#shared/contract/map.ts';
import { PUBLIC_STATUSES } from '#shared/domain/appeal.ts';
import type { CaseFilters } from '#shared/domain/map/filters.ts';
import { type Bounds, TILE, unproject } from '#shared/domain/map/mercator.ts';
import { type FineBox, fineBoxOf, questionOf, type Visibility } from './case-question.ts';
import { FINE_ZOOM, PublishedColumns } from './published-columns.ts';

/** A tile by its zoom, column and row, as web maps count them. */
export interface TileAddress {
  z: number;
  x: number;
  y: number;
}
/** Where a page of the list begins: after this second of receipt and this id. */
export interface ListPlace {
  receivedAtS: number;
  id: string;
}
/** The ids of one page, newest first, where the next page begins, and how many there are in all. */
export interface ListPage {
  ids: string[];
  next: ListPlace | null;
  total: number;
}
/** The side of the cells that gather cases into clusters, as a part of a tile: 64 pixels. */
const CELLS = 4;
/** Clusters keep this far from the edges of their cell, as a part of it, so that two never cover each other. */
const INDENT = 0.25;
const round = (degrees: number): number => Number(degrees.toFixed(6));

/** What was found in one cell: how many, where on average, in which states, and the last of them. */
const newCell = () => ({ slot: 0, count: 0, sumX: 0, sumY: 0, byState: new Uint32Array(PUBLIC_STATUSES.length) });
function addTo(cell: ReturnType<typeof newCell>, slot: number, x: number, y: number, state: number): void {
  cell.slot = slot;
  cell.count += 1;
  cell.sumX += x;
  cell.sumY += y;
  cell.byState[state] = (cell.byState[state] ?? 0) + 1;
}
/** A coordinate held off the edges of its cell. */
const indented = (coordinate: number, nth: number, side: number): number =>
  (nth + Math.min(1 - INDENT, Math.max(INDENT, coordinate / side - nth))) * side;

/** The published cases of the city, ready for the map and the list. It says nothing that `Visibility` forbids at that moment. */
export class PublishedCases {
  #kept = new PublishedColumns();

  put(found: PublishedCase): void {
    this.#kept.put(found);
  }
  remove(id: string): void {
    this.#kept.remove(id);
  }
  #point(x: number, y: number): MapTile['points'][number]['point'] {
    const [lng, lat] = unproject([x, y], FINE_ZOOM);
    return { type: 'Point', coordinates: [round(lng), round(lat)] };
  }
  #walk(filters: CaseFilters, visibility: Visibility, box: FineBox | null, visit: (slot: number) => void): void {
    const kept = this.#kept;
    const { xs, ys } = kept.columns;
    const isMeant = questionOf(kept, filters, visibility);
    const { left, top, right, bottom } = box ?? { left: 0, top: 0, right: 0, bottom: 0 };
    for (let slot = 0; slot < kept.size; slot++) {
      if (box) {
        const x = xs[slot] ?? 0;
        const y = ys[slot] ?? 0;
        if (x < left || x >= right || y < top || y >= bottom) continue;
      }
      if (isMeant(slot)) visit(slot);
    }
  }
  /** What lies in a box: cells with one case show it, cells with several show how many, by state. The cells of a zoom are the same for every box. */
  gather(z: number, box: FineBox, filters: CaseFilters, visibility: Visibility): MapTile {
    const side = (TILE * 2 ** (FINE_ZOOM - z)) / CELLS;
    const [firstX, firstY] = [Math.floor(box.left / side), Math.floor(box.top / side)];
    const across = Math.ceil(box.right / side) - firstX;
    const down = Math.ceil(box.bottom / side) - firstY;
    const cells = Array.from({ length: across * down }, newCell);
    const { xs, ys, statuses } = this.#kept.columns;
    this.#walk(filters, visibility, box, (slot) => {
      const x = xs[slot] ?? 0;
      const y = ys[slot] ?? 0;
      const cell = cells[(Math.floor(y / side) - firstY) * across + Math.floor(x / side) - firstX];
      if (cell) addTo(cell, slot, x, y, statuses[slot] ?? 0);
    });
    const clusters = cells.flatMap(({ count, sumX, sumY, byState }, i): MapTile['clusters'] => {
      if (count < 2) return [];
      const x = indented(sumX / count, firstX + (i % across), side);
      const y = indented(sumY / count, firstY + Math.floor(i / across), side);
      const byStatus = PUBLIC_STATUSES.flatMap((status, s) => (byState[s] ? [[status, byState[s]]] : []));
      return [{ point: this.#point(x, y), count, byStatus: Object.fromEntries(byStatus) }];
    });
    const single = cells.flatMap(({ count, slot }) => (count === 1 ? [slot] : []));
    return { clusters, points: this.#inOrder(single).map((slot) => this.#single(slot)) };
  }
  /** What lies on a tile. */
  tile({ z, x, y }: TileAddress, filters: CaseFilters, visibility: Visibility): MapTile {
    const side = TILE * 2 ** (FINE_ZOOM - z);
    const box = { left: x * side, top: y * side, right: (x + 1) * side, bottom: (y + 1) * side };
    return this.gather(z, box, filters, visibility);
  }
  #inOrder(slots: number[]): number[] {
    return slots.sort((a, b) => this.#kept.compare(a, b));
  }
  #single(slot: number): MapTile['points'][number] {
    const { xs, ys, statuses, categories } = this.#kept.columns;
    return {
      id: this.#kept.idOf(slot),
      number: this.#kept.numberOf(slot),
      point: this.#point(xs[slot] ?? 0, ys[slot] ?? 0),
      status: PUBLIC_STATUSES[statuses[slot] ?? 0] ?? 'received',
      categoryCode: this.#kept.categoryCodes.list[categories[slot] ?? 0] ?? '',
    };
  }
  /** One page of the list: within the bounds where they are given, and then only of cases with a point. */
  page(
    filters: CaseFilters,
    visibility: Visibility,
    { bounds, after, limit }: { bounds?: Bounds | undefined; after?: ListPlace | undefined; limit: number },
  ): ListPage {
    const kept = this.#kept;
    const { receivedAt } = kept.columns;
    const best: number[] = [];
    let total = 0;
    this.#walk(filters, visibility, bounds ? fineBoxOf(bounds) : null, (slot) => {
      total += 1;
      if (after && !this.#isAfter(slot, after)) return;
      const worst = best[limit];
      if (worst !== undefined && kept.compare(slot, worst) > 0) return;
      let at = best.length;
      while (at > 0 && kept.compare(slot, best[at - 1] ?? slot) < 0) at -= 1;
      best.splice(at, 0, slot);
      if (best.length > limit + 1) best.pop();
    });
    const shown = best.slice(0, limit);
    const last = best.length > limit ? shown.at(-1) : undefined;
    return {
      ids: shown.map((slot) => kept.idOf(slot)),
      next: last === undefined ? null : { receivedAtS: receivedAt[last] ?? 0, id: kept.idOf(last) },
      total,
    };
  }
  #isAfter(slot: number, { receivedAtS, id }: ListPlace): boolean {
    const received = this.#kept.columns.receivedAt[slot] ?? 0;
    return received === receivedAtS ? this.#kept.idOf(slot) < id : received < receivedAtS;
  }
}
