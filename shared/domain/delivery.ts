/** By what way a message goes out. */
export const DELIVERY_CHANNELS = ['sms', 'email'] as const;
export type DeliveryChannel = (typeof DELIVERY_CHANNELS)[number];

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
