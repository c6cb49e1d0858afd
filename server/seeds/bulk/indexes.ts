import type { mongo } from 'mongoose';
import { database } from '#server/platform/database.ts';

/** Indexes that were taken off a collection, kept in the database itself so that a process that dies loses none of them. */
interface SetAside {
  _id: string;
  indexes: mongo.IndexDescription[];
}
const kept = () => database().collection<SetAside>('indexes_set_aside');

/** Indexes that seeding cannot do without: the short links’ is what finds two that were drawn alike. */
const isNeeded = (collection: string, { name }: mongo.IndexDescription): boolean =>
  name === '_id_' || (collection === 'case_participants' && name === 'link_1');

/** Takes the indexes off these collections: filling first and indexing after is several times as fast. */
export async function setIndexesAside(collections: readonly string[]): Promise<void> {
  for (const name of collections) {
    const collection = await database()
      .createCollection(name)
      .catch(() => database().collection(name));
    const all = (await collection.indexes()) as mongo.IndexDescription[];
    const indexes = all
      .filter((index) => !isNeeded(name, index))
      .map(({ v: _, ...index }: mongo.IndexDescription & { v?: number }) => index);
    if (indexes.length === 0) continue;
    await kept().updateOne({ _id: name }, { $setOnInsert: { indexes } }, { upsert: true });
    for (const index of indexes) await collection.dropIndex(index.name ?? '');
  }
}
/** Puts back what was set aside, also by a process that died; tells how many of how many collections are done. Twice does no harm. */
export async function restoreIndexes(onProgress: (done: number, of: number) => void = () => undefined): Promise<void> {
  const rows = await kept().find().toArray();
  let done = 0;
  if (rows.length > 0) onProgress(done, rows.length);
  await Promise.all(
    rows.map(async ({ _id, indexes }) => {
      await database().collection(_id).createIndexes(indexes);
      await kept().deleteOne({ _id });
      done += 1;
      onProgress(done, rows.length);
    }),
  );
}
