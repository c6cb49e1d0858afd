import { IdSlots, type IdWords, idWords } from './id-slots.ts';

const FIRST_SLOTS = 1_024;

/** Which slot each id has: twelve bytes an id, for strings would outweigh all columns together. */
export class RowIds {
  #words = new Uint32Array(FIRST_SLOTS * 3);
  readonly #slots = new IdSlots((slot) => this.wordsAt(slot));
  /** How many slots were ever given. */
  size = 0;

  /** The slot of an id; below zero where it has none. */
  slotOf(id: string): number {
    return this.#slots.find(idWords(id));
  }
  /** Gives an id the next slot, in place of the one that it may have had. */
  give(id: string): number {
    const words = idWords(id);
    const slot = this.size;
    this.size += 1;
    if (this.size * 3 > this.#words.length) {
      const larger = new Uint32Array(this.#words.length * 2);
      larger.set(this.#words);
      this.#words = larger;
    }
    this.#words.set(words, slot * 3);
    this.#slots.put(words, slot);
    return slot;
  }
  wordsAt(slot: number): IdWords {
    const words = this.#words;
    return [words[slot * 3] ?? 0, words[slot * 3 + 1] ?? 0, words[slot * 3 + 2] ?? 0];
  }
  /** Below zero where the id in this slot comes before the other. */
  compare(slot: number, other: IdWords): number {
    const words = this.#words;
    return (
      (words[slot * 3] ?? 0) - other[0] ||
      (words[slot * 3 + 1] ?? 0) - other[1] ||
      (words[slot * 3 + 2] ?? 0) - other[2]
    );
  }
  /** The same of the ids in two slots. */
  compareSlots(a: number, b: number): number {
    const words = this.#words;
    return (
      (words[a * 3] ?? 0) - (words[b * 3] ?? 0) ||
      (words[a * 3 + 1] ?? 0) - (words[b * 3 + 1] ?? 0) ||
      (words[a * 3 + 2] ?? 0) - (words[b * 3 + 2] ?? 0)
    );
  }
  idAt(slot: number): string {
    return this.wordsAt(slot)
      .map((word) => word.toString(16).padStart(8, '0'))
      .join('');
  }
}
