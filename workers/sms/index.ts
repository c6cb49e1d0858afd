import type { TextDeliveries } from '#server/notifications/index.ts';
import { DELIVERY_QUEUES, type DeliveryJob } from '#shared/jobs/delivery.ts';
import type { Queues } from '#workers/platform/queues.ts';
import type { SmsGateway } from './sms.gateway.ts';
import { smsProcessor } from './sms.processor.ts';

export { smsGatewayOf } from './gateway-of-settings.ts';
export type { SmsGateway } from './sms.gateway.ts';
export { twilioGateway } from './twilio.gateway.ts';

/** The text-message worker: some at a time, and all workers together no faster than the city's sending number allows. */
export const smsWorker = (
  queues: Queues,
  deliveries: TextDeliveries,
  gateway: SmsGateway,
  { concurrency = 5, perSecond = 10 }: { concurrency?: number; perSecond?: number } = {},
): ReturnType<Queues['worker']> =>
  queues.worker<DeliveryJob>(DELIVERY_QUEUES.sms, smsProcessor(deliveries, gateway), {
    concurrency,
    limiter: { max: perSecond, duration: 1_000 },
  });
