/** Notifications: which events are told to whom and by what way, and the ledger of what was sent. The only door into this folder. */

export { useAudience, type Wanted } from './audience.ts';
export { partPriceOn } from './budget/budget.queries.ts';
export { noteQueued } from './commands/note-queued.ts';
export { NOTIFICATIONS, planDeliveries } from './commands/plan-deliveries.ts';
export { MESSAGE_RESENT } from './commands/resend-message.ts';
export { MESSAGE_TEXT_SAVED } from './commands/save-message-text.ts';
export { MONEY_EVENTS } from './commands/set-money.ts';
export { takeFoundReceipt } from './commands/take-found-receipt.ts';
export type { Receipt } from './commands/take-receipt.ts';
export { tellOtherWay } from './commands/tell-other-way.ts';
export { dropUnwanted } from './deliveries.attempts.ts';
export { fatesHeard, hasTextFailed, newFates } from './deliveries.fates.ts';
export { keptByProvider, noteForgotten } from './deliveries.kept.ts';
export { type LetterDeliveries, letterDeliveriesIn } from './deliveries.letters.ts';
export { type AddressedTo, messagesTo } from './deliveries.own.ts';
export {
  type DueDelivery,
  deliveriesOf,
  dueDeliveries,
  dueNow,
  LEDGER,
} from './deliveries.queries.ts';
export { type TextClaim, type TextDeliveries, textDeliveriesIn } from './deliveries.texts.ts';
export { MESSAGE_FIGURES, messageFigures } from './figures/message.figures.ts';
export { type AnswerToSend, codeLetters, letterFrom, personLetters } from './letter.writers.ts';
export { type Letter, type LetterWriter, letterWording, useLetterWriter } from './letters.ts';
export { messageYear } from './message-statistics.queries.ts';
export {
  addRules,
  identityRules,
  isTold,
  type NotificationRule,
  type NotificationRules,
} from './notification-rules.ts';
export { byLetter, isCode, type Recipient } from './recipient.ts';
export { textWording } from './texts.ts';
export { textsTo } from './texts-to.ts';
export { timeToTell } from './time-to-tell.ts';
export { TWILIO_STATES } from './twilio-states.ts';
export { useMeasuredSite } from './wordings/measured-site.ts';
