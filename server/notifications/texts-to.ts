import { now } from '#server/platform/clock.ts';
import type { EventKind } from '#shared/domain/workflow.ts';
import { templatesFor } from './notification-rules.ts';
import { channelsFor, type Recipient } from './recipient.ts';
import { asWished } from './recipient.wishes.ts';
import { timeToTell } from './time-to-tell.ts';

/** How many of these people an event of this kind would send a text. */
export function textsTo(kind: EventKind, recipients: readonly Recipient[]): number {
  const templates = templatesFor(kind, {});
  if (!templates?.sms) return 0;
  return recipients
    .map((recipient) => asWished(recipient, Object.values(templates)))
    .filter((recipient) => channelsFor(recipient).find((one) => templates[one]) === 'sms')
    .filter((recipient) => timeToTell(recipient, 'sms', now()).when !== 'never').length;
}
