import { Bits, isIn, keepBoth, keepOnly, slotsOf } from './bits.ts';

/** A term that more than one in so many slots holds takes less room, and is quicker read, as bits. */
const ONE_IN = 32;
/** Fewer slots are always kept one by one. */
const MANY = 4_096;

/** The first index from `from` on at which `slots` holds `slot` or a larger one: long strides first, then halves. */
function reach(slots: ArrayLike<number>, slot: number, from: number): number {
  let [low, stride] = [from, 1];
  while (low + stride < slots.length && (slots[low + stride] ?? 0) < slot) {
    low += stride;
    stride *= 2;
  }
  let high = Math.min(low + stride, slots.length);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((slots[middle] ?? 0) < slot) low = middle + 1;
    else high = middle;
  }
  return low;
}
/** What both hold; both are in order and so is the answer. */
function common(few: readonly number[], many: readonly number[]): number[] {
  const both: number[] = [];
  let at = 0;
  for (const slot of few) {
    at = reach(many, slot, at);
    if (at === many.length) break;
    if (many[at] === slot) both.push(slot);
  }
  return both;
}

/** The slots that hold one term, in rising order: one by one, or as bits where they are many. */
class Holders {
  #slots: number[] = [];
  #bits: Bits | null = null;
  readonly #many: number;
  count = 0;

  constructor(many: number) {
    this.#many = many;
  }

  add(slot: number): void {
    this.count += 1;
    if (this.#bits && slot >>> 5 >= this.#bits.words.length && this.count * ONE_IN < slot) {
      this.#slots = [...slotsOf(this.#bits.words)];
      this.#bits = null;
    }
    if (this.#bits) this.#bits.add(slot);
    else this.#slots.push(slot);
    if (this.#bits || this.count < this.#many || this.count * ONE_IN < slot) return;
    this.#bits = new Bits();
    for (const each of this.#slots) this.#bits.add(each);
    this.#slots = [];
  }
  /** Null where they are kept as bits. */
  get few(): readonly number[] | null {
    return this.#bits ? null : this.#slots;
  }
  get words(): Uint32Array | null {
    return this.#bits?.words ?? null;
  }
  all(): Iterable<number> {
    return this.#bits ? slotsOf(this.#bits.words) : this.#slots;
  }
  has(slot: number): boolean {
    return this.#bits ? this.#bits.has(slot) : this.#slots[reach(this.#slots, slot, 0)] === slot;
  }
}
const NOBODY = new Holders(MANY);

/** Which slots hold a term, in the order in which the slots were given; what was added is never taken out. */
export class Postings {
  readonly #terms = new Map<string, Holders>();
  readonly #many: number;

  /** `many`: fewer slots of a term are always kept one by one. */
  constructor(many = MANY) {
    this.#many = many;
  }
  /** Slots of one term must come in rising order, each once. */
  add(term: string, slot: number): void {
    let holders = this.#terms.get(term);
    if (!holders) {
      holders = new Holders(this.#many);
      this.#terms.set(term, holders);
    }
    holders.add(slot);
  }
  /** Who holds each of these terms, the rarest first. */
  #rarestFirst(terms: readonly string[]): Holders[] {
    return terms.map((term) => this.#terms.get(term) ?? NOBODY).sort((a, b) => a.count - b.count);
  }
  /**
   * The slots that hold at least so many of these terms, each given once, and how many they hold; null where more than
   * `mostRead` would have to be looked at. Who holds so many holds one of the rarest few (prefix filtering: Bayardo, Ma,
   * Srikant, 2007), so that only those lists are read whole.
   */
  holdingSome(terms: readonly string[], atLeast: number, mostRead: number): Map<number, number> | null {
    const holders = this.#rarestFirst(terms);
    const rarest = holders.slice(0, Math.max(0, holders.length - atLeast + 1));
    if (rarest.reduce((sum, { count }) => sum + count, 0) > mostRead) return null;
    const held = new Map<number, number>();
    for (const each of rarest) for (const slot of each.all()) held.set(slot, (held.get(slot) ?? 0) + 1);
    for (const each of holders.slice(rarest.length))
      for (const [slot, count] of held) if (each.has(slot)) held.set(slot, count + 1);
    for (const [slot, count] of held) if (count < atLeast) held.delete(slot);
    return held;
  }
  /** Leaves in a set the slots that hold every one of these terms. */
  keepHolding(terms: readonly string[], set: Uint32Array): void {
    const holders = this.#rarestFirst(terms);
    const [first, ...lists] = holders.flatMap(({ few }) => (few ? [few] : []));
    const bits = holders.flatMap(({ words }) => (words ? [words] : []));
    if (first) {
      const both = lists.reduce((few, many) => (few.length === 0 ? few : common(few, many)), first);
      const inAll = both.filter((slot) => bits.every((words) => isIn(words, slot)));
      keepOnly(set, inAll);
    } else for (const words of bits) keepBoth(set, words);
  }
}
