import type { UpdateQuery } from 'mongoose';
import { now } from '#server/platform/clock.ts';
import { isDuplicate } from '#server/platform/database.ts';
import { log } from '#server/platform/log.ts';
import type { DeliveryState } from '#shared/domain/delivery.ts';
import { underWay } from '../deliveries.follow-ups.ts';
import { type Delivery, DeliveryModel, moveDelivery, statesBefore } from '../delivery.model.ts';

/** What a provider tells of a message, in the ledger's words. */
export interface Receipt {
  deliveryId: string;
  providerId: string;
  state: Extract<DeliveryState, 'accepted' | 'sent' | 'delivered' | 'undelivered' | 'failed'>;
  /** The provider's error code, where there is one. */
  errorCode: string | null;
}

/**
 * Takes a receipt into the ledger. It names its delivery, so it also settles one whose sending fell silent. Late, repeated
 * and shuffled receipts do no harm: a row only ever moves on. One for no row is let go; one for another message than the
 * ledger knows is a text that left twice, and is logged.
 */
export async function takeReceipt({ deliveryId, providerId, state, errorCode }: Receipt): Promise<void> {
  const where = { _id: deliveryId, state: { $in: statesBefore(state) }, providerId: { $in: [null, providerId] } };
  const to = { state, cause: errorCode ? `receipt-${errorCode}` : 'receipt' };
  const isLast = state !== 'accepted' && state !== 'sent';
  const move = (set: UpdateQuery<Delivery>['$set']) =>
    moveDelivery(where, to, { ...underWay(now()), ...set, ...(isLast && { dueAt: null }) });
  try {
    if (await move({ providerId })) return;
    if (await DeliveryModel.exists({ _id: deliveryId, providerId: { $nin: [null, providerId] } }))
      log().error({ delivery: deliveryId }, 'a receipt names another message than the ledger');
  } catch (cause) {
    if (!isDuplicate(cause)) throw cause;
    await move({ isKept: false }); // the message was counted to another delivery with the same words; the state is this one's all the same
  }
}
