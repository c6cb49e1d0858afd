import { Types } from 'mongoose';
import { rawBatches } from '#server/platform/bson/raw-batches.ts';
import { CaseModel } from './case.model.ts';
import { IS_PUBLISHED } from './public-case.ts';
import { PUBLISHED_FIELDS, type PublishedCase, publishedIn } from './published.rows.ts';

/** How many cases are handed over at a time: few enough that nobody waits while they are read. */
const BATCH = 2_000;

async function* found(filter: object): AsyncGenerator<PublishedCase[]> {
  const collection = CaseModel.collection.name;
  for await (const batch of rawBatches({ collection, filter, projection: PUBLISHED_FIELDS, batchSize: BATCH }))
    yield publishedIn(batch);
}
/** Every published case, in batches and in no order: for whoever keeps them in memory. */
export const publishedBatches = (): AsyncGenerator<PublishedCase[]> => found(IS_PUBLISHED);
/** Those of these cases that are published, as they stand now. */
export async function publishedOf(ids: readonly string[]): Promise<PublishedCase[]> {
  const cases: PublishedCase[] = [];
  for await (const batch of found({ _id: { $in: ids.map((id) => new Types.ObjectId(id)) }, ...IS_PUBLISHED }))
    cases.push(...batch);
  return cases;
}
