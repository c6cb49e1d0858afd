/** An id of twelve bytes as three whole numbers, in whose order ids are in order. */
export type IdWords = readonly [number, number, number];

/** The words of an id of 24 hexadecimal digits. */
export const idWords = (id: string): IdWords => [
  Number.parseInt(id.slice(0, 8), 16),
  Number.parseInt(id.slice(8, 16), 16),
  Number.parseInt(id.slice(16), 16),
];
/** The words of the id that lies in a slot of a column of ids, three numbers each. */
export const idWordsIn = (ids: Uint32Array, slot: number): IdWords => [
  ids[slot * 3] ?? 0,
  ids[slot * 3 + 1] ?? 0,
  ids[slot * 3 + 2] ?? 0,
];
const EMPTY = -1;
const FIRST_PLACES = 2_048;

/** Which slot an id has: an open hash table of numbers, for a map of a million strings would take more than all columns together. */
export class IdSlots {
  #places: Int32Array;
  #count = 0;
  readonly #wordsAt: (slot: number) => IdWords;
  /** `wordsAt` tells the id that lies in a slot; there is room for so many ids at the least. */
  constructor(wordsAt: (slot: number) => IdWords, expected = 0) {
    this.#wordsAt = wordsAt;
    this.#places = new Int32Array(Math.max(FIRST_PLACES, 2 ** Math.ceil(Math.log2(expected * 2 + 1)))).fill(EMPTY);
  }
  #placeOf([a, b, c]: IdWords): number {
    const mask = this.#places.length - 1;
    let place = (Math.imul(a ^ Math.imul(b, 0x9e37_79b1) ^ Math.imul(c, 0x85eb_ca6b), 0xc2b2_ae35) >>> 7) & mask;
    for (;;) {
      const slot = this.#places[place] ?? EMPTY;
      if (slot === EMPTY) return place;
      const [x, y, z] = this.#wordsAt(slot);
      if (x === a && y === b && z === c) return place;
      place = (place + 1) & mask;
    }
  }
  /** The slot of an id; below zero where it has none. */
  find(words: IdWords): number {
    return this.#places[this.#placeOf(words)] ?? EMPTY;
  }
  /** Gives an id this slot, in place of the one that it may have had, which it answers, or a number below zero; what lies in it must already be that id. */
  put(words: IdWords, slot: number): number {
    const place = this.#placeOf(words);
    const before = this.#places[place] ?? EMPTY;
    this.#places[place] = slot;
    if (before === EMPTY) this.#grow();
    return before;
  }
  #grow(): void {
    this.#count += 1;
    if (this.#count * 2 <= this.#places.length) return;
    const before = this.#places;
    this.#places = new Int32Array(before.length * 2).fill(EMPTY);
    for (const kept of before) if (kept !== EMPTY) this.#places[this.#placeOf(this.#wordsAt(kept))] = kept;
  }
}
