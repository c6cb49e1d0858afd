import { LOAD_CLASSES, type LoadClass } from './load-classes.ts';

/** What one process carries. */
export interface LoadSettings {
  /** How late the event loop may be on the average of a beat, in milliseconds; from half of it down all is well again. */
  delayMs: number;
  /** How many requests of each class may be under way at once while all is well. */
  most: Readonly<Record<LoadClass, number>>;
}
/** How often the loop's lateness is judged, in milliseconds. */
export const BEAT_MS = 250;

/** A class that was given up wholly has all its room again after so many good beats, two seconds. */
const BEATS_TO_FULL = 8;
/** One late beat takes at least this part of the room. */
const LEAST_CUT = 0.3;
/** Beyond so many times the lateness that is borne nothing of a class is let in, below it one at a time. */
const BLOCKED = 3;
/** Classes whose room moves; what is vital has the same room always. */
const YIELDING = ['dear', 'plain'] as const satisfies readonly LoadClass[];
/** The most that a refused request is told to wait, however many wait before it, in seconds. */
const LONGEST_WAIT_S = 60;
/** The least wait that a refused request is told, in seconds, and by how much it differs, so that a crowd does not come back at once. */
const WAIT_S: Readonly<Record<LoadClass, { least: number; spread: number }>> = {
  dear: { least: 5, spread: 6 },
  plain: { least: 3, spread: 5 },
  vital: { least: 2, spread: 4 },
};
const zeros = (): Record<LoadClass, number> => ({ dear: 0, plain: 0, vital: 0 });

/**
 * Lets requests in while the process can carry them. Each class has room for so many under way; while the event loop is late,
 * the room of the dearest class that still has some shrinks beat by beat, and grows again, the cheaper class first, once the loop
 * is in time. Between the two marks nothing moves, so that the room does not swing.
 */
export class LoadGuard {
  readonly #settings: LoadSettings;
  readonly #now: () => number;
  readonly #room: Record<LoadClass, number>;
  readonly #underWay = zeros();
  /** The most that were under way at once since the last beat. */
  readonly #peak = zeros();
  readonly #shed = zeros();
  /** Requests that were let in only to be told to wait; they take no place of those whose work is done. */
  readonly #beyond = zeros();
  /** When the last of those who were told to wait has its turn, in milliseconds. */
  readonly #turnAt = zeros();
  #beatAt: number;

  constructor(settings: LoadSettings, now: () => number = () => performance.now()) {
    this.#settings = settings;
    this.#now = now;
    this.#room = { ...settings.most };
    this.#beatAt = now();
  }
  /** Judges how late the loop was on the average since the last beat, in milliseconds; a beat that is late itself says more. */
  beat(averageMs: number): void {
    const { delayMs } = this.#settings;
    const lateMs = Math.max(averageMs, this.#stoodStillMs());
    this.#beatAt = this.#now();
    if (lateMs > delayMs) this.#cut(lateMs);
    else if (lateMs <= delayMs / 2) this.#grow();
    for (const of of LOAD_CLASSES) this.#peak[of] = this.#underWay[of];
  }
  /** How long the loop has not come round, in milliseconds; 0 for pauses that garbage makes. */
  #stoodStillMs(): number {
    const lateMs = this.#now() - this.#beatAt - BEAT_MS;
    return lateMs > BLOCKED * this.#settings.delayMs ? lateMs : 0;
  }
  #cut(lateMs: number): void {
    const { delayMs } = this.#settings;
    const isBlocked = lateMs > BLOCKED * delayMs;
    const least = isBlocked ? 0 : 1;
    const of = YIELDING.find((one) => this.#room[one] > least);
    if (!of) return;
    // What was not used is no relief when it goes.
    const used = Math.min(this.#room[of], this.#peak[of]);
    this.#room[of] = Math.max(least, Math.floor(used * Math.min(1 - LEAST_CUT, delayMs / lateMs)));
  }
  #grow(): void {
    const { most } = this.#settings;
    const of = [...YIELDING].reverse().find((one) => this.#room[one] < most[one]);
    if (of) this.#room[of] = Math.min(most[of], this.#room[of] + Math.ceil(most[of] / BEATS_TO_FULL));
  }
  /**
   * Lets one request of a class in, or answers after how many seconds it may come again; 0: it is in, and `leave` is owed. A loop
   * that stood still has a crowd before its doors and no beat in between, so lateness is seen here too.
   */
  enter(of: LoadClass): number {
    if (this.#stoodStillMs() > 0) this.beat(0);
    if (this.#underWay[of] >= this.#room[of]) {
      this.#shed[of] += 1;
      return this.#waitS(of);
    }
    this.#underWay[of] += 1;
    this.#peak[of] = Math.max(this.#peak[of], this.#underWay[of]);
    return 0;
  }
  /** Those who are refused come back by turns, in one second no more than a class has room for at once. */
  #waitS(of: LoadClass): number {
    const { least, spread } = WAIT_S[of];
    const turnAt = Math.max(this.#now(), this.#turnAt[of] + 1_000 / this.#settings.most[of]);
    const waitS = Math.floor((turnAt - this.#now()) / 1_000) + least + Math.floor(Math.random() * spread);
    if (waitS > LONGEST_WAIT_S) return LONGEST_WAIT_S - Math.floor((Math.random() * LONGEST_WAIT_S) / 2);
    this.#turnAt[of] = turnAt;
    return waitS;
  }
  /** Lets one in that will say by itself that it cannot be done now, up to as many again as the class has room for. */
  enterBeyond(of: LoadClass): boolean {
    if (this.#beyond[of] >= this.#room[of]) return false;
    this.#beyond[of] += 1;
    return true;
  }
  leaveBeyond(of: LoadClass): void {
    this.#beyond[of] -= 1;
  }
  leave(of: LoadClass): void {
    this.#underWay[of] -= 1;
  }
  /** How many of each class were refused since the start, have room now, and are under way. */
  figures(): Readonly<Record<'shed' | 'room' | 'underWay', Readonly<Record<LoadClass, number>>>> {
    return { shed: { ...this.#shed }, room: { ...this.#room }, underWay: { ...this.#underWay } };
  }
}
