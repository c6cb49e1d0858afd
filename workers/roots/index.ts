import { makeNightlyRoot } from '#server/history/index.ts';
import { startRounds } from '../platform/rounds.ts';

const MINUTE_MS = 60_000;

/** Makes the root of each night in its first half hour, or as soon afterwards as somebody is there to make it. */
export const startRoots = (): { close(): Promise<void> } =>
  startRounds({
    name: 'roots',
    everyMs: 30 * MINUTE_MS,
    lastsMs: 120 * MINUTE_MS,
    async work() {
      const root = await makeNightlyRoot();
      return root && { subjects: root.subjects, changed: root.changed };
    },
  });
