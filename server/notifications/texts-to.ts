import { now } from '#server/platform/clock.ts';
import type { EventKind } from '#shared/domain/workflow.ts';
import { templatesFor } from './notification-rules.ts';
import { channelFor, type Recipient } from './recipient.ts';
import { timeToTell } from './time-to-tell.ts';

/** How many of these people an event of this kind would send a text. */
export function textsTo(kind: EventKind, recipients: readonly Recipient[]): number {
  if (!templatesFor(kind, {})?.sms) return 0;
  return recipients.filter(
    (recipient) => channelFor(recipient) === 'sms' && timeToTell(recipient, 'sms', now()).when !== 'never',
  ).length;
}
