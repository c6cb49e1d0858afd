import { createHash } from 'node:crypto';
import { type QueryFilter, Types } from 'mongoose';
import { readCursor, writeCursor } from '#server/platform/cursor.ts';
import { isObjectId } from '#server/platform/object-id.ts';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import { type ListQuery, REGISTER_VIEWS, type RegisterView } from '#shared/contract/register-list.ts';
import { type Case, CaseModel } from './case.model.ts';
import { casePolicy } from './case.policy.ts';
import { type ListedCase, NOT_IN_ROWS } from './case.row.ts';
import { inView, orderOf, readable, wantedBy } from './case-index/case-question.ts';
import { caseFinder } from './case-index/first-answers.ts';
import { storedFilter } from './case-index/stored-cases.ts';

/** The cases this viewer may read: casePolicy.read said in MongoDB's language; a property test holds the two together. */
export const readableBy = (viewer: Actor | Visitor): QueryFilter<Case> => storedFilter(readable(viewer));

/** One page of a list, where the next begins, and how many there are in all. */
export interface CasePage {
  items: ListedCase[];
  next: string | null;
  total: number;
}
/** The readable cases of a list in its order, page by page. What was committed before the call is in it. */
export async function casesOf(viewer: Actor | Visitor, query: ListQuery): Promise<CasePage> {
  const { cursor, limit, ...asked } = query;
  const listing = createHash('sha256')
    .update(`${JSON.stringify(Object.entries(asked).sort())} ${viewer?.id ?? ''}`)
    .digest('base64url')
    .slice(0, 12);
  const read = cursor === undefined ? null : readCursor(cursor, listing);
  const after = read && { id: read.id, key: read.key === null ? null : Number(read.key) };
  const { rows, total, hasMore } = await caseFinder.page(wantedBy(viewer, query), orderOf(query), {
    after,
    limit,
  });
  const ids = rows.map(({ id }) => new Types.ObjectId(id));
  const found = await CaseModel.find({ _id: { $in: ids } })
    .select(NOT_IN_ROWS)
    .lean<ListedCase[]>();
  const byId = new Map(found.map((one) => [String(one._id), one]));
  const items = rows.flatMap(({ id }) => {
    const one = byId.get(id);
    return one && casePolicy.read(viewer, one) ? [one] : [];
  });
  const last = rows.at(-1);
  const next =
    hasMore && last ? writeCursor({ key: last.key === null ? null : String(last.key), id: last.id }, listing) : null;
  return { items, next, total };
}
/** How many cases each view holds for this viewer. */
export async function viewCounts(viewer: Actor | Visitor): Promise<Record<RegisterView, number>> {
  const counts = await caseFinder.counts(REGISTER_VIEWS.map((view) => inView(viewer, view)));
  return Object.fromEntries(REGISTER_VIEWS.map((view, nth) => [view, counts[nth] ?? 0])) as Record<
    RegisterView,
    number
  >;
}

/** A case by its id, whoever asks; null where there is none, however malformed the id. The caller authorizes. */
export const caseById = async (id: string): Promise<Case | null> =>
  isObjectId(id) ? CaseModel.findById(id).lean<Case>() : null;
/** The cases of these ids, newest first. */
export const casesById = (ids: readonly string[]): Promise<Case[]> =>
  CaseModel.find({ _id: { $in: [...ids] } })
    .sort({ receivedAt: -1 })
    .lean<Case[]>()
    .exec();
/** A case by its public number. */
export const caseByNumber = (number: string): Promise<Case | null> => CaseModel.findOne({ number }).lean<Case>().exec();

/** How many cases came in since `from`, are in work, and were answered since then: the city's figures for all to see. */
export async function cityFigures(from: Date): Promise<{ received: number; inWork: number; answered: number }> {
  const [received, inWork, answered] = await Promise.all([
    CaseModel.countDocuments({ receivedAt: { $gte: from } }),
    CaseModel.countDocuments({ dueOn: { $ne: null } }),
    CaseModel.countDocuments({ receivedAt: { $gte: from }, status: { $in: ['answered', 'closed'] } }),
  ]);
  return { received, inWork, answered };
}
