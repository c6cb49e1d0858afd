import { addMonths, type LegalDate } from './legal-clock/legal-date.ts';

/** What shows that an appeal came in earlier than it was entered: its postmark, a journal kept while there was no power, or something else that is then said in words. */
export const RECEIPT_REASONS = ['postmark', 'blackout', 'other'] as const;
export type ReceiptReason = (typeof RECEIPT_REASONS)[number];

/** Nothing is entered later than so many months after it came in. */
const MOST_MONTHS = 12;
/** The earliest date on which what is entered today can have come in. */
export const earliestReceipt = (today: LegalDate): LegalDate => addMonths(today, -MOST_MONTHS);
