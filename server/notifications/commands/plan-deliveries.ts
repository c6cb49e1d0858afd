import { OutboxModel, type OutboxRow } from '#server/platform/outbox.ts';
import { transaction } from '#server/platform/transaction.ts';
import { audienceOf } from '../audience.ts';
import { DeliveryModel } from '../delivery.model.ts';
import { plannedDeliveries } from '../delivery.plan.ts';
import { templatesFor } from '../notification-rules.ts';
import { wordingInUse } from '../wordings/wordings.queries.ts';

/** The name under which notifications stand in the outbox. */
export const NOTIFICATIONS = 'notifications';

/**
 * Plans the messages of one outbox row: a row of the ledger for everybody who was to be told, by the one way that is theirs,
 * also where they will not be, and why. The consumer's name leaves the outbox in the same transaction, so a second run finds
 * nothing to do.
 */
export async function planDeliveries(rowId: string): Promise<void> {
  await transaction(async ({ session, at }) => {
    const row = await OutboxModel.findOneAndUpdate(
      { _id: rowId, pending: NOTIFICATIONS },
      { $pull: { pending: NOTIFICATIONS } },
      { session },
    ).lean<OutboxRow>();
    const templates = row && templatesFor(row.kind, row.facts);
    if (!templates) return;
    const wording = templates.sms && (await wordingInUse(templates.sms, session));
    const rows = plannedDeliveries(row, await audienceOf(row.subject), at, wording);
    if (rows.length > 0) await DeliveryModel.insertMany(rows, { session });
  });
}
