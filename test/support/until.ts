import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until something holds and answers it; the test's own time-out is the limit. */
export async function until<T>(find: () => Promise<T | false | null | undefined>): Promise<T> {
  for (;;) {
    const found = await find();
    if (found !== false && found !== null && found !== undefined) return found;
    await sleep(20);
  }
}
