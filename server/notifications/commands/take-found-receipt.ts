import { type Delivery, DeliveryModel } from '../delivery.model.ts';
import { type Receipt, takeReceipt } from './take-receipt.ts';

/**
 * Takes a receipt that knows the provider's id of the message alone, as those that come over a connection do. False where the
 * ledger does not know the id: the answer to its sending is on its way yet, or was lost.
 */
export async function takeFoundReceipt(receipt: Omit<Receipt, 'deliveryId'>): Promise<boolean> {
  const { providerId } = receipt;
  const row = await DeliveryModel.findOne({ providerId }).select('_id').lean<Pick<Delivery, '_id'>>();
  if (row) await takeReceipt({ ...receipt, deliveryId: String(row._id) });
  return row !== null;
}
