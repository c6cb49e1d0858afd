import { Types } from 'mongoose';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { DeskViewModel, type DeskViewRow } from '../desk-view.model.ts';
import { questionOf } from '../desk-view.queries.ts';

/** So many lists of one’s own at the most: each is counted whenever they are shown. */
const MOST = 20;

/** Keeps a list under a name, in place of one’s own of that name. 409 `desk-view.too-many` beyond twenty. */
export async function keepView(
  actor: Actor | Visitor,
  { name, view, filters }: Pick<DeskViewRow, 'name' | 'view' | 'filters'>,
): Promise<DeskViewRow> {
  if (!actor) throw new Problem('sign-in.required');
  questionOf({ view, filters });
  const mine = { staffId: actor.id };
  const others = await DeskViewModel.countDocuments({ ...mine, name: { $ne: name } });
  if (others >= MOST) throw new Problem('desk-view.too-many');
  return DeskViewModel.findOneAndUpdate(
    { ...mine, name },
    { $set: { view, filters }, $setOnInsert: { _id: new Types.ObjectId() } },
    { upsert: true, returnDocument: 'after' },
  )
    .orFail()
    .lean<DeskViewRow>();
}
/** Keeps one of one’s own lists no longer; 404 for anybody else’s. */
export async function dropView(actor: Actor | Visitor, id: string): Promise<void> {
  const { deletedCount } = await DeskViewModel.deleteOne({ _id: id, staffId: actor?.id ?? '' });
  if (deletedCount === 0) throw new Problem('not-found');
}
