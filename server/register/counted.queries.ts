import { Types } from 'mongoose';
import { database } from '#server/platform/database.ts';
import type { PublicStatus } from '#shared/domain/appeal.ts';
import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import { type Case, CaseModel } from './case.model.ts';
import { IS_PUBLISHED } from './public-case.ts';
import { publicStatusOf } from './regime.ts';

/** What statistics keep of a published case. Whether it may be shown now is asked anew each time. */
export interface CountedCase {
  id: string;
  status: PublicStatus;
  categoryCode: string;
  districtCode: string | null;
  receivedAt: Date;
  /** Of the term that runs; null where the law waits for nothing. */
  dueOn: LegalDate | null;
  visibleFrom: Date;
  /** When it was answered, and whether every term of it was kept; null where the law still waits, nothing was answered, or no term of ours ran. */
  answer: { on: LegalDate; isOnTime: boolean } | null;
}
const FIELDS = {
  regime: 1,
  status: 1,
  result: 1,
  'promise.keptOn': 1,
  procedure: 1,
  categoryCode: 1,
  receivedAt: 1,
  dueOn: 1,
  answeredOn: 1,
  'clocks.metOn': 1,
  'clocks.dueLegal': 1,
  'publication.state': 1,
  'publication.districtCode': 1,
  'publication.visibleFrom': 1,
} as const;
/** How many cases are handed over at a time. */
const BATCH = 1_000;
/** The term of a merged case is kept by the one that took it in; a withdrawn one was nobody’s to answer. */
const WITHOUT_ANSWER = ['merged', 'withdrawn'];

/** As the report on discipline judges it: a term that was met late makes a case late for good. */
function answerOf({ status, procedure, dueOn, answeredOn, clocks }: Case): CountedCase['answer'] {
  // What is handled by administrative procedure is no appeal (Law 393/96-ВР, art. 12(2)).
  if (!answeredOn || dueOn || procedure === 'admin' || WITHOUT_ANSWER.includes(status)) return null;
  if (clocks.length === 0) return null;
  return { on: answeredOn, isOnTime: clocks.every(({ metOn, dueLegal }) => metOn !== null && metOn <= dueLegal) };
}
function presentCounted(found: Case): CountedCase | null {
  const { state, districtCode, visibleFrom } = found.publication;
  if (state === 'none' || !visibleFrom) return null;
  return {
    id: String(found._id),
    status: publicStatusOf(found),
    categoryCode: found.categoryCode,
    districtCode: districtCode ?? null,
    receivedAt: found.receivedAt,
    dueOn: found.dueOn,
    visibleFrom,
    answer: answerOf(found),
  };
}
const present = (found: readonly Case[]): CountedCase[] => found.flatMap((one) => presentCounted(one) ?? []);
const cases = () => database().collection<Case>(CaseModel.collection.name);

/** Every published case as statistics count it, in batches and in no order: for whoever keeps them in memory. */
export async function* countedBatches(): AsyncGenerator<CountedCase[]> {
  const cursor = cases().find(IS_PUBLISHED, { projection: FIELDS, batchSize: BATCH });
  while (await cursor.hasNext()) yield present(cursor.readBufferedDocuments() as Case[]);
}
/** Those of these cases that are published, as they stand now. */
export async function countedOf(ids: readonly string[]): Promise<CountedCase[]> {
  const wanted = ids.map((id) => new Types.ObjectId(id));
  const found = await cases()
    .find({ _id: { $in: wanted } }, { projection: FIELDS })
    .toArray();
  return present(found as Case[]);
}
