import { recordEvent } from '#server/history/index.ts';
import type { Transaction } from '#server/platform/transaction.ts';
import type { ReceiptReason } from '#shared/domain/receipt.ts';
import { asideEvent } from './case.history.ts';
import type { Case } from './case.model.ts';
import { keepWords } from './case-document.model.ts';

/** What shows that a case came in before the day on which it was entered, by whom that is said, and their words for it. */
export interface EarlierReceipt {
  reasonCode: ReceiptReason;
  explanation: string | null;
  byId: string;
}

/** Says in the history of a case that is new in this transaction why it was received before it was entered. */
export async function recordEarlierReceipt(
  tx: Transaction,
  entered: Case,
  { reasonCode, explanation, byId }: EarlierReceipt,
): Promise<void> {
  const docDigest = explanation === null ? null : await keepWords(tx, { id: byId }, entered, 'enter', explanation);
  await recordEvent(tx, { ...asideEvent(entered, 'received-earlier', { actorId: byId, docDigest }), reasonCode });
}
