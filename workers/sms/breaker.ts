import { now } from '#server/platform/clock.ts';

/** Says whether a part that may be down is tried: not for a while after several failures in a row, then by one attempt at first. */
export interface Breaker {
  /** Whether an attempt may be made now; whoever is told so says how it ended. */
  mayTry(): boolean;
  failed(): void;
  worked(): void;
}
/** After so many failures in a row it rests so long, and twice as long after each attempt that fails again, up to the longest. */
export interface BreakerPace {
  failures: number;
  restMs: number;
  longestMs: number;
}

/** A breaker of this process alone: others find out for themselves. */
export function breaker({ failures, restMs, longestMs }: BreakerPace): Breaker {
  let inARow = 0;
  let waitMs = restMs;
  let restsUntil = 0;
  let isTrying = false;
  return {
    mayTry() {
      if (inARow < failures) return true;
      if (isTrying || now().getTime() < restsUntil) return false;
      isTrying = true;
      return true;
    },
    failed() {
      inARow += 1;
      const isOpening = inARow === failures || isTrying; // others that began before it opened change nothing
      isTrying = false;
      if (!isOpening) return;
      restsUntil = now().getTime() + waitMs;
      waitMs = Math.min(waitMs * 2, longestMs);
    },
    worked() {
      inARow = 0;
      isTrying = false;
      waitMs = restMs;
    },
  };
}
