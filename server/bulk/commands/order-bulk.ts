import { Types } from 'mongoose';
import { now } from '#server/platform/clock.ts';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import type { BulkOrder } from '#shared/contract/bulk.ts';
import { UNDO_MS } from '#shared/domain/bulk.ts';
import { BulkModel, type BulkRow } from '../bulk.model.ts';
import { bulkOf } from '../bulk.queries.ts';

/** Orders one thing for many cases; a case that is named twice counts once. Each is asked for its leave when its turn comes. */
export async function orderBulk(actor: Actor | Visitor, { verb, input, cases }: BulkOrder): Promise<BulkRow> {
  if (!actor) throw new Problem('sign-in.required');
  const each = new Map(cases.map(({ id, version }) => [id, version]));
  const row: BulkRow = {
    _id: new Types.ObjectId(),
    actorId: actor.id,
    verb,
    input,
    cases: [...each].map(([id, version]) => ({ caseId: new Types.ObjectId(id), version, outcome: null })),
    runAt: new Date(now().getTime() + UNDO_MS),
    state: 'waiting',
    endedAt: null,
  };
  await BulkModel.create([row]);
  return row;
}
/** Takes one’s own order back; 409 `bulk.begun` once it is carried out. */
export async function cancelBulk(actor: Actor | Visitor, id: string): Promise<BulkRow> {
  const at = now();
  const row = await BulkModel.findOneAndUpdate(
    { _id: id, actorId: actor?.id ?? '', state: 'waiting', runAt: { $gt: at } },
    { $set: { state: 'cancelled', input: null, endedAt: at } },
    { returnDocument: 'after' },
  ).lean<BulkRow>();
  if (row) return row;
  const found = await bulkOf(actor, id);
  if (found.state === 'cancelled') return found;
  throw new Problem('bulk.begun');
}
