/** A turn that was not taken for so long is lost: many late ones at once would be late again, each on its way to the provider. */
const LATE_MS = 40;
const SECOND_MS = 1_000;

/**
 * The turns that a process was given, as `performance.now()` tells time. Whoever is ready takes the next, whosever it was; a process
 * is never quite on time, and one that is late makes up for it, though it lets no more leave in any one second than it had turns in it.
 */
export class Turns {
  readonly #now: () => number;
  /** All of the last second and of what is to come, soonest first. */
  readonly #given: number[] = [];
  /** Those of them that nobody has taken yet. */
  readonly #open: number[] = [];
  /** When messages left within the last second. */
  readonly #left: number[] = [];

  constructor(now = (): number => performance.now()) {
    this.#now = now;
  }
  /** Takes a turn; answers it. One that is over before it was heard of is had now. */
  give(turn: number): number {
    const at = Math.max(turn, this.#now());
    for (const turns of [this.#given, this.#open]) {
      const isLast = at >= (turns.at(-1) ?? 0);
      turns.push(at);
      if (!isLast) turns.sort((one, other) => one - other);
    }
    this.#forget();
    return at;
  }
  /** The next one that nobody has; undefined where there is none. */
  take(): number | undefined {
    this.#forget();
    return this.#open.shift();
  }
  /** Whether a turn may still be used. */
  isInTime(at: number): boolean {
    return this.#now() - at <= LATE_MS;
  }
  /** Lets a message leave now and answers 0, or says in how many milliseconds to ask again. */
  leave(): number {
    const now = this.#now();
    this.#forget();
    const next = this.#given.findIndex((turn) => turn > now);
    const most = next < 0 ? this.#given.length : next;
    const [first] = this.#left;
    if (first !== undefined && this.#left.length >= most) return first + SECOND_MS - now;
    this.#left.push(now);
    return 0;
  }
  #forget(): void {
    const now = this.#now();
    const drop = (times: number[], oldest: number): void => {
      while (times[0] !== undefined && times[0] <= oldest) times.shift();
    };
    drop(this.#given, now - SECOND_MS);
    drop(this.#left, now - SECOND_MS);
    drop(this.#open, now - LATE_MS);
  }
}
