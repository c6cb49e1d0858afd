const FIRST_WORDS = 32;

/** A set of slots, one bit each. */
export class Bits {
  /** Of 32 slots each; slots beyond the last word are not in the set. */
  words = new Uint32Array(FIRST_WORDS);

  has(slot: number): boolean {
    return (((this.words[slot >>> 5] ?? 0) >>> (slot & 31)) & 1) === 1;
  }
  add(slot: number): void {
    const at = slot >>> 5;
    if (at >= this.words.length) {
      const larger = new Uint32Array(Math.max(this.words.length * 2, at + 1));
      larger.set(this.words);
      this.words = larger;
    }
    this.words[at] = (this.words[at] ?? 0) | (1 << (slot & 31));
  }
  delete(slot: number): void {
    const at = slot >>> 5;
    if (at < this.words.length) this.words[at] = (this.words[at] ?? 0) & ~(1 << (slot & 31));
  }
}

/** What is in both. */
export function inBoth(a: Uint32Array, b: Uint32Array): Uint32Array {
  const both = new Uint32Array(Math.min(a.length, b.length));
  for (let at = 0; at < both.length; at += 1) both[at] = (a[at] ?? 0) & (b[at] ?? 0);
  return both;
}
/** What is in either. */
export function inEither(a: Uint32Array, b: Uint32Array): Uint32Array {
  const [few, many] = a.length < b.length ? [a, b] : [b, a];
  const either = Uint32Array.from(many);
  for (let at = 0; at < few.length; at += 1) either[at] = (either[at] ?? 0) | (few[at] ?? 0);
  return either;
}
/** What is in the first and not in the second. */
export function inFirstOnly(a: Uint32Array, b: Uint32Array): Uint32Array {
  const only = Uint32Array.from(a);
  for (let at = 0; at < only.length && at < b.length; at += 1) only[at] = (only[at] ?? 0) & ~(b[at] ?? 0);
  return only;
}
/** How many slots are in a set: the bits of each word are added up side by side. */
export function countOf(words: Uint32Array): number {
  let count = 0;
  for (let at = 0; at < words.length; at += 1) {
    let bits = words[at] ?? 0;
    bits -= (bits >>> 1) & 0x5555_5555;
    bits = (bits & 0x3333_3333) + ((bits >>> 2) & 0x3333_3333);
    count += Math.imul((bits + (bits >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
  }
  return count;
}
/** The slots of a set in rising order. */
export function slotsOf(words: Uint32Array): Uint32Array {
  const slots = new Uint32Array(countOf(words));
  let count = 0;
  for (let at = 0; at < words.length; at += 1)
    for (let bits = words[at] ?? 0; bits !== 0; bits &= bits - 1)
      slots[count++] = at * 32 + 31 - Math.clz32(bits & -bits);
  return slots;
}
/** Slots as a set of so many words. */
export function setOf(slots: Uint32Array, length: number): Uint32Array {
  const words = new Uint32Array(length);
  for (let n = 0; n < slots.length; n += 1) {
    const slot = slots[n] ?? 0;
    words[slot >>> 5] = (words[slot >>> 5] ?? 0) | (1 << (slot & 31));
  }
  return words;
}
