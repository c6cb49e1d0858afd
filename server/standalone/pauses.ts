import { setTimeout as wait } from 'node:timers/promises';

/** The pause before the next try, in milliseconds: it doubles up to half a minute and begins anew after a minute of good work. */
export const nextPause = (lastMs: number, livedMs: number): number =>
  livedMs > 60_000 || lastMs === 0 ? 1_000 : Math.min(lastMs * 2, 30_000);

/** Waits; true when the time is over, false when the signal came before. */
export const waited = (ms: number, signal: AbortSignal): Promise<boolean> =>
  wait(ms, true, { signal }).catch((error: unknown) => {
    if (signal.aborted) return false;
    throw error;
  });
/** A promise that gives up (rejects with the signal's reason) when the signal comes first. */
export async function unlessStopped<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  let giveUp: () => void = () => undefined;
  const stopped = new Promise<never>((_, reject) => {
    giveUp = () => reject(signal.reason as Error);
    signal.addEventListener('abort', giveUp);
  });
  return Promise.race([work, stopped]).finally(() => signal.removeEventListener('abort', giveUp));
}
