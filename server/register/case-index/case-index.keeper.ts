import { setImmediate as immediate, setTimeout as sleep } from 'node:timers/promises';
import { Types } from 'mongoose';
import { log } from '#server/platform/log.ts';
import { OutboxModel, type OutboxRow } from '#server/platform/outbox.ts';
import { type Case, CaseModel } from '../case.model.ts';
import { CaseIndex } from './case-index.ts';
import { WITHOUT_UNUSED } from './indexed-case.ts';

/** How long a failed reading rests before it is tried again, in milliseconds. */
const REST_MS = 1_000;
/** How many cases are read at a time. */
const BATCH = 1_000;
/** So many are taken in at a time, within some milliseconds; between them the process serves whoever asks. */
const SLICE = 100;
/** Changes of so many seconds are looked up before a list is answered; of older ones the change stream has told by then. */
const FRESH_S = 4;

/** Something that happened to a case, and its row in the outbox. */
interface CaseNews {
  rowId: string;
  caseId: string;
}
/** Where cases are read. */
export interface CaseReader {
  all(): AsyncIterable<readonly Case[]>;
  of(ids: readonly string[]): Promise<readonly Case[]>;
  /** What was committed in the last few seconds, by any process. */
  news(): Promise<readonly CaseNews[]>;
}
async function* allCases(): AsyncGenerator<Case[]> {
  const cursor = CaseModel.find().select(WITHOUT_UNUSED).lean<Case>().cursor({ batchSize: BATCH });
  let batch: Case[] = [];
  for await (const found of cursor) {
    batch.push(found as unknown as Case);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}
/** Ids of rows tell the second of their making by the machines' own clocks, and are in order by it. */
async function latestNews(): Promise<CaseNews[]> {
  const present = new Types.ObjectId().getTimestamp().getTime() / 1_000;
  const rows = await OutboxModel.find({ _id: { $gte: Types.ObjectId.createFromTime(present - FRESH_S) } })
    .select('subject')
    .lean<Pick<OutboxRow, '_id' | 'subject'>[]>();
  return rows.flatMap(({ _id, subject }) =>
    subject.kind === 'case' ? [{ rowId: String(_id), caseId: subject.id }] : [],
  );
}
const REGISTER: CaseReader = {
  all: allCases,
  of: (ids) =>
    CaseModel.find({ _id: { $in: ids.map((id) => new Types.ObjectId(id)) } })
      .select(WITHOUT_UNUSED)
      .lean<Case[]>(),
  news: latestNews,
};

/** Keeps the case index of this process fresh. */
export interface CaseIndexKeeper {
  /** These cases may have changed. */
  touch(ids: readonly string[]): void;
  /** Reads every case: at the start, and after changes may have gone by unseen. Until then MongoDB answers. */
  reload(): void;
  /** All that was asked for so far is done. */
  settled(): Promise<void>;
  /** The index with everything that was committed before this call, or null while it loads. Fails where the store is away. */
  fresh(): Promise<CaseIndex | null>;
  close(): Promise<void>;
}
let kept: CaseIndexKeeper | null = null;
/** The index of this process with everything that was committed before; null where there is none yet. */
export const freshIndex = async (): Promise<CaseIndex | null> => kept?.fresh() ?? null;

interface Waiting {
  done: () => void;
  failed: (error: unknown) => void;
}
/** Keeps all cases in the memory of this process, from the first `reload` on. A reading that fails is tried again. */
export function keepCaseIndex(reader: CaseReader = REGISTER): CaseIndexKeeper {
  const closing = new AbortController();
  let index: CaseIndex | null = null;
  let touched = new Set<string>();
  let waiting: Waiting[] = [];
  /** The news that the index has taken in already. */
  let heard: ReadonlySet<string> = new Set();
  let mustReload = false;
  let working = Promise.resolve();
  let isWorking = false;

  async function readAll(): Promise<void> {
    mustReload = false;
    index = null;
    const fresh = new CaseIndex();
    for await (const batch of reader.all()) {
      for (const [n, found] of batch.entries()) {
        if (n % SLICE === 0) await immediate();
        fresh.put(found);
      }
      if (closing.signal.aborted) return;
    }
    if (mustReload || closing.signal.aborted) return;
    index = fresh;
    log().info('the case index answers the lists');
  }
  async function readTouched(into: CaseIndex): Promise<void> {
    const [ids, told] = [[...touched], waiting];
    touched = new Set();
    waiting = [];
    try {
      const gone = new Set(ids);
      for (const found of ids.length > 0 ? await reader.of(ids) : []) {
        into.put(found);
        gone.delete(String(found._id));
      }
      for (const id of gone) into.remove(id);
      for (const { done } of told) done();
    } catch (error) {
      for (const id of ids) touched.add(id);
      for (const { failed } of told) failed(error);
      throw error;
    }
  }
  async function work(): Promise<void> {
    while ((mustReload || (index && touched.size + waiting.length > 0)) && !closing.signal.aborted) {
      const isWhole = mustReload;
      try {
        if (isWhole || !index) await readAll();
        else await readTouched(index);
      } catch (error) {
        mustReload ||= isWhole;
        log().warn({ err: error }, 'the case index is as old as it was');
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
  const takenIn = (): Promise<void> =>
    new Promise((done, failed) => {
      waiting.push({ done, failed });
      begin();
    });
  const letGo = (): void => {
    for (const { done } of waiting) done();
    waiting = [];
  };
  const keeper: CaseIndexKeeper = {
    touch(ids) {
      for (const id of ids) touched.add(id);
      begin();
    },
    reload() {
      mustReload = true;
      index = null;
      letGo();
      begin();
    },
    async settled() {
      while (isWorking) await working;
    },
    async fresh() {
      if (!index) return null;
      const news = await reader.news();
      const unheard = news.filter(({ rowId }) => !heard.has(rowId));
      // Also what the change stream told of while everything was read, and what is being read now, must be in.
      if (index && (unheard.length > 0 || isWorking)) {
        for (const { caseId } of unheard) touched.add(caseId);
        await takenIn();
        heard = new Set(news.map(({ rowId }) => rowId));
      }
      return index;
    },
    async close() {
      closing.abort();
      index = null;
      letGo();
      if (kept === keeper) kept = null;
      await working;
    },
  };
  kept = keeper;
  return keeper;
}
