import { sendNewsLetters } from '#server/news/index.ts';
import { startRounds } from '../platform/rounds.ts';

const MINUTE_MS = 60_000;

/** Looks every ten minutes whether the morning's letters have been planned. */
export const startNews = (): { close(): Promise<void> } =>
  startRounds({
    name: 'news',
    everyMs: 10 * MINUTE_MS,
    lastsMs: 30 * MINUTE_MS,
    async work() {
      const letters = await sendNewsLetters();
      return letters > 0 ? { letters } : null;
    },
  });
