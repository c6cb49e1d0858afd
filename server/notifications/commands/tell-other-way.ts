import { now } from '#server/platform/clock.ts';
import { isDuplicate } from '#server/platform/database.ts';
import { recipientOf } from '../audience.ts';
import { otherWay } from '../delivery.again.ts';
import { type Delivery, DeliveryModel } from '../delivery.model.ts';
import { isCode } from '../recipient.ts';

/** Whether a message is itself one that another way gave over to: it gives over to none. */
const isFallback = ({ changes }: Delivery): boolean => changes[0]?.cause === 'fallback';
/**
 * Plans a message that certainly did not arrive by the other way, once; answers whether there is one now. What may have arrived
 * (`unknown`) is left to an operator, and so is what its addressee can be told by no other way.
 */
export async function tellOtherWay(id: string): Promise<boolean> {
  const lost = { _id: id, state: { $in: ['undelivered', 'failed'] } } as const;
  const row = await DeliveryModel.findOne(lost).lean<Delivery>();
  if (!row || isCode(row.recipient.kind) || isFallback(row)) return false;
  const recipient = await recipientOf(row.subject, row.recipient);
  const next = recipient && otherWay(row, recipient, now());
  if (!next) return false;
  try {
    await DeliveryModel.insertMany([next], { lean: true });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
  return true;
}
