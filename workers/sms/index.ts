import type { TextDeliveries } from '#server/notifications/index.ts';
import { DELIVERY_QUEUES } from '#shared/jobs/delivery.ts';
import { pacedWorker } from '#workers/platform/paced-worker.ts';
import type { Queues, QueueWorker } from '#workers/platform/queues.ts';
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
  perSecond: number,
): QueueWorker =>
  pacedWorker(queues, { name: DELIVERY_QUEUES.sms, perSecond }, (pace) => smsProcessor(deliveries, gateway, pace));
