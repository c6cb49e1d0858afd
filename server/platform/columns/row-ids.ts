/** An id of twelve bytes as three whole numbers, in whose order ids are in order. */
export type IdWords = readonly [number, number, number];

/** The words of an id of 24 hexadecimal digits. */
export const idWords = (id: string): IdWords => [
  Number.parseInt(id.slice(0, 8), 16),
  Number.parseInt(id.slice(8, 16), 16),
  Number.parseInt(id.slice(16), 16),
];
const EMPTY = -1;
const FIRST_SLOTS = 1_024;

const hashOf = (a: number, b: number, c: number): number =>
  Math.imul(a ^ Math.imul(b, 0x9e37_79b1) ^ Math.imul(c, 0x85eb_ca6b), 0xc2b2_ae35) >>> 7;

/** Which slot each id has: twelve bytes an id and an open hash table of numbers, for strings would outweigh all columns together. */
export class RowIds {
  #words = new Uint32Array(FIRST_SLOTS * 3);
  #places = new Int32Array(FIRST_SLOTS * 2).fill(EMPTY);
  /** How many places are taken; an id that moved keeps its place. */
  #taken = 0;
  /** How many slots were ever given. */
  size = 0;

  #placeOf([a, b, c]: IdWords): number {
    const [places, words] = [this.#places, this.#words];
    const mask = places.length - 1;
    for (let place = hashOf(a, b, c) & mask; ; place = (place + 1) & mask) {
      const slot = places[place] ?? EMPTY;
      if (slot === EMPTY) return place;
      if (words[slot * 3] === a && words[slot * 3 + 1] === b && words[slot * 3 + 2] === c) return place;
    }
  }
  #growPlaces(): void {
    const before = this.#places;
    this.#places = new Int32Array(before.length * 2).fill(EMPTY);
    for (const slot of before) if (slot !== EMPTY) this.#places[this.#placeOf(this.wordsAt(slot))] = slot;
  }
  /** The slot of an id; below zero where it has none. */
  slotOf(id: string): number {
    return this.#places[this.#placeOf(idWords(id))] ?? EMPTY;
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
    const place = this.#placeOf(words);
    this.#words.set(words, slot * 3);
    if (this.#places[place] === EMPTY) this.#taken += 1;
    this.#places[place] = slot;
    if (this.#taken * 2 > this.#places.length) this.#growPlaces();
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
