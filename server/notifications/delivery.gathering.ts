import type { Transaction } from '#server/platform/transaction.ts';
import { type Delivery, DeliveryModel, moveTo, waiting } from './delivery.model.ts';
import { type PlannedDelivery, type Told, unsent } from './delivery.plan.ts';

/**
 * Of several messages that say the same of one subject only the last is sent: earlier ones that still wait give way to these rows
 * of an event, and these to such as a later event has brought before them. Called in the transaction that writes the rows.
 */
export async function toldAsOne(
  rows: readonly PlannedDelivery[],
  { _id: eventId, subject }: Told,
  { session, at }: Pick<Transaction, 'session' | 'at'>,
): Promise<PlannedDelivery[]> {
  const same = {
    'subject.kind': subject.kind,
    'subject.id': subject.id,
    'recipient.id': { $in: rows.map(({ recipient }) => recipient.id) },
    template: { $in: [...new Set(rows.map(({ template }) => template))] },
  };
  const brought = await DeliveryModel.find({ ...same, eventId: { $gt: eventId } })
    .select('recipient')
    .session(session)
    .lean<Pick<Delivery, 'recipient'>[]>();
  const later = new Set(brought.map(({ recipient }) => recipient.id));
  await DeliveryModel.updateMany(
    { ...same, eventId: { $lt: eventId }, state: waiting },
    moveTo({ state: 'suppressed', cause: 'superseded' }, { dueAt: null }),
    { session },
  );
  return rows.map((row) => (later.has(row.recipient.id) ? { ...row, ...unsent('superseded', at) } : row));
}
