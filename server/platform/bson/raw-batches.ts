import mongoose, { type mongo } from 'mongoose';
import { database } from '../database.ts';
import { BSON, eachElement, FieldWalk } from './field-walk.ts';

/** What is read of a collection, as MongoDB's `find` takes it. */
export interface RawFind {
  collection: string;
  filter: object;
  projection: Readonly<Record<string, 1>>;
  sort?: Readonly<Record<string, 1 | -1>>;
  /** Documents of one batch. */
  batchSize: number;
}
/** Documents as they lie in the store: where each begins in the bytes. */
export interface RawBatch {
  bytes: Buffer;
  starts: readonly number[];
}
const CURSOR = new FieldWalk(['firstBatch', 'nextBatch', 'id']);
const ID = 3;

function batchOf(bytes: Buffer): RawBatch & { id: bigint } {
  const starts: number[] = [];
  let id = 0n;
  CURSOR.walk(bytes, 0, (field, type, at) => {
    if (field === ID) id = bytes.readBigInt64LE(at);
    else if (type === BSON.array) eachElement(bytes, at, (_type, start) => void starts.push(start));
  });
  return { bytes, starts, id };
}
async function askFor(session: mongo.ClientSession, command: object): Promise<RawBatch & { id: bigint }> {
  const { cursor } = await database().command(command, { raw: true, session });
  return batchOf(cursor as Buffer);
}

/**
 * Reads documents batch by batch without making objects of them: some times faster than any cursor of the driver. The next
 * batch is on its way while one is worked on. The cursor is closed when whoever reads stops early.
 */
export async function* rawBatches({ collection, ...find }: RawFind): AsyncGenerator<RawBatch> {
  const { batchSize } = find;
  // A cursor belongs to the session that it was opened in.
  const session = await mongoose.connection.startSession();
  let id = 0n;
  try {
    let batch = await askFor(session, { find: collection, ...find });
    for (id = batch.id; id !== 0n; id = batch.id) {
      const coming = askFor(session, { getMore: id, collection, batchSize });
      coming.catch(() => undefined); // thrown where it is awaited, unless whoever reads stops before
      try {
        yield batch;
      } finally {
        batch = await coming;
        id = batch.id;
      }
    }
    yield batch;
  } finally {
    if (id !== 0n)
      await database()
        .command({ killCursors: collection, cursors: [id] })
        .catch(() => undefined);
    await session.endSession();
  }
}
