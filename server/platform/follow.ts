import { setTimeout as pause } from 'node:timers/promises';
import type { mongo } from 'mongoose';
import { database } from './database.ts';
import { log } from './log.ts';

const REOPEN_MS = 1_000;

/** Follows one kind of change of one collection; where the stream breaks it is opened again. Returns how to stop. */
export function follow<Row extends mongo.Document>(
  collection: string,
  operationType: 'insert' | 'delete',
  take: (change: mongo.ChangeStreamDocument<Row>) => void,
): () => Promise<void> {
  let isClosed = false;
  let current: { close(): Promise<unknown> } | null = null;
  const run = async (): Promise<void> => {
    while (!isClosed) {
      try {
        const stream = database()
          .collection<Row>(collection)
          .watch([{ $match: { operationType } }]);
        current = stream;
        for await (const change of stream) take(change);
      } catch (error) {
        if (!isClosed) log().warn({ err: error, collection }, 'a change stream broke and is opened again');
      }
      if (!isClosed) await pause(REOPEN_MS);
    }
  };
  const running = run();
  return async () => {
    isClosed = true;
    await current?.close().catch(() => undefined);
    await Promise.race([running, pause(2_000, undefined, { ref: false })]);
  };
}
