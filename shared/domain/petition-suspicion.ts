import type { Suspicion } from './petition.ts';

const HOUR_MS = 3_600_000;
const WATCHED_MS = 24 * HOUR_MS;
/** So far back signatures have to be known to tell what may pass now, in milliseconds. */
export const SUSPICION_REACH_MS = WATCHED_MS + HOUR_MS;
/** Signatures by SMS under one petition, of one network and of one range of 10,000 numbers, that may come within an hour. */
export const HOURLY_LIMITS: Readonly<Record<Suspicion, number>> = { network: 300, range: 60 };
/** For a day after it was passed the limit is divided by so much. */
const WATCHED_SHARE = 10;

/** What is remembered of the signatures of one network or range; instants in milliseconds since 1970. */
export interface Burst {
  /** Of the last hour, as many as tell whether the limit is passed. */
  recent: readonly number[];
  /** When the whole limit was last passed. */
  overAt: number | null;
}
export const NO_BURST: Burst = { recent: [], overAt: null };

/**
 * Counts one more signature of a network or range, and says whether it waits for a moderator. All that came within the hour before
 * it count, held or not; they come in order of time, save for moments.
 */
export function burstWith(kind: Suspicion, { recent, overAt }: Burst, at: number): { burst: Burst; isHeld: boolean } {
  const limit = HOURLY_LIMITS[kind];
  const within = [...recent.filter((one) => one > at - HOUR_MS), at].slice(-(limit + 1));
  const isWatched = overAt !== null && at - overAt < WATCHED_MS;
  const isOver = within.length > limit;
  return {
    burst: { recent: within, overAt: isOver ? at : overAt },
    isHeld: within.length > (isWatched ? limit / WATCHED_SHARE : limit),
  };
}
/** Whether a burst says nothing any more of what comes from that instant on. */
export const isForgotten = ({ recent, overAt }: Burst, at: number): boolean =>
  (recent.at(-1) ?? -Infinity) <= at - HOUR_MS && (overAt === null || at - overAt >= WATCHED_MS);
