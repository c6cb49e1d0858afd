/** Sets that are borrowed for an answer and lent again for the next: of a million rows each would be 125 kB of new memory. */
export class Lent {
  readonly #spare: Uint32Array[] = [];

  #take(length: number): Uint32Array {
    for (let spare = this.#spare.pop(); spare; spare = this.#spare.pop()) if (spare.length === length) return spare;
    return new Uint32Array(length);
  }
  /** A set of so many words with nothing in it. */
  empty(length: number): Uint32Array {
    return this.#take(length).fill(0);
  }
  /** A set of its own with what is in another. */
  copy(of: Uint32Array): Uint32Array {
    const set = this.#take(of.length);
    set.set(of);
    return set;
  }
  /** Nobody looks at this set any more. */
  giveBack(set: Uint32Array): void {
    this.#spare.push(set);
  }
}
