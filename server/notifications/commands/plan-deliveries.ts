import { setTimeout as sleep } from 'node:timers/promises';
import { Types } from 'mongoose';
import { insertRows } from '#server/platform/insert-rows.ts';
import { OutboxModel, type OutboxRow } from '#server/platform/outbox.ts';
import { transaction } from '#server/platform/transaction.ts';
import { audienceAfter } from '../audience.ts';
import { toldAsOne } from '../delivery.gathering.ts';
import { DeliveryModel } from '../delivery.model.ts';
import { plannedDeliveries } from '../delivery.plan.ts';
import { isGathered, templatesFor } from '../notification-rules.ts';
import { wordingInUse } from '../wordings/wordings.queries.ts';

/** The name under which notifications stand in the outbox. */
export const NOTIFICATIONS = 'notifications';
/** Recipients of one transaction: few enough to be brief, enough that its commit weighs little. */
const CHUNK = 250;
/** Large audiences that one process plans at once; what waits is brought again by the relay, and codes find a place meanwhile. */
const MOST_AT_ONCE = 3;
let atOnce = 0;

/**
 * Plans the next messages of an outbox row, in one transaction with the note of how far it has come, so that whoever goes on after
 * a crash tells nobody twice and leaves nobody out. The consumer's name leaves the outbox with the last of them. `from` is how
 * far the caller came before; where somebody else has come further it is theirs. Answers where to go on; null where there is no more to do.
 */
const planSome = (rowId: string, from: string | null): Promise<string | null> =>
  transaction(async ({ session, at }) => {
    const row = await OutboxModel.findOneAndUpdate(
      { _id: rowId, pending: NOTIFICATIONS, ...(from !== null && { reached: from }) },
      { $pull: { pending: NOTIFICATIONS } },
      { session },
    ).lean<OutboxRow>();
    const templates = row && templatesFor(row.kind, row.facts);
    if (!templates) return null;
    const wording = templates.sms && (await wordingInUse(templates.sms, session));
    const some = await audienceAfter(row.subject, row.reached ?? null, CHUNK);
    const planned = plannedDeliveries(row, some, at, wording);
    const rows = isGathered(row.kind) ? await toldAsOne(planned, row, { session, at }) : planned;
    const named = rows.map((one) => ({ _id: new Types.ObjectId(), ...one })); // by this clock, as all ids of the ledger
    await insertRows(DeliveryModel.collection.name, named, session);
    const last = some.at(-1);
    if (!last || some.length < CHUNK) return null;
    const goOn = { $push: { pending: NOTIFICATIONS }, $set: { reached: last.id } };
    await OutboxModel.updateOne({ _id: row._id }, goOn, { session });
    return last.id;
  });

/**
 * Plans the messages of one outbox row: a row of the ledger for everybody who was to be told, by the one way that is theirs,
 * also where they will not be, and why; some hundreds at a time however many there are. A second run finds nothing to do, or
 * goes on where the first one stood.
 */
export async function planDeliveries(rowId: string): Promise<void> {
  let reached = await planSome(rowId, null);
  if (reached === null || atOnce >= MOST_AT_ONCE) return;
  atOnce += 1;
  try {
    while (reached !== null) {
      const began = performance.now();
      reached = await planSome(rowId, reached);
      // As long as it took: who sends what is planned shares the machine, and a crowd is planned faster than it is told.
      if (reached !== null) await sleep(performance.now() - began);
    }
  } finally {
    atOnce -= 1;
  }
}
