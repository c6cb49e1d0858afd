import { listPapers, POST } from '#server/post/index.ts';
import { OutboxJob } from '#shared/jobs/outbox.ts';
import type { Queues, QueueWorker } from '#workers/platform/queues.ts';

/** The consumer that puts down what events send by post and have said by telephone. */
export const postWorker = (queues: Queues): QueueWorker =>
  queues.worker<OutboxJob>(
    POST,
    async ({ data }) => {
      await listPapers(OutboxJob.parse(data).rowId);
      return 'listed';
    },
    { concurrency: 5 },
  );
