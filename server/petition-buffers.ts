import type { FastLane } from '#server/http/fast-lane.ts';
import type { Changes } from '#server/live/index.ts';
import { petitionPage } from '#server/pages/petitions/petition.page.tsx';
import { isPublicPetition, petitionByNumber, presentPetition } from '#server/petitions/index.ts';
import { log } from '#server/platform/log.ts';
import { readPetition } from '#shared/contract/petitions.ts';

/** The least time between two preparations, however fast signatures come. */
const PAUSE_MS = 1_000;
/** For so long after its last change a petition is read from here; others are drawn as they are asked for. */
const HOT_MS = 10 * 60_000;
/** So many petitions are kept ready at the most, those that changed last. */
const MOST = 500;

const pathsOf = (number: number) => ({
  uk: `/petitions/${number}`,
  en: `/en/petitions/${number}`,
  json: readPetition.path.replace('{number}', String(number)),
});

/**
 * Keeps the pages of petitions that are being signed, and their JSON, as prepared answers: made anew at most once a second, so that
 * a storm of readers costs the store nothing. Answers how to stop.
 */
export function keepPetitions(lane: FastLane, changes: Changes, publicUrl: string): () => Promise<void> {
  /** When each changed last, by its number, in the order of the changes. */
  const hot = new Map<number, number>();
  const changed = new Set<number>();
  let timer: NodeJS.Timeout | null = null;
  const forget = (number: number): void => {
    hot.delete(number);
    for (const path of Object.values(pathsOf(number))) lane.drop(path);
  };
  async function prepare(number: number): Promise<void> {
    const found = await petitionByNumber(number);
    // What is public of the appeal that it became changes unheard: by the clock, by a category, by a district.
    if (!found || !isPublicPetition(found) || found.appealNumber !== null) return forget(number);
    const paths = pathsOf(number);
    const body = JSON.stringify(readPetition.replies[200].parse({ ...presentPetition(found), appeal: null }));
    await lane.putPage(paths.json, { type: 'application/json; charset=utf-8', body });
    for (const lang of ['uk', 'en'] as const) {
      const page = await petitionPage({ lang, path: paths.uk, isSignedIn: false }, found, publicUrl);
      await lane.putPage(paths[lang], { type: 'text/html; charset=utf-8', body: page });
    }
  }
  async function prepareAll(): Promise<void> {
    const numbers = [...changed];
    changed.clear();
    for (const number of numbers)
      await prepare(number).catch((error: unknown) => {
        forget(number); // an older page would be worse than a slower one
        log().warn({ err: error, number }, 'the page of a petition is not kept ready');
      });
  }
  const soon = (): void => {
    timer ??= setTimeout(() => {
      void prepareAll().finally(() => {
        timer = null;
        if (changed.size > 0) soon();
      });
    }, PAUSE_MS);
  };
  const stop = changes.onPetition(({ number }) => {
    hot.delete(number);
    hot.set(number, performance.now());
    changed.add(number);
    const [oldest] = hot.keys();
    if (hot.size > MOST && oldest !== undefined) forget(oldest);
    soon();
  });
  // What may have changed unheard is drawn as it is asked for, until it changes again.
  const ungap = changes.onGap(() => {
    for (const number of [...hot.keys()]) forget(number);
  });
  const cooling = setInterval(() => {
    for (const [number, at] of hot) if (at < performance.now() - HOT_MS) forget(number);
  }, PAUSE_MS);
  return async () => {
    stop();
    ungap();
    clearInterval(cooling);
    if (timer) clearTimeout(timer);
  };
}
