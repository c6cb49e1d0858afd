import * as z from 'zod/mini';
import { id } from '#shared/contract/fields.ts';
import type { DeliveryChannel } from '#shared/domain/delivery.ts';

/**
 * Messages to send: a code alone, of a crowd some at a time. It names their rows of the ledger and carries no words, numbers or
 * addresses: Redis holds no personal data.
 */
export const DeliveryJob = z.object({ deliveryIds: z.array(id()).check(z.minLength(1)) });
export type DeliveryJob = z.infer<typeof DeliveryJob>;

/** The queue of each channel, by its name in Redis. */
export const DELIVERY_QUEUES: Readonly<Record<DeliveryChannel, string>> = { sms: 'sms', email: 'mail' };
/**
 * For faults of our own only, such as a database that is away: what the provider says is kept in the ledger, which
 * also says when the next attempt is due.
 */
export const deliveryRetries = { attempts: 3, backoff: { type: 'exponential', delay: 1_000 } } as const;

/** A job holds what leaves within so many milliseconds, so that whoever is urgent waits for no longer. */
const JOB_MS = 20;
const MOST_PER_JOB = 20;
/** How many messages one job holds at the most where so many leave a second. */
export const messagesPerJob = (perSecond: number): number =>
  Math.min(Math.max(Math.floor((perSecond * JOB_MS) / 1_000), 1), MOST_PER_JOB);
