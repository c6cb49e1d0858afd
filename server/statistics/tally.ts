import { setImmediate as immediate } from 'node:timers/promises';
import { PUBLIC_STATUSES } from '#shared/domain/appeal.ts';
import { dayOf } from '#shared/domain/legal-clock/legal-date.ts';
import { type CountedColumns, GONE, MOST_DAYS, UNANSWERED } from './counted-columns.ts';

/** What rules out cases now, whatever is asked. */
export interface Visibility {
  nowMs: number;
  /** The date of law on which what fell due before it is overdue. */
  today: string;
  isShownCategory: (code: string) => boolean;
  isHiddenDistrict: (code: string | null) => boolean;
}
/** Which of the visible cases are meant; days of receipt in Kyiv, both included. */
export interface Scope {
  categories?: ReadonlySet<string> | undefined;
  district?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}
const [STATUSES, OVERDUE, ANSWERED, ON_TIME, FIELDS] = [
  PUBLIC_STATUSES.length,
  PUBLIC_STATUSES.length,
  PUBLIC_STATUSES.length + 1,
  PUBLIC_STATUSES.length + 2,
  PUBLIC_STATUSES.length + 3,
];
const BINS = MOST_DAYS + 1;
/** So many cases are counted at a time, within a millisecond or two; between them the process serves whoever asks. */
const SLICE = 65_536;
const SECOND_MS = 1_000;

/** What was counted of some cases. Tallies of parts add up to that of the whole. */
export class Tally {
  readonly #counts: Uint32Array;
  readonly #days: Uint32Array;
  constructor(counts: Uint32Array = new Uint32Array(FIELDS), days: Uint32Array = new Uint32Array(BINS)) {
    this.#counts = counts;
    this.#days = days;
  }
  add(other: Tally): void {
    for (let at = 0; at < FIELDS; at += 1) this.#counts[at] = (this.#counts[at] ?? 0) + (other.#counts[at] ?? 0);
    for (let at = 0; at < BINS; at += 1) this.#days[at] = (this.#days[at] ?? 0) + (other.#days[at] ?? 0);
  }
  #at(field: number): number {
    return this.#counts[field] ?? 0;
  }
  /** How many are in each public state, in the order of `PUBLIC_STATUSES`. */
  get byStatus(): number[] {
    return [...this.#counts.subarray(0, STATUSES)];
  }
  get overdue(): number {
    return this.#at(OVERDUE);
  }
  get answered(): number {
    return this.#at(ANSWERED);
  }
  get onTime(): number {
    return this.#at(ON_TIME);
  }
  /** The answer that stands at this place when they are put in order by their days, from 0. */
  #daysAt(place: number): number {
    let seen = 0;
    for (let days = 0; days < BINS; days += 1) {
      seen += this.#days[days] ?? 0;
      if (seen > place) return days;
    }
    return MOST_DAYS;
  }
  /** Within so many days half of the answers were given; between the two in the middle where their number is even; null without any. */
  get medianDays(): number | null {
    if (this.answered === 0) return null;
    const last = this.answered - 1;
    return (this.#daysAt(Math.floor(last / 2)) + this.#daysAt(Math.ceil(last / 2))) / 2;
  }
}
/** The tallies of all that is meant, and of its parts by their names. */
export interface Tallies {
  total: Tally;
  byDistrict: ReadonlyMap<string | null, Tally>;
  byCategory: ReadonlyMap<string, Tally>;
  byMonth: ReadonlyMap<string, Tally>;
}
/** Some tallies side by side in one piece of memory. */
class Group {
  readonly counts: Uint32Array;
  readonly days: Uint32Array;
  constructor(size: number) {
    this.counts = new Uint32Array(size * FIELDS);
    this.days = new Uint32Array(size * BINS);
  }
  add(nth: number, status: number, isOverdue: boolean, days: number, onTime: number): void {
    const { counts } = this;
    const at = nth * FIELDS;
    counts[at + status] = (counts[at + status] ?? 0) + 1;
    if (isOverdue) counts[at + OVERDUE] = (counts[at + OVERDUE] ?? 0) + 1;
    if (days === UNANSWERED) return;
    counts[at + ANSWERED] = (counts[at + ANSWERED] ?? 0) + 1;
    counts[at + ON_TIME] = (counts[at + ON_TIME] ?? 0) + onTime;
    const bin = nth * BINS + days;
    this.days[bin] = (this.days[bin] ?? 0) + 1;
  }
  tally(nth: number): Tally {
    return new Tally(
      this.counts.subarray(nth * FIELDS, (nth + 1) * FIELDS),
      this.days.subarray(nth * BINS, (nth + 1) * BINS),
    );
  }
  /** The tallies of those names of which there is anything. */
  named<Name>(names: readonly Name[]): Map<Name, Tally> {
    const found = names.map((name, nth): [Name, Tally] => [name, this.tally(nth)]);
    return new Map(found.filter(([, tally]) => tally.byStatus.some((count) => count > 0)));
  }
}
const mask = <Name>(names: readonly Name[], isMeant: (name: Name) => boolean): Uint8Array =>
  Uint8Array.from(names, (name) => (isMeant(name) ? 1 : 0));

