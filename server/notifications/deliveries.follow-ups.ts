import { type Delivery, DeliveryModel } from './delivery.model.ts';

const [MINUTE_MS, HOUR_MS] = [60_000, 3_600_000];
/** How long after a message was taken, and after each question, its provider is asked how far it has come: receipts get lost. */
const WAITS_MS = [10 * MINUTE_MS, HOUR_MS, 6 * HOUR_MS, 24 * HOUR_MS];

/** What a row says of a text that its provider has had since this instant, under an id of its own: when to ask after it if no receipt comes. */
export const underWay = (at: Date): Pick<Delivery, 'dueAt' | 'asked' | 'isKept'> => ({
  dueAt: new Date(at.getTime() + (WAITS_MS[0] ?? 0)),
  asked: 0,
  isKept: true,
});
/** Whether a message is with its provider and may come further. */
export const isUnderWay = ({ state }: Delivery): boolean => state === 'accepted' || state === 'sent';

/**
 * Takes a message that is under way for one question; answers its provider's id, and null where it is not time, or somebody else
 * asks. After the last question it stays as it is: a receipt that comes late is heard all the same.
 */
export async function claimFollowUp(
  { _id, state, dueAt, asked, providerId }: Delivery,
  at: Date,
): Promise<string | null> {
  if (!dueAt || dueAt > at || providerId === null) return null;
  const wait = WAITS_MS[asked + 1];
  const next = { dueAt: wait === undefined ? null : new Date(at.getTime() + wait), asked: asked + 1 };
  const { modifiedCount } = await DeliveryModel.updateOne({ _id, state, dueAt }, { $set: next });
  return modifiedCount === 1 ? providerId : null;
}
