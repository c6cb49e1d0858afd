import { type DeliveryJob, messagesPerJob } from '#shared/jobs/delivery.ts';
import { AtOnce } from './at-once.ts';
import { eachDelivery } from './each-delivery.ts';
import type { Pace } from './pace.ts';
import type { Queues, QueueWorker } from './queues.ts';

/** A worker whose messages wait for their turn, so that all workers of the queue together keep to so many a second. */
export function pacedWorker(
  queues: Queues,
  { name, perSecond }: { name: string; perSecond: number },
  sendWith: (pace: Pace) => (deliveryId: string) => Promise<string>,
): QueueWorker {
  const atOnce = new AtOnce(perSecond);
  const perJob = messagesPerJob(perSecond);
  const jobs = (): number => Math.max(Math.round(atOnce.limit / perJob), 1);
  const pace = queues.pace(name, perSecond, (ms) => {
    atOnce.prepared(ms);
    worker.atOnce(jobs());
  });
  const worker = queues.worker<DeliveryJob>(name, eachDelivery(sendWith(pace)), { concurrency: jobs() });
  return worker;
}
