/** Something to choose from, the likelier the larger its weight. */
export type Weighted<T> = readonly (readonly [weight: number, value: T])[];

/** Mixes a number into 32 bits that look like nothing (the finaliser of MurmurHash3, by Austin Appleby). */
const mixed = (n: number): number => {
  let h = n | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
};

/**
 * A stream of chance that is the same for the same seed, whoever draws and whenever: sfc32, by Chris Doty-Humphrey (PractRand).
 * Not for secrets. Two streams of different names have nothing in common, so that what is drawn for one thing moves nothing else.
 */
export class Draw {
  #a: number;
  #b: number;
  #c: number;
  #count = 1;

  /** `seed` and `name` are whole numbers below 2^32. */
  constructor(seed: number, name: number) {
    this.#a = mixed(seed);
    this.#b = mixed(name ^ 0x9e3779b9);
    this.#c = mixed(seed + Math.imul(name, 0x9e3779b1));
    for (let i = 0; i < 12; i += 1) this.#next();
  }
  #next(): number {
    const t = (this.#a + this.#b + this.#count) | 0;
    this.#count = (this.#count + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + t) | 0;
    return t >>> 0;
  }
  /** A number from 0 up to, but not, 1. */
  unit(): number {
    return this.#next() / 4_294_967_296;
  }
  /** A whole number from 0 up to, but not, `limit`. */
  below(limit: number): number {
    return Math.floor(this.unit() * limit);
  }
  /** A whole number between the two, both included. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }
  /** True in that share of the cases. */
  chance(share: number): boolean {
    return this.unit() < share;
  }
  /** One of the list, all alike. */
  pick<T>(list: readonly T[]): T {
    const chosen = list[this.below(list.length)];
    if (chosen === undefined) throw new Error('nothing to pick from');
    return chosen;
  }
  /** A positive number with a long tail: half of the draws are below `median`, few are several times as much (about log-normal). */
  skewed(median: number, spread = 0.6): number {
    const normal = this.unit() + this.unit() + this.unit() + this.unit() - 2;
    return median * Math.exp(normal * spread * 1.73);
  }
}

/** Things to choose from by their weight, summed up once. */
export class Lottery<T> {
  readonly #prizes: readonly T[];
  /** The weights so far. */
  readonly #sums: Float64Array;
  /** All the weights together. */
  readonly total: number;

  constructor(list: Weighted<T>) {
    if (list.length === 0) throw new Error('a lottery without prizes');
    let sum = 0;
    this.#sums = Float64Array.from(list, ([weight]) => {
      sum += weight;
      return sum;
    });
    this.#prizes = list.map(([, prize]) => prize);
    this.total = sum;
  }
  /** One of them. */
  draw(draw: Draw): T {
    const wanted = draw.unit() * this.total;
    let [low, high] = [0, this.#prizes.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sums[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    return this.#prizes[low] as T;
  }
}
