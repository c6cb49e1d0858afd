import { makeTonightsSnapshot } from '#server/open-data/index.ts';
import { startRounds } from '../platform/rounds.ts';

const MINUTE_MS = 60_000;

/** Makes the open data of each night in its first half hour, or as soon afterwards as somebody is there to make it. */
export const startOpenData = (): { close(): Promise<void> } =>
  startRounds({
    name: 'open-data',
    everyMs: 30 * MINUTE_MS,
    lastsMs: 60 * MINUTE_MS,
    work: makeTonightsSnapshot,
  });
