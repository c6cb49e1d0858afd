import { setTimeout as sleep } from 'node:timers/promises';
import { database } from './database.ts';
import { log } from './log.ts';

/** A new document of one of the followed collections, with the wanted fields only. */
export interface Inserted {
  collection: string;
  document: Record<string, unknown>;
}
/** What to follow, and whom to tell. */
export interface Following {
  /** Whose new documents are wanted. */
  collections: readonly string[];
  /** Top-level fields of the new documents that are wanted, beside `_id`. */
  fields: readonly string[];
  /** Called in the order of the commits; it must not throw and must not wait for long. */
  onInsert(inserted: Inserted): void;
  /** A collection whose removals are wanted too, and whom to tell of them by their id; they are not told of after a gap. */
  removals?: { collection: string; onRemoved(id: unknown): void };
  /** Some inserts may have gone by unseen, before this or while the stream could not be resumed: read the collections. */
  onGap(): void;
}
interface Change {
  _id: unknown;
  operationType: 'insert' | 'delete';
  ns: { coll: string };
  fullDocument: Record<string, unknown>;
  documentKey: { _id: unknown };
}
const REOPEN_MS = 500;
/** After so many fruitless tries to resume the token itself may be what is refused: too old, or of another history. */
const MOST_RESUMES = 3;

/**
 * Follows some collections by one change stream of the database. It outlives a killed cursor, a change of
 * primary and a server that is away: it resumes where it was, or says that there is a gap.
 */
export function followCollections({ collections, fields, onInsert, removals, onGap }: Following): {
  close(): Promise<void>;
} {
  const shown = ['_id', ...fields].map((field) => [`fullDocument.${field}`, 1]);
  const pipeline = [
    {
      $match: {
        $or: [
          { operationType: 'insert', 'ns.coll': { $in: collections } },
          { operationType: 'delete', 'ns.coll': removals?.collection ?? null },
        ],
      },
    },
    { $project: { operationType: 1, ns: 1, documentKey: 1, ...Object.fromEntries(shown) } },
  ];
  const closing = new AbortController();
  let stop: () => Promise<void> = async () => undefined;
  let token: unknown = null;
  let resumes = 0;

  async function followOnce(): Promise<void> {
    const db = database();
    // The stream starts at a moment that the reading after a gap has certainly seen, so nothing falls between the two.
    const { operationTime } = token ? { operationTime: null } : await db.command({ ping: 1 });
    const stream = db.watch(pipeline, token ? { resumeAfter: token } : { startAtOperationTime: operationTime });
    stop = () => stream.close();
    if (closing.signal.aborted) return stop();
    if (!token) onGap();
    try {
      for await (const change of stream as AsyncIterable<unknown>) {
        const { _id, operationType, ns, fullDocument, documentKey } = change as Change;
        token = _id;
        resumes = 0;
        if (operationType === 'delete') removals?.onRemoved(documentKey._id);
        else onInsert({ collection: ns.coll, document: fullDocument });
      }
    } finally {
      await stream.close();
    }
  }
  async function follow(): Promise<void> {
    while (!closing.signal.aborted) {
      try {
        await followOnce();
      } catch (cause) {
        if (closing.signal.aborted) return;
        resumes += 1;
        if (resumes > MOST_RESUMES) token = null;
        log().warn({ err: cause, isResumed: token !== null }, 'a change stream broke and is opened again');
      }
      await sleep(REOPEN_MS, undefined, { signal: closing.signal }).catch(() => undefined);
    }
  }
  const following = follow();
  return {
    async close() {
      closing.abort();
      await stop();
      await following;
    },
  };
}
