import { Types } from 'mongoose';
import type { PublicStatus } from '#shared/domain/appeal.ts';
import { type Case, CaseModel } from './case.model.ts';
import { publicStatusOf } from './regime.ts';

/** What the map keeps of a published case: columns for finding and counting, no words. Whether it may be shown now is asked anew each time. */
export interface PublishedCase {
  id: string;
  number: string;
  status: PublicStatus;
  categoryCode: string;
  districtCode: string | null;
  /** `[lng, lat]`, rounded as it was published. */
  point: readonly [number, number] | null;
  receivedAt: Date;
  visibleFrom: Date;
}
const FIELDS = [
  'number',
  'regime',
  'status',
  'result',
  'categoryCode',
  'receivedAt',
  'publication.districtCode',
  'publication.point',
  'publication.visibleFrom',
  'publication.state',
] as const;
/** How many cases are handed over at a time. */
const BATCH = 2_000;

function presentPublished(found: Case): PublishedCase | null {
  const { state, point, districtCode, visibleFrom } = found.publication;
  if (state === 'none' || !visibleFrom) return null;
  const [lng, lat] = point?.coordinates ?? [];
  return {
    id: String(found._id),
    number: found.number,
    status: publicStatusOf(found),
    categoryCode: found.categoryCode,
    districtCode: districtCode ?? null,
    point: lng === undefined || lat === undefined ? null : [lng, lat],
    receivedAt: found.receivedAt,
    visibleFrom,
  };
}
const present = (found: readonly Case[]): PublishedCase[] => found.flatMap((one) => presentPublished(one) ?? []);

/** Every published case, in batches and in no order: for whoever keeps them in memory. */
export async function* publishedBatches(): AsyncGenerator<PublishedCase[]> {
  const cursor = CaseModel.find({ 'publication.state': { $in: ['anonymised', 'public'] } })
    .select(FIELDS.join(' '))
    .lean<Case>()
    .cursor({ batchSize: BATCH });
  let batch: Case[] = [];
  for await (const found of cursor) {
    batch.push(found as unknown as Case);
    if (batch.length < BATCH) continue;
    yield present(batch);
    batch = [];
  }
  yield present(batch);
}
/** Those of these cases that are published, as they stand now. */
export const publishedOf = async (ids: readonly string[]): Promise<PublishedCase[]> =>
  present(
    await CaseModel.find({ _id: { $in: ids.map((id) => new Types.ObjectId(id)) } })
      .select(FIELDS.join(' '))
      .lean<Case[]>(),
  );
