import type { LetterDeliveries } from '#server/notifications/index.ts';
import { DELIVERY_QUEUES, type DeliveryJob } from '#shared/jobs/delivery.ts';
import { atOnceFor } from '#workers/platform/at-once.ts';
import type { Queues } from '#workers/platform/queues.ts';
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
): ReturnType<Queues['worker']> => {
  const pace = queues.pace(DELIVERY_QUEUES.email, perSecond);
  return queues.worker<DeliveryJob>(DELIVERY_QUEUES.email, mailProcessor(deliveries, gateway, pace), {
    concurrency: atOnceFor(perSecond),
  });
};
