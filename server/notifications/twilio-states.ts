import type { Receipt } from './commands/take-receipt.ts';

/** Twilio's words for how far a message has come, in the ledger's; what is not here says nothing new. */
export const TWILIO_STATES: Readonly<Record<string, Receipt['state']>> = {
  accepted: 'accepted',
  scheduled: 'accepted',
  queued: 'accepted',
  sending: 'accepted',
  sent: 'sent',
  delivered: 'delivered',
  read: 'delivered',
  undelivered: 'undelivered',
  failed: 'failed',
  canceled: 'failed',
};
