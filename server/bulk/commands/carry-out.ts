import type { Types } from 'mongoose';
import { eventsAround } from '#server/history/index.ts';
import { now } from '#server/platform/clock.ts';
import type { Actor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { caseById, moveCase, staffActor } from '#server/register/index.ts';
import { inputFor } from '../bulk.input.ts';
import { type BulkCase, BulkModel, type BulkRow } from '../bulk.model.ts';

/** True where this very order moved the case, and its process died before it could say so. */
async function isDoneAlready({ actorId, runAt }: BulkRow, { caseId }: BulkCase): Promise<boolean> {
  const last = (await eventsAround({ kind: 'case', id: String(caseId) }, 1)).events.at(-1);
  return last !== undefined && last.actorId === actorId && last.at >= runAt;
}
async function outcomeOf(actor: Actor | null, row: BulkRow, one: BulkCase): Promise<NonNullable<BulkCase['outcome']>> {
  const caseId = String(one.caseId);
  const found = await caseById(caseId);
  if (!found || !actor) return 'not-found';
  if (found.version === one.version + 1 && (await isDoneAlready(row, one))) return 'done';
  try {
    const input = inputFor(found, row.input ?? {});
    await moveCase(actor, { caseId, verb: row.verb, expectedVersion: one.version, ...input });
    return 'done';
  } catch (cause) {
    if (!(cause instanceof Problem) || cause.status >= 500) throw cause;
    return cause.code;
  }
}
async function carryOut(row: BulkRow): Promise<void> {
  const actor = await staffActor(row.actorId);
  for (const one of row.cases.filter(({ outcome }) => outcome === null)) {
    const outcome = await outcomeOf(actor, row, one);
    const at: { _id: Types.ObjectId; 'cases.caseId': Types.ObjectId } = { _id: row._id, 'cases.caseId': one.caseId };
    await BulkModel.updateOne(at, { $set: { 'cases.$.outcome': outcome } });
  }
  await BulkModel.updateOne({ _id: row._id }, { $set: { state: 'done', input: null, endedAt: now() } });
}

/**
 * Carries out, one after another, the orders that nobody took back in time, by the rights that their owners have now; one whose
 * process died goes on where it stopped. Says how many. Run by one process at a time.
 */
export async function carryOutOrders(): Promise<number> {
  for (let count = 0; ; count += 1) {
    const row = await BulkModel.findOneAndUpdate(
      { state: { $in: ['waiting', 'running'] }, runAt: { $lte: now() } },
      { $set: { state: 'running' } },
      { sort: { runAt: 1 }, returnDocument: 'after' },
    ).lean<BulkRow>();
    if (!row) return count;
    await carryOut(row);
  }
}
