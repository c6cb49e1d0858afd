import { Types } from 'mongoose';
import { type RawBatch, type RawFind, rawBatches } from '#server/platform/bson/raw-batches.ts';
import { OutboxModel } from '#server/platform/outbox.ts';
import { CaseModel } from './case.model.ts';
import { publiclyReadable } from './public-case.ts';
import { PUBLIC_ROW_FIELDS } from './public-row.ts';

const find = (over: Pick<RawFind, 'filter' | 'batchSize'>): AsyncGenerator<RawBatch> =>
  rawBatches({ collection: CaseModel.collection.name, projection: PUBLIC_ROW_FIELDS, sort: { _id: 1 }, ...over });

/** The bytes of every case that everybody may see now, by ascending id; `publicRowReader` reads them. */
export const rawPublicCases = (batchSize: number): AsyncGenerator<RawBatch> =>
  find({ filter: publiclyReadable(), batchSize });
/** The bytes of these cases, whether anybody may see them or not. */
export const rawCasesById = (ids: readonly string[]): AsyncGenerator<RawBatch> =>
  find({ filter: { _id: { $in: ids.map((id) => new Types.ObjectId(id)) } }, batchSize: ids.length + 1 });

/** The ids of published cases whose time came between two moments. */
export async function casesShownBetween(from: Date, to: Date): Promise<string[]> {
  const between = { 'publication.at': { $type: 'date' }, 'publication.visibleFrom': { $gt: from, $lte: to } };
  const found = await CaseModel.collection.find(between, { projection: { _id: 1 } }).toArray();
  return found.map(({ _id }) => String(_id));
}
/** The ids of cases that something happened to from a second on, by the clock of the machine that did it; also what nobody outside sees. */
export async function casesChangedSince(second: number): Promise<string[]> {
  const since = { 'subject.kind': 'case', _id: { $gte: Types.ObjectId.createFromTime(second) } };
  const rows = OutboxModel.collection.find(since, { projection: { 'subject.id': 1, _id: 0 }, batchSize: 10_000 });
  const ids = new Set<string>();
  for await (const { subject } of rows) ids.add(subject.id);
  return [...ids];
}
