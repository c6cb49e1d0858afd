import type { Subject } from '#server/platform/outbox.ts';
import { type Delivery, DeliveryModel, FATES } from './delivery.model.ts';

/** How one message fares, for whoever keeps it; `isText` is false for a letter. */
interface NewFate extends Pick<Delivery, 'state' | 'subject'> {
  id: string;
  isText: boolean;
}
/** How messages fare, as far as nobody has taken note of it; so many at the most. */
export async function newFates(most: number): Promise<NewFate[]> {
  const rows = await DeliveryModel.find({ isFateNew: true })
    .limit(most)
    .select('state subject channel')
    .lean<Pick<Delivery, '_id' | 'state' | 'subject' | 'channel'>[]>();
  return rows.map(({ _id, state, subject, channel }) => ({
    id: String(_id),
    state,
    subject,
    isText: channel === 'sms',
  }));
}
/** Notes that this was heard; one that has moved on meanwhile stays new. */
export async function fateHeard({ id, state }: Pick<NewFate, 'id' | 'state'>): Promise<void> {
  await DeliveryModel.updateOne({ _id: id, state }, { $set: { isFateNew: false } });
}
/**
 * Whether the last text about a subject to this recipient did not arrive, or nobody can tell whether it did. One that was never
 * sent, or is still on its way to the provider, says nothing.
 */
export async function hasTextFailed({ kind, id }: Subject, recipientId: string): Promise<boolean> {
  const last = await DeliveryModel.findOne({
    'subject.kind': kind,
    'subject.id': id,
    'recipient.id': recipientId,
    channel: 'sms',
    state: { $in: [...FATES] },
  })
    .sort({ _id: -1 })
    .select('state')
    .lean<Pick<Delivery, 'state'>>();
  return last !== null && ['undelivered', 'failed', 'unknown'].includes(last.state);
}
