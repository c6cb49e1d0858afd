import { now, shiftClock } from '#server/platform/clock.ts';

/** Starts each test of one `describe` at this instant, Tuesday 3 March 2026, 10:00 in Kyiv unless said otherwise. */
export function useClock(at = '2026-03-03T08:00:00Z'): void {
  beforeEach(() => setClock(at));
  after(() => shiftClock(0));
}
/** Moves the clock to an instant. */
export const setClock = (at: string): void => shiftClock(Date.parse(at) - Date.now());
/** Lets so many seconds pass at once. */
export const passSeconds = (seconds: number): void => shiftClock(now().getTime() - Date.now() + seconds * 1_000);
