/** How far one message to one person has come; only forward, save where the provider certainly did not take it. */
export const DELIVERY_STATES = [
  'planned',
  'queued',
  'sending',
  'accepted',
  'sent',
  'delivered',
  'undelivered',
  'failed',
  'suppressed',
  'unknown',
] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];
