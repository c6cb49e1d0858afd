import { type QueryFilter, Types } from 'mongoose';
import { readCursor, writeCursor } from '#server/platform/cursor.ts';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import type { Call, PostalItem, PostalRegistry } from '#shared/contract/post.ts';
import { POSTAL_STATES, type PostalState } from '#shared/domain/postal.ts';
import { CallModel, type CallRow } from './call.model.ts';
import { delivererOf } from './post.policy.ts';
import { presentCalls, presentItems, presentRegistries } from './post.presenter.ts';
import { PostalItemModel, type PostalItemRow, PostalRegistryModel, type PostalRegistryRow } from './postal.model.ts';

/** Which page of a list is asked for. */
interface Asked {
  cursor?: string | undefined;
  limit: number;
}
interface Page<T> {
  items: T[];
  next: string | null;
  total: number;
}
/** Cuts what was read of a list, one row beyond its page, and says where the next begins. */
const cut = <Row extends { _id: Types.ObjectId }>(
  rows: readonly Row[],
  limit: number,
  { listing, keyOf = () => null }: { listing: string; keyOf?: (row: Row) => string | null },
): { shown: Row[]; next: string | null } => {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last ? writeCursor({ key: keyOf(last), id: String(last._id) }, listing) : null;
  return { shown, next };
};
const afterId = ({ cursor }: Asked, listing: string): Types.ObjectId | null =>
  cursor === undefined ? null : new Types.ObjectId(readCursor(cursor, listing).id);

/** Papers of one state: those that wait oldest first, the others newest first, with how many there are of each. */
export async function postalItems(
  viewer: Actor | Visitor,
  { state, ...asked }: Asked & { state: PostalState },
): Promise<Page<PostalItem> & { counts: Record<PostalState, number> }> {
  delivererOf(viewer);
  const [listing, isOldestFirst] = [`post-items ${state}`, state === 'waiting'];
  const after = afterId(asked, listing);
  const beyond: QueryFilter<PostalItemRow> = after ? { _id: isOldestFirst ? { $gt: after } : { $lt: after } } : {};
  const [rows, ...counted] = await Promise.all([
    PostalItemModel.find({ state, ...beyond })
      .sort({ _id: isOldestFirst ? 1 : -1 })
      .limit(asked.limit + 1)
      .lean<PostalItemRow[]>(),
    ...POSTAL_STATES.map((one) => PostalItemModel.countDocuments({ state: one })),
  ]);
  const { shown, next } = cut(rows, asked.limit, { listing });
  const counts = Object.fromEntries(POSTAL_STATES.map((one, n) => [one, counted[n] ?? 0])) as Record<
    PostalState,
    number
  >;
  return { items: await presentItems(viewer, shown), next, total: counts[state], counts };
}
/** The registries, newest first. */
export async function registries(viewer: Actor | Visitor, asked: Asked): Promise<Page<PostalRegistry>> {
  delivererOf(viewer);
  const listing = 'post-registries';
  const after = afterId(asked, listing);
  const [rows, total] = await Promise.all([
    PostalRegistryModel.find(after ? { _id: { $lt: after } } : {})
      .sort({ _id: -1 })
      .limit(asked.limit + 1)
      .lean<PostalRegistryRow[]>(),
    PostalRegistryModel.countDocuments(),
  ]);
  const { shown, next } = cut(rows, asked.limit, { listing });
  return { items: await presentRegistries(shown), next, total };
}
/** A registry with its papers in its order; 404 where there is none. */
export async function registryOf(
  viewer: Actor | Visitor,
  id: string,
): Promise<{ registry: PostalRegistryRow; rows: PostalItemRow[] }> {
  delivererOf(viewer);
  const registry = await PostalRegistryModel.findById(id).lean<PostalRegistryRow>();
  if (!registry) throw new Problem('not-found');
  const rows = await PostalItemModel.find({ registryId: registry._id }).lean<PostalItemRow[]>();
  const byId = new Map(rows.map((row) => [String(row._id), row]));
  return { registry, rows: registry.items.flatMap(({ itemId }) => byId.get(String(itemId)) ?? []) };
}
/** Papers by their ids, in that order; whatever is no paper is left out. */
export async function itemsByIds(viewer: Actor | Visitor, ids: readonly string[]): Promise<PostalItemRow[]> {
  delivererOf(viewer);
  const rows = await PostalItemModel.find({ _id: { $in: ids } }).lean<PostalItemRow[]>();
  const byId = new Map(rows.map((row) => [String(row._id), row]));
  return [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
}
/** Whom to ring: those whose time has come, and those who wait longest, first. */
export async function openCalls(viewer: Actor | Visitor, asked: Asked): Promise<Page<Call>> {
  delivererOf(viewer);
  const listing = 'post-calls';
  const after = asked.cursor === undefined ? null : readCursor(asked.cursor, listing);
  const at = after && new Date(after.key ?? 0);
  const beyond: QueryFilter<CallRow> =
    after && at ? { $or: [{ nextAt: { $gt: at } }, { nextAt: at, _id: { $gt: new Types.ObjectId(after.id) } }] } : {};
  const [rows, total] = await Promise.all([
    CallModel.find({ state: 'open', ...beyond })
      .sort({ nextAt: 1, _id: 1 })
      .limit(asked.limit + 1)
      .lean<CallRow[]>(),
    CallModel.countDocuments({ state: 'open' }),
  ]);
  const { shown, next } = cut(rows, asked.limit, { listing, keyOf: ({ nextAt }) => nextAt.toISOString() });
  return { items: await presentCalls(viewer, shown), next, total };
}
/** What was sent and said about one case, oldest first. The caller authorizes. */
export async function postOfCase(
  viewer: Actor | Visitor,
  caseId: Types.ObjectId,
): Promise<{ items: PostalItem[]; calls: Call[] }> {
  const [items, calls] = await Promise.all([
    PostalItemModel.find({ caseId }).sort({ _id: 1 }).lean<PostalItemRow[]>(),
    CallModel.find({ caseId }).sort({ _id: 1 }).lean<CallRow[]>(),
  ]);
  return { items: await presentItems(viewer, items), calls: await presentCalls(viewer, calls) };
}
