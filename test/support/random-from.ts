import { createHash } from 'node:crypto';

/** Chance that is the same each time for the same word, so that a test which fails once fails again. */
export function randomFrom(seed: string) {
  let state = createHash('sha256').update(seed).digest().readUInt32LE(0);
  /** From 0 up to but not 1 (mulberry32). */
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  /** The same things in an order by chance. */
  function shuffled<Thing>(things: readonly Thing[]): Thing[] {
    const all = [...things];
    for (let n = all.length - 1; n > 0; n -= 1) {
      const other = Math.floor(random() * (n + 1));
      [all[n], all[other]] = [all[other] as Thing, all[n] as Thing];
    }
    return all;
  }
  /** Exactly `some` of `all` are true, which ones chance says. */
  const quota = (all: number, some: number): boolean[] => shuffled(Array.from({ length: all }, (_, n) => n < some));
  return { random, shuffled, quota };
}