/** How many names each column had when the counting began: a name that comes while it rests has no place in its memory. */
const sizesOf = ({ categoryCodes, districtCodes, months }: CountedColumns) =>
  [categoryCodes.list.length, districtCodes.list.length, months.list.length] as const;

/** Counts in slices; null where a new name came in between. */
async function countOnce(kept: CountedColumns, scope: Scope, visibility: Visibility): Promise<Tallies | null> {
  const sizes = sizesOf(kept);
  const [total, byCategory, byDistrict, byMonth] = [new Group(1), ...sizes.map((size) => new Group(size))] as [
    Group,
    Group,
    Group,
    Group,
  ];
  const { categories: branch, district, from, to } = scope;
  const meantCategories = mask(
    kept.categoryCodes.list,
    (code) => visibility.isShownCategory(code) && (branch === undefined || branch.has(code)),
  );
  const meantDistricts = mask(
    kept.districtCodes.list,
    (code) => !visibility.isHiddenDistrict(code) && (district === undefined || code === district),
  );
  const [first, last] = [from ? dayOf(from) : Number.NEGATIVE_INFINITY, to ? dayOf(to) : Number.POSITIVE_INFINITY];
  const [nowS, today] = [visibility.nowMs / SECOND_MS, dayOf(visibility.today)];

  const count = (begin: number, end: number): void => {
    const { statuses, categories, districts, months, receivedOn, dueOn, days, onTime, visibleFrom } = kept.columns;
    for (let slot = begin; slot < end; slot += 1) {
      const status = statuses[slot] ?? GONE;
      if (status === GONE || (visibleFrom[slot] ?? 0) > nowS) continue;
      const [category, place, received] = [categories[slot] ?? 0, districts[slot] ?? 0, receivedOn[slot] ?? 0];
      if (meantCategories[category] === 0 || meantDistricts[place] === 0) continue;
      if (received < first || received > last) continue;
      const isOverdue = (dueOn[slot] ?? 0) < today;
      const [took, kept] = [days[slot] ?? UNANSWERED, onTime[slot] ?? 0];
      total.add(0, status, isOverdue, took, kept);
      byCategory.add(category, status, isOverdue, took, kept);
      byDistrict.add(place, status, isOverdue, took, kept);
      byMonth.add(months[slot] ?? 0, status, isOverdue, took, kept);
    }
  };
  for (let begin = 0; begin < kept.size; begin += SLICE) {
    if (begin > 0) await immediate();
    if (sizesOf(kept).some((size, nth) => size !== sizes[nth])) return null;
    count(begin, Math.min(begin + SLICE, kept.size));
  }
  return {
    total: total.tally(0),
    byCategory: byCategory.named(kept.categoryCodes.list.slice(0, sizes[0])),
    byDistrict: byDistrict.named(kept.districtCodes.list.slice(0, sizes[1])),
    byMonth: byMonth.named(kept.months.list.slice(0, sizes[2])),
  };
}
/** Counts the kept cases that are meant and may be shown now: each once, in a state that it had while they were counted. */
export async function tallied(kept: CountedColumns, scope: Scope, visibility: Visibility): Promise<Tallies> {
  for (;;) {
    const found = await countOnce(kept, scope, visibility);
    if (found) return found;
  }
}
