import assert from 'node:assert/strict';
import { Types } from 'mongoose';
import type { Delivery } from '#server/notifications/delivery.model.ts';
import { planDeliveries, type Recipient, textDeliveriesIn, textWording } from '#server/notifications/index.ts';
import { anEvent, aRecipient, ledgerOf, phoneOf } from './texts.ts';

/** The ledger as the worker of texts sees it. */
export const deliveries = textDeliveriesIn(
  textWording({ publicUrl: 'https://omr.gov.ua', phoneOf, codeMessage: async () => null }),
);
/** One message of the ledger, and what its row says now. */
interface PlannedText {
  id: string;
  subjectId: string;
  row(): Promise<Delivery>;
  state(): Promise<Delivery['state']>;
}
/** One planned message. */
export async function aText(recipient: Recipient = aRecipient()): Promise<PlannedText> {
  const { rowId, subjectId } = await anEvent([recipient]);
  await planDeliveries(rowId);
  const row = async () => (await ledgerOf(subjectId))[0] ?? assert.fail('no row');
  return { id: String((await row())._id), subjectId, row, state: async () => (await row()).state };
}
/** The same, with an attempt that has it. */
export async function aClaimedText(): Promise<PlannedText> {
  const text = await aText();
  assert.ok(typeof (await deliveries.claim(text.id)) === 'object');
  return text;
}
/** An id as the provider gives one to each message. */
export const aSid = (): string => `SM${String(new Types.ObjectId()).padStart(32, '0')}`;
