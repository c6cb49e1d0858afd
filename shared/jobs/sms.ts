import * as z from 'zod/mini';
import { id } from '#shared/contract/fields.ts';

/** A text message to send. It names its row and carries no words or numbers: Redis holds no personal data. */
export const SmsJob = z.object({ deliveryId: id() });
export type SmsJob = z.infer<typeof SmsJob>;

/** The queue's name in Redis. */
export const SMS_QUEUE = 'sms';
/** A second job for the same text is not added while one is there. */
export const smsJobId = (deliveryId: string): string => `sms-${deliveryId}`;
/**
 * For faults of our own only, such as a database that is away: what the provider says is kept in the ledger, which
 * also says when the next attempt is due.
 */
export const smsRetries = { attempts: 3, backoff: { type: 'exponential', delay: 1_000 } } as const;
/** One-time codes have no priority number and so overtake all that have one (BullMQ serves those first). */
export const smsPriority = (isCode: boolean): { priority?: number } => (isCode ? {} : { priority: 10 });
