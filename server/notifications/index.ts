/** Notifications: which events are told to whom, and the ledger of what was sent. The only door into this folder. */

export { type Audience, useAudience } from './audience.ts';
export { noteQueued } from './commands/note-queued.ts';
export { NOTIFICATIONS, planDeliveries } from './commands/plan-deliveries.ts';
export {
  type DeliveryLine,
  type DueDelivery,
  deliveriesOf,
  dueDeliveries,
  dueNow,
  LEDGER,
} from './deliveries.queries.ts';
export { type Claim, type Deliveries, deliveriesIn } from './deliveries.ts';
export {
  addRules,
  identityRules,
  isTold,
  type NotificationRule,
  type NotificationRules,
} from './notification-rules.ts';
export { type Recipient, timeToTell } from './time-to-tell.ts';
export { type Wording, wordingFrom } from './wording.ts';
