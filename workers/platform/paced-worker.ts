import { AtOnce } from './at-once.ts';
import type { Pace } from './pace.ts';
import type { Handler, Queues, QueueWorker } from './queues.ts';

/** A worker whose jobs wait for their turn, so that all workers of the queue together keep to so many a second. */
export function pacedWorker<Data>(
  queues: Queues,
  { name, perSecond }: { name: string; perSecond: number },
  handlerWith: (pace: Pace) => Handler<Data>,
): QueueWorker {
  const atOnce = new AtOnce(perSecond);
  const pace = queues.pace(name, perSecond, (ms) => {
    atOnce.prepared(ms);
    worker.atOnce(atOnce.limit);
  });
  const worker = queues.worker<Data>(name, handlerWith(pace), { concurrency: atOnce.limit });
  return worker;
}
