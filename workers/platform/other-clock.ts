/** The shortest ways of the last one to two of these (ms) are kept: clocks drift apart, though slowly. */
const KEPT_MS = 10_000;

/**
 * Another machine's clock by this process's own. What it says takes some time on its way, the longer the busier this process is;
 * the answer that came the fastest tells the difference best (as in NTP, RFC 5905).
 */
export class OtherClock {
  #before = Number.POSITIVE_INFINITY;
  #least = Number.POSITIVE_INFINITY;
  #since = 0;

  /** Takes note of what it said just now, in milliseconds of its own. */
  said(theirs: number, ours = performance.now()): void {
    if (ours - this.#since > KEPT_MS) {
      this.#before = this.#least;
      this.#least = Number.POSITIVE_INFINITY;
      this.#since = ours;
    }
    this.#least = Math.min(this.#least, ours - theirs);
  }
  /** One of its instants as `performance.now()` tells time here; it must have said something before. */
  here(theirs: number): number {
    return theirs + Math.min(this.#least, this.#before);
  }
}
