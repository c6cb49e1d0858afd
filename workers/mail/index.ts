import type { LetterDeliveries } from '#server/notifications/index.ts';
import { DELIVERY_QUEUES, type DeliveryJob } from '#shared/jobs/delivery.ts';
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
  { concurrency = 5, perSecond = 10 }: { concurrency?: number; perSecond?: number } = {},
): ReturnType<Queues['worker']> =>
  queues.worker<DeliveryJob>(DELIVERY_QUEUES.email, mailProcessor(deliveries, gateway), {
    concurrency,
    limiter: { max: perSecond, duration: 1_000 },
  });
