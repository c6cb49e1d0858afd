import type { FastLane } from '#server/http/fast-lane.ts';
import type { Changes } from '#server/live/index.ts';
import { baseFile, drawBase, keepPublished, tellMapChanged } from '#server/map/index.ts';
import { loadHiddenDistricts } from '#server/moderation/index.ts';
import { caseList } from '#server/pages/home.list.ts';
import { type CityFigures, homePage, type MapTiles, plainVisit } from '#server/pages/home.page.tsx';
import { cityRequestIn } from '#server/pages/home.query.ts';
import { seek } from '#server/pages/home.seek.ts';
import { DistrictModel } from '#server/places/index.ts';
import { today } from '#server/platform/clock.ts';
import { log } from '#server/platform/log.ts';
import { cityFigures } from '#server/register/index.ts';

/** The least time between two preparations, however much happens. */
const PAUSE_MS = 1_000;
/** How often the page is prepared even if nothing is heard: time itself shows delayed cases and begins a new day. */
const REFRESH_MS = 60_000;

/** Draws the map around the districts as they are now, of each the outline with the most points, where they changed since. */
function mapDrawer(lane: FastLane): () => Promise<void> {
  let drawn = '';
  return async () => {
    const rows = await DistrictModel.find().sort({ _id: 1 }).select('uk en outline').lean();
    const seen = JSON.stringify(rows);
    if (seen === drawn) return;
    drawBase(
      rows.map(({ uk, en, outline }) => {
        const [ring = []] = outline.coordinates.map(([outer = []]) => outer).sort((a, b) => b.length - a.length);
        return { uk, en, ring };
      }),
    );
    const { path, body } = baseFile();
    lane.putFile(path, { type: 'application/json', body });
    drawn = seen;
  };
}

/** The home page as prepared answers in both languages, made anew after the register changed; with it the map's own columns and drawing. */
export function homeBuffers(tiles: MapTiles = null): {
  figures: () => CityFigures;
  keepFresh(lane: FastLane, changes: Changes): Promise<() => Promise<void>>;
} {
  let figures: CityFigures = { year: Number(today().slice(0, 4)), received: 0, inWork: 0, answered: 0 };
  let timer: NodeJS.Timeout | null = null;
  const count = async (): Promise<void> => {
    const year = Number(today().slice(0, 4));
    figures = { year, ...(await cityFigures(new Date(`${year}-01-01T00:00:00+02:00`))) };
  };
  const prepareIn = async (lane: FastLane, lang: 'uk' | 'en'): Promise<void> => {
    const seeking = seek(
      lang,
      cityRequestIn(() => undefined),
    );
    const list = await caseList(lang, seeking.request);
    const body = homePage(plainVisit(lang), { figures, list, seeking, tiles });
    await lane.putPage(lang === 'uk' ? '/' : '/en', { type: 'text/html; charset=utf-8', body });
  };
  return {
    figures: () => figures,
    async keepFresh(lane, changes) {
      const drawMap = mapDrawer(lane);
      let drawn = Promise.resolve();
      /** One after another, so that a page which was begun before a district was hidden never takes the place of a later one. */
      const draw = (): Promise<void> => {
        const drawing = drawn.then(async () => {
          await prepareIn(lane, 'uk');
          await prepareIn(lane, 'en');
        });
        drawn = drawing.catch(() => undefined);
        return drawing;
      };
      const prepare = async (): Promise<void> => {
        await count();
        await draw();
      };
      const tell = (error: unknown): void => log().warn({ err: error }, 'the home page is as old as it was');
      const soon = (): void => {
        timer ??= setTimeout(() => {
          timer = null;
          prepare().catch(tell);
        }, PAUSE_MS);
      };
      /** What was hidden must be gone at once, from the prepared page too: figures can wait. */
      const readSwitches = (): void =>
        void loadHiddenDistricts()
          .then(() => {
            tellMapChanged(null);
            return draw();
          })
          .catch(tell);
      const published = keepPublished(soon);
      await Promise.all([drawMap(), count()]);
      published.settled().then(prepare).catch(tell);
      const stops = [
        changes.subscribe((batch) => published.touch(batch.map(({ id }) => id))),
        changes.onGap(() => {
          published.reload();
          readSwitches();
        }),
        changes.onSwitch(readSwitches),
      ];
      const refresh = setInterval(() => void drawMap().then(soon).catch(tell), REFRESH_MS);
      return async () => {
        for (const stop of stops) stop();
        clearInterval(refresh);
        if (timer) clearTimeout(timer);
        await published.close();
      };
    },
  };
}
