import { now } from '#server/platform/clock.ts';
import type { EventKind } from '#shared/domain/workflow.ts';
import { templatesFor } from './notification-rules.ts';
import { channelFor, type Recipient } from './recipient.ts';
import { asWished } from './recipient.wishes.ts';
import { timeToTell } from './time-to-tell.ts';

/** How many of these people an event of this kind would send a text. */
export function textsTo(kind: EventKind, recipients: readonly Recipient[]): number {
  const template = templatesFor(kind, {})?.sms;
  if (!template) return 0;
  return recipients
    .map((recipient) => asWished(recipient, [template]))
    .filter((recipient) => channelFor(recipient) === 'sms' && timeToTell(recipient, 'sms', now()).when !== 'never')
    .length;
}
