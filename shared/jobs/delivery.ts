import * as z from 'zod/mini';
import { id } from '#shared/contract/fields.ts';
import type { DeliveryChannel } from '#shared/domain/delivery.ts';

/** A message to send. It names its row of the ledger and carries no words, numbers or addresses: Redis holds no personal data. */
export const DeliveryJob = z.object({ deliveryId: id() });
export type DeliveryJob = z.infer<typeof DeliveryJob>;

/** The queue of each channel, by its name in Redis. */
export const DELIVERY_QUEUES: Readonly<Record<DeliveryChannel, string>> = { sms: 'sms', email: 'mail' };
/** A second job for the same message is not added while one is there. */
export const deliveryJobId = (channel: DeliveryChannel, deliveryId: string): string => `${channel}-${deliveryId}`;
/**
 * For faults of our own only, such as a database that is away: what the provider says is kept in the ledger, which
 * also says when the next attempt is due.
 */
export const deliveryRetries = { attempts: 3, backoff: { type: 'exponential', delay: 1_000 } } as const;
