import { now } from '#server/platform/clock.ts';
import type { EventKind } from '#shared/domain/workflow.ts';
import { templatesFor } from './notification-rules.ts';
import { channelsFor, type Recipient } from './recipient.ts';
import { timeToTell } from './time-to-tell.ts';

/** How many of these people an event of this kind would send a text. */
export function textsTo(kind: EventKind, recipients: readonly Recipient[]): number {
  const templates = templatesFor(kind, {});
  return recipients.filter((recipient) => {
    const channel = channelsFor(recipient).find((one) => templates?.[one]);
    return channel === 'sms' && timeToTell(recipient, 'sms', now()).when !== 'never';
  }).length;
}
