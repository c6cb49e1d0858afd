import { setTimeout as sleep } from 'node:timers/promises';
import { log } from '#server/platform/log.ts';
import { type PublishedCase, publishedBatches, publishedOf } from '#server/register/index.ts';
import { PublishedCases } from './published-cases.ts';

/** How long a failed reading rests before it is tried again, in milliseconds. */
const REST_MS = 1_000;
let current = new PublishedCases();
/** The published cases as this process knows them. */
export const publishedCases = (): PublishedCases => current;

/** Where published cases are read. */
export interface PublishedReader {
  all(): AsyncIterable<readonly PublishedCase[]>;
  of(ids: readonly string[]): Promise<readonly PublishedCase[]>;
}
/** Keeps the published cases fresh. */
export interface PublishedKeeper {
  /** These cases may have changed. */
  touch(ids: readonly string[]): void;
  /** Changes may have gone by unseen: reads everything anew. */
  reload(): void;
  /** All that was asked for so far is done. */
  settled(): Promise<void>;
  close(): Promise<void>;
}
const REGISTER: PublishedReader = { all: publishedBatches, of: publishedOf };

/** Reads the published cases into memory and keeps them so; `changed` is told after each reading. One that fails is tried again. */
export function keepPublished(changed: () => void, reader: PublishedReader = REGISTER): PublishedKeeper {
  const closing = new AbortController();
  let touched = new Set<string>();
  let mustReload = true;
  let working = Promise.resolve();
  let isWorking = false;

  async function readAll(): Promise<void> {
    mustReload = false;
    const fresh = new PublishedCases();
    for await (const batch of reader.all()) for (const found of batch) fresh.put(found);
    current = fresh;
  }
  async function readTouched(): Promise<void> {
    const ids = [...touched];
    touched = new Set();
    try {
      const found = await reader.of(ids);
      const published = new Set(found.map(({ id }) => id));
      for (const one of found) current.put(one);
      for (const id of ids) if (!published.has(id)) current.remove(id);
    } catch (error) {
      for (const id of ids) touched.add(id);
      throw error;
    }
  }
  async function work(): Promise<void> {
    while ((mustReload || touched.size > 0) && !closing.signal.aborted) {
      const isWhole = mustReload;
      try {
        await (isWhole ? readAll() : readTouched());
        changed();
      } catch (error) {
        mustReload ||= isWhole;
        log().warn({ err: error }, 'the map is as old as it was');
        await sleep(REST_MS, undefined, { signal: closing.signal }).catch(() => undefined);
      }
    }
    isWorking = false;
  }
  const begin = (): void => {
    if (isWorking) return;
    isWorking = true;
    working = work();
  };
  begin();
  return {
    touch(ids) {
      for (const id of ids) touched.add(id);
      begin();
    },
    reload() {
      mustReload = true;
      begin();
    },
    settled: async () => {
      while (isWorking) await working;
    },
    async close() {
      closing.abort();
      await working;
    },
  };
}
