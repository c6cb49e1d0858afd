/** Keeps the first few of many in order, as they come by: what comes after the last of enough is dropped at once. */
export class FirstFew {
  readonly slots: number[] = [];
  readonly #most: number;
  readonly #compare: (a: number, b: number) => number;

  constructor(most: number, compare: (a: number, b: number) => number) {
    this.#most = most;
    this.#compare = compare;
  }
  offer(slot: number): void {
    const { slots } = this;
    const last = slots.at(-1);
    if (slots.length >= this.#most && (last === undefined || this.#compare(slot, last) > 0)) return;
    let [low, high] = [0, slots.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#compare(slots[middle] ?? 0, slot) < 0) low = middle + 1;
      else high = middle;
    }
    slots.splice(low, 0, slot);
    if (slots.length > this.#most) slots.pop();
  }
}
