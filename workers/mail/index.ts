import type { LetterDeliveries } from '#server/notifications/index.ts';
import { DELIVERY_QUEUES } from '#shared/jobs/delivery.ts';
import { pacedWorker } from '#workers/platform/paced-worker.ts';
import type { Queues, QueueWorker } from '#workers/platform/queues.ts';
import type { MailGateway } from './mail.gateway.ts';
import { mailProcessor } from './mail.processor.ts';

export type { MailGateway } from './mail.gateway.ts';
export { smtpGateway } from './smtp.gateway.ts';

/** The mail worker: some letters at a time, and all workers together no faster than a mail server bears from one sender. */
export const mailWorker = (
  queues: Queues,
  deliveries: LetterDeliveries,
  gateway: MailGateway,
  perSecond: number,
): QueueWorker =>
  pacedWorker(queues, { name: DELIVERY_QUEUES.email, perSecond }, (pace) => mailProcessor(deliveries, gateway, pace));
