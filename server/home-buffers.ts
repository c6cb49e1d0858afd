import type { FastLane } from '#server/http/fast-lane.ts';
import type { Changes } from '#server/live/index.ts';
import { type CityFigures, homePage } from '#server/pages/home.page.tsx';
import { today } from '#server/platform/clock.ts';
import { log } from '#server/platform/log.ts';
import { cityFigures } from '#server/register/index.ts';

/** The least time between two countings, however much happens. */
const PAUSE_MS = 1_000;

/** The home page as prepared answers in both languages, made anew after the register changed. */
export function homeBuffers(): {
  figures: () => CityFigures;
  keepFresh(lane: FastLane, changes: Changes): Promise<() => Promise<void>>;
} {
  let figures: CityFigures = { year: Number(today().slice(0, 4)), received: 0, inWork: 0, answered: 0 };
  let timer: NodeJS.Timeout | null = null;
  const count = async (): Promise<void> => {
    const year = Number(today().slice(0, 4));
    figures = { year, ...(await cityFigures(new Date(`${year}-01-01T00:00:00+02:00`))) };
  };
  return {
    figures: () => figures,
    async keepFresh(lane, changes) {
      const prepare = async (): Promise<void> => {
        await count();
        const type = 'text/html; charset=utf-8';
        lane.put('/', { kind: 'page', type, body: homePage('uk', figures) });
        lane.put('/en', { kind: 'page', type, body: homePage('en', figures) });
      };
      const soon = (): void => {
        timer ??= setTimeout(() => {
          timer = null;
          prepare().catch((error: unknown) => log().warn({ err: error }, 'the home page is as old as it was'));
        }, PAUSE_MS);
      };
      await prepare();
      const unsubscribe = changes.subscribe(soon);
      return async () => {
        unsubscribe();
        if (timer) clearTimeout(timer);
      };
    },
  };
}
