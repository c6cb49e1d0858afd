import { mail } from '#shared/texts/uk/mail.ts';
import { sms } from '#shared/texts/uk/sms.ts';
import type { Delivery } from './delivery.model.ts';
import { type PlannedDelivery, untried } from './delivery.plan.ts';
import { channelsFor, type Recipient } from './recipient.ts';
import { timeToTell } from './time-to-tell.ts';

const asBefore = ({ _id, ...row }: Delivery): PlannedDelivery => row;
/** The same message once more, as its addressee can be told now: the round after this one. Pure. */
export const nextRound = (row: Delivery, recipient: Recipient, at: Date): PlannedDelivery => ({
  ...asBefore(row),
  round: row.round + 1,
  ...untried(timeToTell(recipient, row.channel, at), 'resent', at),
});

const WORDED = { sms, email: mail };
/**
 * The same message by the other way, for one that did not arrive by the first: a letter after a text and the other way round, to
 * somebody who can be told so and has not been. Null where there is no other way, or no words for it. Pure.
 */
export function otherWay(row: Delivery, recipient: Recipient, at: Date): PlannedDelivery | null {
  const { template, round } = row;
  const channel = row.channel === 'sms' ? 'email' : 'sms';
  if (!(template in WORDED[channel]) || !channelsFor(recipient).includes(channel)) return null;
  const start = untried(timeToTell(recipient, channel, at), 'fallback', at);
  return start.state === 'planned' ? { ...asBefore(row), channel, round, ...start } : null;
}
