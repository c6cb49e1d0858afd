import type { Subject } from '#server/platform/outbox.ts';
import { type Delivery, DeliveryModel, FATES } from './delivery.model.ts';

/** How one message fares, for whoever keeps it; `isText` is false for a letter. */
interface NewFate extends Pick<Delivery, 'state' | 'subject'> {
  id: string;
  isText: boolean;
  recipientId: string;
}
/** How messages fare, as far as nobody has taken note of it; so many at the most. */
export async function newFates(most: number): Promise<NewFate[]> {
  const rows = await DeliveryModel.find({ isFateNew: true })
    .limit(most)
    .select('state subject channel recipient')
    .lean<Pick<Delivery, '_id' | 'state' | 'subject' | 'channel' | 'recipient'>[]>();
  return rows.map(({ _id, state, subject, channel, recipient }) => ({
    id: String(_id),
    state,
    subject,
    isText: channel === 'sms',
    recipientId: recipient.id,
  }));
}
/** Notes that these were heard; one that has moved on meanwhile stays new. */
export async function fatesHeard(fates: readonly Pick<NewFate, 'id' | 'state'>[]): Promise<void> {
  const states = new Set(fates.map(({ state }) => state));
  for (const state of states) {
    const ids = fates.flatMap((fate) => (fate.state === state ? fate.id : []));
    await DeliveryModel.updateMany({ _id: { $in: ids }, state }, { $set: { isFateNew: false } });
  }
}
/**
 * Whether the last text about a subject to this recipient did not arrive, or nobody can tell whether it did. One that was never
 * sent, or of which its provider has yet to say how it fared, says nothing.
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
