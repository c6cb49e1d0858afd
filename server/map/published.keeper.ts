import { setTimeout as sleep } from 'node:timers/promises';
import { type KeptFresh, keptFresh } from '#server/platform/columns/kept-fresh.ts';
import { log } from '#server/platform/log.ts';
import { Problem } from '#server/platform/problem.ts';
import { type PublishedCase, publishedBatches, publishedOf } from '#server/register/index.ts';
import { type Visibility, visibilityNow } from './case-question.ts';
import { tellMapChanged } from './map-changes.ts';
import { placesOfChange } from './map-looks.ts';
import { PublishedCases } from './published-cases.ts';
import { TileBodies } from './tile-bodies.ts';

/** Tiles as they were answered, for as long as they hold. */
export const tileBodies = new TileBodies();
const noCases = (): PublishedCases => new PublishedCases((x, y) => tileBodies.forget(x, y));
let current = noCases();
/** The first reading of all, while it lasts. */
let reading: Promise<void> | null = null;

/** The published cases as this process knows them. */
export const publishedCases = (): PublishedCases => current;
/** The same, to be asked under these rules; where many of them have changed, they are put in order soon. */
export function casesUnder(visibility: Visibility): PublishedCases {
  if (current.isUntidy(visibility)) void tidy(current);
  return current;
}
async function tidy(cases: PublishedCases): Promise<void> {
  try {
    await cases.tidy(visibilityNow());
    tileBodies.clear();
  } catch (err) {
    log().error({ err }, 'the map could not be put in order');
  }
}
/** How long somebody who asks may wait for the first reading, in milliseconds. */
const PATIENCE_MS = 8_000;
/** Whether all cases were read. */
export const areRead = (): boolean => reading === null;
/** Waits for that, within reason; refuses where it takes longer. */
export async function casesRead(): Promise<void> {
  if (!reading) return;
  await Promise.race([reading, sleep(PATIENCE_MS, undefined, { ref: false })]);
  if (!areRead()) throw new Problem('store.unavailable', { retryAfterS: 5 });
}

/** Where published cases are read. */
export interface PublishedReader {
  all(): AsyncIterable<readonly PublishedCase[]>;
  of(ids: readonly string[]): Promise<readonly PublishedCase[]>;
}
/** Keeps the published cases fresh. */
export type PublishedKeeper = Pick<KeptFresh, 'touch' | 'reload' | 'settled' | 'close'>;
const REGISTER: PublishedReader = { all: publishedBatches, of: publishedOf };

/** Reads the published cases into memory and keeps them so; `changed` is told after each reading. One that fails is tried again. */
export function keepPublished(changed: () => void, reader: PublishedReader = REGISTER): PublishedKeeper {
  let resolve = (): void => undefined;
  const first = new Promise<void>((done) => {
    resolve = done;
  });
  reading = first;
  const read = (): void => {
    resolve();
    if (reading === first) reading = null;
  };
  const kept = keptFresh({
    async all(unwanted) {
      const fresh = noCases();
      for await (const batch of reader.all()) {
        if (unwanted()) return;
        for (const found of batch) fresh.append(found);
      }
      await fresh.tidy(visibilityNow());
      if (unwanted()) return;
      current = fresh;
      tileBodies.clear();
      read();
      tellMapChanged(null);
      changed();
    },
    async of(ids) {
      const found = await reader.of(ids);
      const visibility = visibilityNow();
      const before = current.looksOf(ids, visibility);
      const published = new Set(found.map(({ id }) => id));
      for (const one of found) current.put(one);
      for (const id of ids) if (!published.has(id)) current.remove(id);
      tellMapChanged(placesOfChange(before, current.looksOf(ids, visibility)));
      changed();
      casesUnder(visibilityNow());
    },
    stale: 'the map is as old as it was',
  });
  kept.reload();
  return {
    ...kept,
    async close() {
      await kept.close();
      read();
    },
  };
}
