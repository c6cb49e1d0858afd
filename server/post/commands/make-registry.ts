import { Types } from 'mongoose';
import { legalDateOf } from '#server/platform/clock.ts';
import { isDuplicate } from '#server/platform/database.ts';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { type Transaction, transaction } from '#server/platform/transaction.ts';
import { nextInSeries, recordAside } from '#server/register/index.ts';
import type { Parsed } from '#shared/contract/endpoint.ts';
import type { makeRegistry as contract } from '#shared/contract/post.ts';
import { deliveryBy } from '../post.policy.ts';
import { PostalItemModel, type PostalItemRow, PostalRegistryModel, type PostalRegistryRow } from '../postal.model.ts';

/** The number of a registry as papers show it: `3/2026`. */
export const registryText = ({ year, seq }: Pick<PostalRegistryRow, 'year' | 'seq'>): string => `${seq}/${year}`;

type Chosen = Parsed<typeof contract, 'body'>['items'];
/** 409 that names the papers which are in a registry already, and in which. */
const refuseListed = (rows: readonly Pick<PostalItemRow, '_id' | 'number' | 'registry'>[]): never => {
  const listed = rows.map(({ _id, number, registry }) => ({ id: String(_id), number, registry }));
  throw new Problem('post.in-registry', { listed });
};
/** The papers that were chosen, in their order; 422 names those that nobody knows, 409 those that were sent. */
async function waiting(chosen: Chosen, { session }: Transaction): Promise<PostalItemRow[]> {
  const rows = await PostalItemModel.find({ _id: { $in: chosen.map(({ id }) => id) } })
    .session(session)
    .lean<PostalItemRow[]>();
  const byId = new Map(rows.map((row) => [String(row._id), row]));
  const errors = chosen.flatMap(({ id }, n) =>
    byId.has(id) ? [] : [{ in: 'body', path: `items.${n}.id`, code: 'post.unknown' } as const],
  );
  if (errors.length > 0) throw new Problem('fields.invalid', { errors });
  const listed = rows.filter(({ registryId }) => registryId !== null);
  if (listed.length > 0) refuseListed(listed);
  return chosen.flatMap(({ id }) => byId.get(id) ?? []);
}

/**
 * Makes a registry of what is handed to the post today, in the order in which it was chosen; a paper that is named twice counts
 * once. Two who choose the same paper at once meet in MongoDB, which runs the second again: 409 `post.in-registry` for it.
 */
export async function makeRegistry(actor: Actor | Visitor, chosen: Chosen): Promise<PostalRegistryRow> {
  const { byId: actorId, place } = deliveryBy(actor);
  const once = [...new Map(chosen.map((one) => [one.id, one])).values()];
  try {
    return await transaction(async (tx) => {
      const { session } = tx;
      const rows = await waiting(once, tx);
      const on = legalDateOf(tx.at);
      const year = Number(on.slice(0, 4));
      const items = once.map(({ id, mail, note = null }) => ({ itemId: new Types.ObjectId(id), mail, note }));
      const seq = await nextInSeries(tx, `post-registry-${year}`);
      const made: PostalRegistryRow = {
        _id: new Types.ObjectId(),
        year,
        seq,
        on,
        madeById: actorId,
        madeAt: tx.at,
        items,
      };
      await PostalRegistryModel.create([made], { session, ordered: true });
      const registry = { registryId: made._id, registry: registryText(made), state: 'sent' } as const;
      await PostalItemModel.bulkWrite(
        items.map(({ itemId, mail, note }) => ({
          updateOne: { filter: { _id: itemId }, update: { $set: { ...registry, mail, note } } },
        })),
        { session, ordered: true },
      );
      const caseIds = new Map(rows.map(({ caseId }) => [String(caseId), caseId]));
      for (const caseId of caseIds.values()) await recordAside({ ...tx, place }, { caseId, actorId }, 'posted');
      return made;
    });
  } catch (cause) {
    if (!isDuplicate(cause)) throw cause;
    const listed = { _id: { $in: once.map(({ id }) => id) }, registryId: { $ne: null } };
    return refuseListed(await PostalItemModel.find(listed).lean<PostalItemRow[]>());
  }
}
