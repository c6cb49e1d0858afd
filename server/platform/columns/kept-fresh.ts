import { setTimeout as sleep } from 'node:timers/promises';
import { log } from '#server/platform/log.ts';

/** How long a failed reading rests before it is tried again, in milliseconds. */
const REST_MS = 1_000;

/** How rows in memory are read out of the store. */
export interface Reading {
  /** Reads everything anew; a loading that is no longer wanted may be broken off. */
  all(unwanted: () => boolean): Promise<void>;
  /** Reads the newest state of some rows; those that the store no longer has are gone. */
  of(ids: readonly string[]): Promise<void>;
  /** What the log says when a reading failed. */
  stale: string;
}
/** Keeps rows in memory as fresh as the store, one reading at a time. */
export interface KeptFresh {
  /** These rows may have changed. */
  touch(ids: readonly string[]): void;
  /** Changes may have gone by unseen: reads everything anew. Whoever waits for a part is let go. */
  reload(): void;
  /** Whether everything was read, and nothing has asked to read it anew since. */
  isLoaded(): boolean;
  isReading(): boolean;
  /** These rows and what was touched so far are read; fails where the store is away. */
  takeIn(ids: readonly string[]): Promise<void>;
  /** All that was asked for so far is done. */
  settled(): Promise<void>;
  close(): Promise<void>;
}
interface Waiting {
  done: () => void;
  failed: (error: unknown) => void;
}

/** Reads nothing until the first `reload`. A reading that fails is tried again, until it is closed. */
export function keptFresh({ all, of, stale }: Reading): KeptFresh {
  const closing = new AbortController();
  const { signal } = closing;
  let touched = new Set<string>();
  let waiting: Waiting[] = [];
  let mustReload = false;
  let isLoaded = false;
  let isReading = false;
  let working = Promise.resolve();

  async function readAll(): Promise<void> {
    mustReload = false;
    await all(() => mustReload || signal.aborted);
    isLoaded = !mustReload && !signal.aborted;
  }
  async function readTouched(): Promise<void> {
    const [ids, told] = [[...touched], waiting];
    touched = new Set();
    waiting = [];
    try {
      if (ids.length > 0) await of(ids);
      for (const { done } of told) done();
    } catch (error) {
      for (const id of ids) touched.add(id);
      for (const { failed } of told) failed(error);
      throw error;
    }
  }
  async function work(): Promise<void> {
    while ((mustReload || (isLoaded && touched.size + waiting.length > 0)) && !signal.aborted) {
      const isWhole = mustReload;
      try {
        await (isWhole ? readAll() : readTouched());
      } catch (error) {
        mustReload ||= isWhole;
        log().warn({ err: error }, stale);
        await sleep(REST_MS, undefined, { signal }).catch(() => undefined);
      }
    }
    isReading = false;
  }
  const begin = (): void => {
    if (isReading) return;
    isReading = true;
    working = work();
  };
  const letGo = (): void => {
    for (const { done } of waiting) done();
    waiting = [];
  };
  return {
    touch(ids) {
      for (const id of ids) touched.add(id);
      begin();
    },
    reload() {
      mustReload = true;
      isLoaded = false;
      letGo();
      begin();
    },
    isLoaded: () => isLoaded,
    isReading: () => isReading,
    takeIn: (ids) =>
      new Promise((done, failed) => {
        for (const id of ids) touched.add(id);
        waiting.push({ done, failed });
        begin();
      }),
    async settled() {
      while (isReading) await working;
    },
    async close() {
      closing.abort();
      isLoaded = false;
      letGo();
      await working;
    },
  };
}
