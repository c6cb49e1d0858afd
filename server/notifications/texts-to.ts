import { now } from '#server/platform/clock.ts';
import type { EventKind } from '#shared/domain/workflow.ts';
import { templatesFor, wordedBy } from './notification-rules.ts';
import { channelsFor, type Recipient } from './recipient.ts';
import { asWished } from './recipient.wishes.ts';
import { timeToTell } from './time-to-tell.ts';

/** How many of these people an event of this kind would send a text. */
export function textsTo(kind: EventKind, recipients: readonly Recipient[]): number {
  const templates = templatesFor(kind, {});
  if (!templates?.sms) return 0;
  const worded = wordedBy(templates);
  return recipients
    .map((recipient) => asWished(recipient, Object.values(worded)))
    .filter((recipient) => channelsFor(recipient).find((one) => worded[one]) === 'sms')
    .filter((recipient) => timeToTell(recipient, 'sms', now()).when !== 'never').length;
}
