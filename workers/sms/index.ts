import type { Deliveries } from '#server/notifications/index.ts';
import { SMS_QUEUE, type SmsJob } from '#shared/jobs/sms.ts';
import type { Queues } from '#workers/platform/queues.ts';
import type { SmsGateway } from './sms.gateway.ts';
import { smsProcessor } from './sms.processor.ts';

export type { SmsGateway } from './sms.gateway.ts';
export { twilioGateway } from './twilio.gateway.ts';

/** The text-message worker: some at a time, and all workers together no faster than the city's sending number allows. */
export const smsWorker = (
  queues: Queues,
  deliveries: Deliveries,
  gateway: SmsGateway,
  { concurrency = 5, perSecond = 10 }: { concurrency?: number; perSecond?: number } = {},
): ReturnType<Queues['worker']> =>
  queues.worker<SmsJob>(SMS_QUEUE, smsProcessor(deliveries, gateway), {
    concurrency,
    limiter: { max: perSecond, duration: 1_000 },
  });
