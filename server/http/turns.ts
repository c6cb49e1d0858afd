import { Problem } from '#server/platform/problem.ts';

/** Lets so many long answers be sent at one moment; the next is refused 503 `store.unavailable` for so many seconds. */
export function turns(most: number, busyS: number): (send: () => Promise<void>) => Promise<void> {
  let sending = 0;
  return async (send) => {
    if (sending >= most) throw new Problem('store.unavailable', { retryAfterS: busyS });
    sending += 1;
    try {
      await send();
    } finally {
      sending -= 1;
    }
  };
}
