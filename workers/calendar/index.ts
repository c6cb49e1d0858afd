import { followCalendar } from '#server/reference/index.ts';
import { startRounds } from '../platform/rounds.ts';

const MINUTE_MS = 60_000;

/** Moves, every minute, the due dates of cases and petitions after a change of the calendar whose process died on the way. */
export const startCalendar = (): { close(): Promise<void> } =>
  startRounds({
    name: 'calendar',
    everyMs: MINUTE_MS,
    lastsMs: 15 * MINUTE_MS,
    async work() {
      const moved = await followCalendar();
      return moved > 0 ? { moved } : null;
    },
  });
