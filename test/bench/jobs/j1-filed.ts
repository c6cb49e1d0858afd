import mongoose from 'mongoose';
import { database } from '#server/platform/database.ts';
import { CaseModel } from '#server/register/case.model.ts';
import { aDraft } from '../../support/appeals.ts';
import type { Site } from '../city.ts';

type Id = mongoose.Types.ObjectId;
/** What one filing writes. */
const WRITTEN = ['cases', 'people', 'case_participants', 'events', 'outbox'] as const;
const RIVALS = ['naive_appeals', 'naive_history', 'naive_counters', 'bench_floor'] as const;
/** A mobile number that no other request has: `#N#` has eight digits at the most. */
const PHONE = '067 1234567';
const DRAFT = aDraft({
  text: 'Біля під’їзду вже тиждень не горить ліхтар, увечері не видно сходів, учора там упала сусідка. Просимо полагодити освітлення.',
  contact: { phone: PHONE },
});
/** A filing as JSON, for both: the rival knows no other fields than these. */
export const BODY = JSON.stringify(DRAFT);

/** Makes the rival's collections anew, its appeals with the indexes that the product's cases have, and the floor's with none. */
export async function naiveRoom(): Promise<void> {
  const db = database();
  for (const name of RIVALS) await db.dropCollection(name);
  for (const name of RIVALS) await db.createCollection(name);
  const [, ...indexes] = await db.collection('cases').indexes();
  await db.collection('naive_appeals').createIndexes(indexes.map(({ v: _, ...index }) => index as never));
}
/** The document of a case that was filed, as bytes: what the floor inserts is of its size. */
export async function aFiledCase(site: Site): Promise<Uint8Array> {
  const { id } = await site.post<{ id: string }>('/api/v1/appeals', DRAFT);
  const found = await CaseModel.collection.findOne({ _id: new mongoose.Types.ObjectId(id) });
  if (!found) throw new Error('a filed case is not there');
  return mongoose.mongo.BSON.serialize(found);
}

/** Of the filings since then: how many of those acknowledged are not there, and how many of those that are there lack a part. */
export async function assertWhole(
  since: Id,
  acknowledged: readonly string[],
): Promise<{ lost: number; torn: number; kept: number }> {
  const db = database();
  const fresh = { _id: { $gte: since } };
  const idsIn = async (name: string, field: string, filter: object = {}): Promise<Map<string, number>> => {
    const found = new Map<string, number>();
    const rows = db.collection(name).find({ ...fresh, ...filter }, { projection: { [field]: 1 } });
    for await (const row of rows) {
      const id = String(field.split('.').reduce((inner, step) => inner[step], row));
      found.set(id, (found.get(id) ?? 0) + 1);
    }
    return found;
  };
  const filed = { kind: 'appeal.filed' };
  const cases = await idsIn('cases', '_id', { number: { $not: /^bench-/ } });
  const parts = [
    await idsIn('case_participants', 'caseId'),
    await idsIn('events', 'subject.id', filed),
    await idsIn('outbox', 'subject.id', filed),
  ];
  const all = new Set([...cases.keys(), ...parts.flatMap((part) => [...part.keys()])]);
  const isWhole = (id: string): boolean => cases.has(id) && parts.every((part) => part.get(id) === 1);
  const people = await db.collection('people').countDocuments(fresh);
  return {
    lost: acknowledged.filter((id) => !cases.has(id)).length,
    torn: [...all].filter((id) => !isWhole(id)).length + Math.abs(people - cases.size),
    kept: cases.size,
  };
}

/** Takes away what was filed since then: the city is as it was. */
export async function clearFiled(since: Id): Promise<void> {
  for (const name of WRITTEN)
    await database()
      .collection(name)
      .deleteMany({ _id: { $gte: since } });
  for (const name of RIVALS) await database().dropCollection(name);
  await database().collection('idempotency_keys').deleteMany({});
}
