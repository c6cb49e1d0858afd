const FIRST_WORDS = 32;

/** Whether a slot is in a set. */
export const isIn = (words: Uint32Array, slot: number): boolean =>
  (((words[slot >>> 5] ?? 0) >>> (slot & 31)) & 1) === 1;

/** A set of slots, one bit each. */
export class Bits {
  /** Of 32 slots each; slots beyond the last word are not in the set. */
  words = new Uint32Array(FIRST_WORDS);

  has(slot: number): boolean {
    return isIn(this.words, slot);
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

/** Takes out of a set what is not in the other. */
export function keepBoth(set: Uint32Array, other: Uint32Array): void {
  for (let at = 0; at < set.length; at += 1) set[at] = (set[at] ?? 0) & (other[at] ?? 0);
}
/** Takes out of a set what is in the other. */
export function keepFirstOnly(set: Uint32Array, other: Uint32Array): void {
  const length = Math.min(set.length, other.length);
  for (let at = 0; at < length; at += 1) set[at] = (set[at] ?? 0) & ~(other[at] ?? 0);
}
/** Adds what is in the other, which is no longer than the set. */
export function addAll(set: Uint32Array, other: Uint32Array): void {
  for (let at = 0; at < other.length; at += 1) set[at] = (set[at] ?? 0) | (other[at] ?? 0);
}
/** Leaves in a set those of these slots that are in it. */
export function keepOnly(set: Uint32Array, slots: readonly number[]): void {
  const kept = slots.filter((slot) => isIn(set, slot));
  set.fill(0);
  for (const slot of kept) set[slot >>> 5] = (set[slot >>> 5] ?? 0) | (1 << (slot & 31));
}
/** Whether two sets have a slot in common. */
export function meet(a: Uint32Array, b: Uint32Array): boolean {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) if (((a[at] ?? 0) & (b[at] ?? 0)) !== 0) return true;
  return false;
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
