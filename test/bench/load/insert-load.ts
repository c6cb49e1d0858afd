// A process that inserts one document after another with the bare driver; one message in, one message out.
import mongoose from 'mongoose';
import type { Run } from './load.ts';

/** What is inserted, and how. */
export interface Inserting {
  uri: string;
  collection: string;
  /** The document as BSON; each gets an `_id` of its own, and this field a text of its own where one is named. */
  document: Uint8Array;
  unique?: string;
  callers: number;
  forMs: number;
}
const { BSON, ObjectId, MongoClient } = mongoose.mongo;
let client: InstanceType<typeof MongoClient> | null = null;

async function run({ uri, collection, document, unique, callers, forMs }: Inserting): Promise<Run> {
  client ??= await new MongoClient(uri).connect();
  const rows = client.db().collection(collection);
  const pattern = BSON.deserialize(document);
  const times: number[] = [];
  const beganAt = performance.now();
  const until = beganAt + forMs;
  const insert = async (): Promise<void> => {
    while (performance.now() < until) {
      const at = performance.now();
      const _id = new ObjectId();
      await rows.insertOne({ ...pattern, _id, ...(unique && { [unique]: `bench-${_id}` }) });
      times.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: callers }, insert));
  return { tookMs: performance.now() - beganAt, times, statuses: {}, bytes: 0, ids: [], broken: 0 };
}
process.on('message', (asked: Inserting) => void run(asked).then((found) => process.send?.(found)));
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
