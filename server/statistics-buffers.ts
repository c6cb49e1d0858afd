import { setTimeout as sleep } from 'node:timers/promises';
import type { FastLane } from '#server/http/fast-lane.ts';
import type { Changes } from '#server/live/index.ts';
import { loadHiddenDistricts } from '#server/moderation/index.ts';
import type { CityFigures } from '#server/pages/home.page.tsx';
import { statisticsPage } from '#server/pages/statistics.page.tsx';
import { log } from '#server/platform/log.ts';
import { keepCounted, statisticsOf } from '#server/statistics/index.ts';
import { readStatistics } from '#shared/contract/statistics.ts';

/** The least time between two preparations, however much happens. */
const PAUSE_MS = 1_000;
/** How often the figures are counted even if nothing is heard: time itself shows delayed cases and ends terms. */
const REFRESH_MS = 4_000;

/**
 * Counts the published cases in memory, and keeps the unfiltered figures as prepared answers: the page in both languages and its
 * JSON, made anew soon after something changed. It does not wait for the cases to be read; until then the page says that it cannot
 * be shown. Answers how to stop.
 */
export function keepStatistics(lane: FastLane, changes: Changes, figures: () => CityFigures): () => Promise<void> {
  const closing = new AbortController();
  const { signal } = closing;
  let isWanted = false;
  let isWorking = false;
  let working = Promise.resolve();
  const shown = new Map<string, string>();
  /** Compressing costs more than counting: what is the same stays. */
  const put = async (path: string, type: string, body: string): Promise<void> => {
    if (shown.get(path) === body) return;
    await lane.putPage(path, { type, body });
    shown.set(path, body);
  };
  async function prepare(): Promise<void> {
    const found = readStatistics.replies[200].parse(await statisticsOf({}));
    for (const lang of ['uk', 'en'] as const) {
      const visit = { lang, path: '/statistics', isSignedIn: false };
      const page = statisticsPage(visit, { found, scope: {}, figures: figures() });
      await put(lang === 'uk' ? '/statistics' : '/en/statistics', 'text/html; charset=utf-8', page);
    }
    await put(readStatistics.path, 'application/json; charset=utf-8', JSON.stringify(found));
  }
  async function work(): Promise<void> {
    while (isWanted && !signal.aborted) {
      isWanted = false;
      await prepare().catch((error: unknown) => log().warn({ err: error }, 'the statistics page is as old as it was'));
      await sleep(PAUSE_MS, undefined, { signal }).catch(() => undefined);
    }
    isWorking = false;
  }
  const soon = (): void => {
    isWanted = true;
    if (isWorking) return;
    isWorking = true;
    working = work();
  };
  const counted = keepCounted(soon);
  const stops = [
    changes.subscribe((batch) => counted.touch(batch.map(({ id }) => id))),
    changes.onGap(() => counted.reload()),
    changes.onSwitch(() => void loadHiddenDistricts().then(soon, soon)),
  ];
  const refresh = setInterval(() => shown.size > 0 && soon(), REFRESH_MS);
  return async () => {
    for (const stop of stops) stop();
    clearInterval(refresh);
    closing.abort();
    await counted.close();
    await working;
  };
}
