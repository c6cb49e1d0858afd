import { setImmediate as immediate } from 'node:timers/promises';
import { Types } from 'mongoose';
import { type KeptFresh, keptFresh } from '#server/platform/columns/kept-fresh.ts';
import { database } from '#server/platform/database.ts';
import { log } from '#server/platform/log.ts';
import { OutboxModel, type OutboxRow } from '#server/platform/outbox.ts';
import { type Case, CaseModel } from '../case.model.ts';
import { CaseIndex } from './case-index.ts';
import { indexedFields } from './indexed-case.ts';

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
/** Batches as the driver has them: a million documents of the mapper's would take twice as long. */
async function* allCases(): AsyncGenerator<Case[]> {
  const cases = database().collection<Case>(CaseModel.collection.name);
  const cursor = cases.find({}, { projection: indexedFields(), batchSize: BATCH });
  while (await cursor.hasNext()) yield cursor.readBufferedDocuments() as Case[];
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
      .select(indexedFields())
      .lean<Case[]>(),
  news: latestNews,
};

/** Keeps the case index fresh; until everything was read, and after a gap, MongoDB answers. */
export interface CaseIndexKeeper extends Pick<KeptFresh, 'touch' | 'reload' | 'settled' | 'close'> {
  /** The index with everything that was committed before this call, or null while it loads. Fails where the store is away. */
  fresh(): Promise<CaseIndex | null>;
}

/** Keeps all cases in memory, from the first `reload` on. */
export function keepCaseIndex(reader: CaseReader = REGISTER): CaseIndexKeeper {
  let index = new CaseIndex();
  /** The news that the index has taken in already. */
  let heard: ReadonlySet<string> = new Set();

  const { isLoaded, isReading, takeIn, touch, reload, settled, close } = keptFresh({
    async all(unwanted) {
      const fresh = new CaseIndex();
      for await (const batch of reader.all())
        for (const [n, found] of batch.entries()) {
          if (n % SLICE === 0) await immediate();
          if (unwanted()) return;
          fresh.put(found);
        }
      if (unwanted()) return;
      fresh.putInOrder();
      index = fresh;
      log().info('the case index answers the lists');
    },
    async of(ids) {
      const gone = new Set(ids);
      for (const found of await reader.of(ids)) {
        index.put(found);
        gone.delete(String(found._id));
      }
      for (const id of gone) index.remove(id);
    },
    stale: 'the case index is as old as it was',
  });
  /** Of all who ask at one moment, the first asks for all: a list and the counts beside it look for news once. */
  let asked: Promise<CaseIndex | null> | null = null;
  async function freshNow(): Promise<CaseIndex | null> {
    if (!isLoaded()) return null;
    const news = await reader.news();
    const unheard = news.filter(({ rowId }) => !heard.has(rowId));
    // Also what the change stream told of while everything was read, and what is being read now, must be in.
    if (isLoaded() && (unheard.length > 0 || isReading())) {
      await takeIn(unheard.map(({ caseId }) => caseId));
      heard = new Set(news.map(({ rowId }) => rowId));
    }
    return isLoaded() ? index : null;
  }
  return {
    touch,
    reload,
    settled,
    close,
    fresh() {
      asked ??= immediate().then(() => {
        asked = null;
        return freshNow();
      });
      return asked;
    },
  };
}
