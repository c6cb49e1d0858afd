/** Notifications: which events are told to whom, and the ledger of what was sent. The only door into this folder. */

export { useAudience } from './audience.ts';
export { noteQueued } from './commands/note-queued.ts';
export { NOTIFICATIONS, planDeliveries } from './commands/plan-deliveries.ts';
export {
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
} from './notification-rules.ts';
export { type Recipient, timeToTell } from './time-to-tell.ts';
export { wordingFrom } from './wording.ts';
