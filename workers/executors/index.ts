import { loadCalendar } from '#server/calendar/index.ts';
import { loadCatalogue } from '#server/catalogue/index.ts';
import { sendExecutorLetters } from '#server/executors/index.ts';
import { startRounds } from '../platform/rounds.ts';

const MINUTE_MS = 60_000;

/** Looks every five minutes whether executors and their superiors have been told of the day. */
export const startExecutors = (): { close(): Promise<void> } =>
  startRounds({
    name: 'executors',
    everyMs: 5 * MINUTE_MS,
    lastsMs: 30 * MINUTE_MS,
    async work() {
      await Promise.all([loadCalendar(), loadCatalogue()]); // days and names may have changed since the last round
      const sent = await sendExecutorLetters();
      return sent && sent.list + sent.superior + sent.sheet > 0 ? { ...sent } : null;
    },
  });
