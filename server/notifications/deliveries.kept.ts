import { now } from '#server/platform/clock.ts';
import { type Delivery, DeliveryModel } from './delivery.model.ts';

/** A message without a receipt is let lie at its provider for so long, for it may be asked after. */
const UNRECEIPTED_MS = 3 * 86_400_000;

/** Messages of which the provider still keeps number and words although nothing more is to be heard of them; so many at the most. */
export async function keptByProvider(most: number): Promise<{ id: string; providerId: string }[]> {
  const rows = await DeliveryModel.find({
    isKept: true,
    $or: [
      { state: { $in: ['delivered', 'undelivered', 'failed'] } },
      { claimedAt: { $lte: new Date(now().getTime() - UNRECEIPTED_MS) } },
    ],
  })
    .limit(most)
    .select('providerId')
    .lean<Pick<Delivery, '_id' | 'providerId'>[]>();
  return rows.map(({ _id, providerId }) => ({ id: String(_id), providerId: providerId ?? '' }));
}
/** Notes that the provider keeps nothing of these any more (Law 2297-VI, art. 6: no longer than needed). */
export async function noteForgotten(ids: readonly string[]): Promise<void> {
  await DeliveryModel.updateMany({ _id: { $in: ids } }, { $set: { isKept: false } });
}
