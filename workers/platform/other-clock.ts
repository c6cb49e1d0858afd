/** The shortest ways of the last one to two of these (ms) are kept: clocks drift apart, though slowly. */
const KEPT_MS = 10_000;

/** What it said of its time, in milliseconds of its own, and when by ours it was asked and heard. */
interface Answered {
  theirs: number;
  asking: number;
  heard?: number;
}
/**
 * Another machine's clock by this process's own. What it says takes some time on its way, the longer the busier this process is;
 * the answer that came the fastest tells the difference best (as in NTP, RFC 5905).
 */
export class OtherClock {
  #before = Number.POSITIVE_INFINITY;
  #least = Number.POSITIVE_INFINITY;
  #since = 0;

  /**
   * One of its instants as `performance.now()` tells time here, from an answer that tells its time too: within what that answer
   * alone allows, for a clock may be set anew.
   */
  here(instant: number, { theirs, asking, heard = performance.now() }: Answered): number {
    if (heard - this.#since > KEPT_MS) {
      this.#before = this.#least;
      this.#least = Number.POSITIVE_INFINITY;
      this.#since = heard;
    }
    this.#least = Math.min(this.#least, heard - theirs);
    const ahead = Math.max(Math.min(this.#least, this.#before), asking - theirs);
    return instant + ahead;
  }
}
