import { type KeptFresh, keptFresh } from '#server/platform/columns/kept-fresh.ts';
import { type PublishedCase, publishedBatches, publishedOf } from '#server/register/index.ts';
import { PublishedCases } from './published-cases.ts';

let current = new PublishedCases();
/** The published cases as this process knows them. */
export const publishedCases = (): PublishedCases => current;

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
  const kept = keptFresh({
    async all(unwanted) {
      const fresh = new PublishedCases();
      for await (const batch of reader.all()) {
        if (unwanted()) return;
        for (const found of batch) fresh.put(found);
      }
      current = fresh;
      changed();
    },
    async of(ids) {
      const found = await reader.of(ids);
      const published = new Set(found.map(({ id }) => id));
      for (const one of found) current.put(one);
      for (const id of ids) if (!published.has(id)) current.remove(id);
      changed();
    },
    stale: 'the map is as old as it was',
  });
  kept.reload();
  return kept;
}
