/** How long one message takes at the most from its claim to the answer, as a rule, in seconds. */
const TAKES_S = 0.4;
const [LEAST, MOST] = [2, 240];
/** A message that was not ready to leave after this long stood in a line within its own process. */
const IN_TIME_MS = 200;
/** What is left of the limit after a message that was late. */
const LESS = 0.8;
/** It never gives up more than this, for what goes together is also cheaper. */
const SHARE_KEPT = 1 / 4;

/**
 * How many messages a process works on at once: at the most so many that the rate can be kept, and fewer while the machine has
 * no room for them, for more at once then leave no sooner and a code waits behind all of them. As TCP does (RFC 5681): it begins
 * with few and lets in one more after each that was ready in time (slow start); from the first late one on it lets in one more
 * after as many as are let in, and a fifth less after one that was late (additive increase, multiplicative decrease).
 */
export class AtOnce {
  readonly #most: number;
  readonly #least: number;
  #limit: number;
  #deaf = 0;
  #isStarting = true;

  constructor(perSecond: number) {
    this.#most = Math.min(Math.max(Math.ceil(perSecond * TAKES_S), LEAST), MOST);
    this.#least = Math.max(this.#most * SHARE_KEPT, LEAST);
    this.#limit = this.#least;
  }
  get limit(): number {
    return Math.floor(this.#limit);
  }
  /** Takes note of how long a message took until it was ready to leave, in milliseconds. */
  prepared(ms: number): void {
    this.#deaf -= 1;
    if (ms <= IN_TIME_MS) this.#limit = Math.min(this.#limit + (this.#isStarting ? 1 : 1 / this.#limit), this.#most);
    else if (this.#deaf <= 0) {
      this.#isStarting = false;
      this.#limit = Math.max(this.#limit * LESS, this.#least);
      this.#deaf = this.#limit; // those that had begun before are late all the same
    }
  }
}
