const FIRST_PLACES = 4;

/** The first index from `from` on at which `slots` holds `slot` or a larger one: long strides first, then halves. */
function reach(slots: Uint32Array, slot: number, from: number): number {
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
function common(few: Uint32Array, many: Uint32Array): Uint32Array {
  const both = new Uint32Array(few.length);
  let [count, at] = [0, 0];
  for (const slot of few) {
    at = reach(many, slot, at);
    if (at === many.length) break;
    if (many[at] === slot) both[count++] = slot;
  }
  return both.subarray(0, count);
}

/** Which slots hold a term, in the order in which the slots were given; what was added is never taken out. */
export class Postings {
  readonly #lists = new Map<string, { slots: Uint32Array; count: number }>();

  /** Slots of one term must come in rising order, each once. */
  add(term: string, slot: number): void {
    let list = this.#lists.get(term);
    if (!list) {
      list = { slots: new Uint32Array(FIRST_PLACES), count: 0 };
      this.#lists.set(term, list);
    }
    if (list.count === list.slots.length) {
      const larger = new Uint32Array(list.count * 2);
      larger.set(list.slots);
      list.slots = larger;
    }
    list.slots[list.count] = slot;
    list.count += 1;
  }
  #slotsOf(term: string): Uint32Array {
    const list = this.#lists.get(term);
    return list?.slots.subarray(0, list.count) ?? new Uint32Array();
  }
  /**
   * The slots that hold at least so many of these terms, each given once, and how many they hold; null where more than
   * `mostRead` would have to be looked at. Who holds so many holds one of the rarest few (prefix filtering: Bayardo, Ma,
   * Srikant, 2007), so that only those lists are read whole.
   */
  holdingSome(terms: readonly string[], atLeast: number, mostRead: number): Map<number, number> | null {
    const lists = terms.map((term) => this.#slotsOf(term)).sort((a, b) => a.length - b.length);
    const rarest = lists.slice(0, Math.max(0, lists.length - atLeast + 1));
    if (rarest.reduce((sum, { length }) => sum + length, 0) > mostRead) return null;
    const held = new Map<number, number>();
    for (const list of rarest) for (const slot of list) held.set(slot, (held.get(slot) ?? 0) + 1);
    for (const list of lists.slice(rarest.length))
      for (const [slot, count] of held) if (list[reach(list, slot, 0)] === slot) held.set(slot, count + 1);
    for (const [slot, count] of held) if (count < atLeast) held.delete(slot);
    return held;
  }
  /** The slots that hold every one of these terms, in order; there must be at least one term. */
  holdingAll(terms: readonly string[]): Uint32Array {
    const lists = terms.map((term) => this.#slotsOf(term)).sort((a, b) => a.length - b.length);
    return lists.reduce((few, many) => (few.length === 0 ? few : common(few, many)));
  }
}
