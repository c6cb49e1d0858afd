import { IdSlots, type IdWords, idWords } from '#server/platform/columns/id-slots.ts';
import type { PublishedCase } from '#server/register/index.ts';
import { PUBLIC_STATUSES } from '#shared/domain/appeal.ts';
import { project } from '#shared/domain/map/mercator.ts';

/** The zoom at whose pixels points are kept: 1.6 cm in Odesa, in whole numbers of 32 bits. */
export const FINE_ZOOM = 24;
/** In place of a coordinate where a case has no point. */
const NOWHERE = 0xffff_ffff;
/** In place of a state where a case is no longer published. */
const GONE = 0xff;
const SECOND_MS = 1_000;
const FIRST_CAPACITY = 1_024;

const columnsFor = (capacity: number) => ({
  ids: new Uint32Array(capacity * 3),
  numbers: new Float64Array(capacity),
  xs: new Uint32Array(capacity),
  ys: new Uint32Array(capacity),
  statuses: new Uint8Array(capacity),
  categories: new Uint16Array(capacity),
  districts: new Uint8Array(capacity),
  receivedAt: new Uint32Array(capacity),
  visibleFrom: new Uint32Array(capacity),
});
type Columns = ReturnType<typeof columnsFor>;

/** Codes by the small numbers that stand for them in a column. */
class Codes {
  readonly list: (string | null)[] = [null];
  readonly #numbers = new Map<string | null, number>([[null, 0]]);
  numberOf(code: string | null): number {
    const known = this.#numbers.get(code);
    if (known !== undefined) return known;
    this.#numbers.set(code, this.list.length);
    return this.list.push(code) - 1;
  }
}

/** The published cases as columns of numbers: some 50 bytes a case, so that a million can be walked in a few milliseconds. */
export class PublishedColumns {
  columns: Columns = columnsFor(FIRST_CAPACITY);
  /** How many slots were ever taken; those of cases that are gone are among them. */
  size = 0;
  readonly categoryCodes = new Codes();
  readonly districtCodes = new Codes();
  readonly #slots = new IdSlots((slot) => this.#words(slot));

  #words(slot: number): IdWords {
    const { ids } = this.columns;
    return [ids[slot * 3] ?? 0, ids[slot * 3 + 1] ?? 0, ids[slot * 3 + 2] ?? 0];
  }
  #grow(): void {
    const larger = columnsFor(this.columns.numbers.length * 2);
    for (const name of Object.keys(larger) as (keyof Columns)[]) larger[name].set(this.columns[name]);
    this.columns = larger;
  }
  /** Takes a case in, or takes its newer state in place of the older one. */
  put(found: PublishedCase): void {
    const words = idWords(found.id);
    let slot = this.#slots.find(words);
    if (slot < 0) {
      if (this.size === this.columns.numbers.length) this.#grow();
      slot = this.size;
      this.size += 1;
      this.columns.ids.set(words, slot * 3);
      this.#slots.put(words, slot);
    }
    const { numbers, xs, ys, statuses, categories, districts, receivedAt, visibleFrom } = this.columns;
    const [x, y] = found.point ? project(found.point, FINE_ZOOM) : [NOWHERE, NOWHERE];
    xs[slot] = x;
    ys[slot] = y;
    numbers[slot] = Number(found.number);
    statuses[slot] = PUBLIC_STATUSES.indexOf(found.status);
    categories[slot] = this.categoryCodes.numberOf(found.categoryCode);
    districts[slot] = this.districtCodes.numberOf(found.districtCode);
    receivedAt[slot] = found.receivedAt.getTime() / SECOND_MS;
    visibleFrom[slot] = Math.ceil(found.visibleFrom.getTime() / SECOND_MS);
  }
  /** Forgets a case; one that is not there does no harm. */
  remove(id: string): void {
    const slot = this.#slots.find(idWords(id));
    if (slot >= 0) this.columns.statuses[slot] = GONE;
  }
  idOf(slot: number): string {
    return this.#words(slot)
      .map((word) => word.toString(16).padStart(8, '0'))
      .join('');
  }
  numberOf(slot: number): string {
    return String(this.columns.numbers[slot]).padStart(10, '0');
  }
  /** Newest first; of the same second, by id. Below zero where `a` comes before `b`. */
  compare(a: number, b: number): number {
    const { receivedAt, ids } = this.columns;
    const later = (receivedAt[b] ?? 0) - (receivedAt[a] ?? 0);
    if (later !== 0) return later;
    for (let word = 0; word < 3; word++) {
      const larger = (ids[b * 3 + word] ?? 0) - (ids[a * 3 + word] ?? 0);
      if (larger !== 0) return larger;
    }
    return 0;
  }
}
