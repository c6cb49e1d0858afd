import { setTimeout as pause } from 'node:timers/promises';

/** Waits until it is so, asking every so many milliseconds; throws where it is not within `withinMs`. */
export async function until(
  what: string,
  isSo: () => Promise<boolean>,
  { withinMs = 600_000, everyMs = 250 } = {},
): Promise<void> {
  const end = performance.now() + withinMs;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`waited too long until ${what}`);
    await pause(everyMs);
  }
}
