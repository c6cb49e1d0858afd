import { createHash } from 'node:crypto';
import { type QueryFilter, Types } from 'mongoose';
import { today } from '#server/platform/clock.ts';
import { readCursor, writeCursor } from '#server/platform/cursor.ts';
import { type Actor, holds, type Visitor } from '#server/platform/policy.ts';
import { REGISTER_VIEWS, type RegisterView } from '#shared/contract/register.ts';
import { type Case, CaseModel } from './case.model.ts';

type Filter = QueryFilter<Case>;

/** The cases this viewer may read: casePolicy.read said in MongoDB's language; a property test holds the two together. */
export const readableBy = (viewer: Actor | Visitor): Filter => {
  if (holds(viewer, 'case.readAny')) return {};
  const opened = [...(viewer?.caseIds ?? [])].map((id) => new Types.ObjectId(id));
  const reasons: Filter[] = [{ _id: { $in: opened } }];
  if (viewer?.departmentId) reasons.push({ 'executors.departmentId': new Types.ObjectId(viewer.departmentId) });
  return { $or: reasons };
};

/** What each of the desk's views holds. */
const viewFilter = (view: RegisterView): Filter => {
  const filters: Record<RegisterView, Filter> = {
    open: { dueOn: { $ne: null } },
    new: { status: 'submitted' },
    unassigned: { status: { $in: ['registered', 'reopened'] } },
    in_hand: { status: { $in: ['assigned', 'in_progress'] } },
    for_signature: { status: 'answer_review' },
    overdue: { dueOn: { $ne: null, $lt: today() } },
    answered: { status: { $in: ['answered', 'closed'] } },
    not_resolved: { reopenRequestedAt: { $ne: null } },
  };
  return filters[view];
};

/** One page of a list, and where the next begins. */
export interface CasePage {
  items: Case[];
  next: string | null;
}
/** The readable cases of a view, soonest due first (answered ones have no date and come by id), page by page. */
export async function casesOf(
  viewer: Actor | Visitor,
  { view, cursor, limit }: { view: RegisterView; cursor?: string | undefined; limit: number },
): Promise<CasePage> {
  const listing = createHash('sha256')
    .update(`${view} ${viewer?.id ?? ''}`)
    .digest('base64url')
    .slice(0, 12);
  const after = cursor === undefined ? null : readCursor(cursor, listing);
  const beyond: Filter = after
    ? {
        $or: [
          { dueOn: after.key === null ? { $ne: null } : { $gt: after.key } },
          { dueOn: after.key, _id: { $gt: new Types.ObjectId(after.id) } },
        ],
      }
    : {};
  const found = await CaseModel.find({ $and: [readableBy(viewer), viewFilter(view), beyond] })
    .sort({ dueOn: 1, _id: 1 })
    .limit(limit + 1)
    .lean<Case[]>();
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const next = found.length > limit && last ? writeCursor({ key: last.dueOn, id: String(last._id) }, listing) : null;
  return { items, next };
}
/** How many cases each view holds for this viewer. */
export async function viewCounts(viewer: Actor | Visitor): Promise<Record<RegisterView, number>> {
  const counts = await Promise.all(
    REGISTER_VIEWS.map(async (view) => [
      view,
      await CaseModel.countDocuments({ $and: [readableBy(viewer), viewFilter(view)] }),
    ]),
  );
  return Object.fromEntries(counts);
}

/** Whether this can be the id of a case at all: forms and sockets bring whatever somebody wrote into them. */
export const isCaseId = (id: string): boolean => /^[0-9a-f]{24}$/.test(id);
/** A case by its id, whoever asks; null where there is none, however malformed the id. The caller authorizes. */
export const caseById = async (id: string): Promise<Case | null> =>
  isCaseId(id) ? CaseModel.findById(id).lean<Case>() : null;
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
