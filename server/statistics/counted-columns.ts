import { legalDateOf } from '#server/platform/clock.ts';
import { Codes } from '#server/platform/columns/codes.ts';
import { IdSlots, type IdWords, idWords, idWordsIn } from '#server/platform/columns/id-slots.ts';
import type { CountedCase } from '#server/register/index.ts';
import { PUBLIC_STATUSES } from '#shared/domain/appeal.ts';
import { dayOf } from '#shared/domain/legal-clock/legal-date.ts';

/** In place of a state where a case is no longer published. */
export const GONE = 0xff;
/** In place of days where no answer was given that statistics count. */
export const UNANSWERED = 0xffff;
/** An answer after more days counts as one after so many: no median of a city comes near it. */
export const MOST_DAYS = 1_000;
/** In place of a day where the law waits for nothing: after every day. */
const NEVER = 0x7fff_ffff;
const SECOND_MS = 1_000;
const FIRST_CAPACITY = 1_024;

const columnsFor = (capacity: number) => ({
  ids: new Uint32Array(capacity * 3),
  statuses: new Uint8Array(capacity),
  categories: new Uint16Array(capacity),
  districts: new Uint16Array(capacity),
  months: new Uint16Array(capacity),
  receivedOn: new Int32Array(capacity),
  dueOn: new Int32Array(capacity),
  days: new Uint16Array(capacity),
  onTime: new Uint8Array(capacity),
  visibleFrom: new Uint32Array(capacity),
});
type Columns = ReturnType<typeof columnsFor>;

/** The published cases as statistics count them: columns of numbers, some 45 bytes a case with the way to it by its id. */
export class CountedColumns {
  columns: Columns = columnsFor(FIRST_CAPACITY);
  /** How many slots were ever taken; those of cases that are gone are among them. */
  size = 0;
  readonly categoryCodes = new Codes();
  readonly districtCodes = new Codes<string | null>();
  /** Months of receipt in Kyiv, as `YYYY-MM`. */
  readonly months = new Codes();
  readonly #slots = new IdSlots((slot) => this.#words(slot));

  #words(slot: number): IdWords {
    return idWordsIn(this.columns.ids, slot);
  }
  #grow(): void {
    const larger = columnsFor(this.columns.statuses.length * 2);
    for (const name of Object.keys(larger) as (keyof Columns)[]) larger[name].set(this.columns[name]);
    this.columns = larger;
  }
  #slotFor(id: string): number {
    const words = idWords(id);
    const known = this.#slots.find(words);
    if (known >= 0) return known;
    if (this.size === this.columns.statuses.length) this.#grow();
    const slot = this.size;
    this.size += 1;
    this.columns.ids.set(words, slot * 3);
    this.#slots.put(words, slot);
    return slot;
  }
  /** Takes a case in, or takes its newer state in place of the older one. */
  put({ id, status, categoryCode, districtCode, receivedAt, dueOn, visibleFrom, answer }: CountedCase): void {
    const slot = this.#slotFor(id);
    const { columns } = this;
    const received = legalDateOf(receivedAt);
    const receivedOn = dayOf(received);
    columns.statuses[slot] = PUBLIC_STATUSES.indexOf(status);
    columns.categories[slot] = this.categoryCodes.numberOf(categoryCode);
    columns.districts[slot] = this.districtCodes.numberOf(districtCode);
    columns.months[slot] = this.months.numberOf(received.slice(0, 'YYYY-MM'.length));
    columns.receivedOn[slot] = receivedOn;
    columns.dueOn[slot] = dueOn === null ? NEVER : dayOf(dueOn);
    columns.days[slot] = answer ? Math.min(MOST_DAYS, Math.max(0, dayOf(answer.on) - receivedOn)) : UNANSWERED;
    columns.onTime[slot] = answer?.isOnTime ? 1 : 0;
    columns.visibleFrom[slot] = Math.ceil(visibleFrom.getTime() / SECOND_MS);
  }
  /** Forgets a case; one that is not there does no harm. */
  remove(id: string): void {
    const slot = this.#slots.find(idWords(id));
    if (slot >= 0) this.columns.statuses[slot] = GONE;
  }
}
