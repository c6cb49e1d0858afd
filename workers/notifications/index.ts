import { NOTIFICATIONS, planDeliveries } from '#server/notifications/index.ts';
import { OutboxJob } from '#shared/jobs/outbox.ts';
import type { Queues, QueueWorker } from '#workers/platform/queues.ts';

/** The consumer that turns events into planned messages of the ledger. */
export const notificationsWorker = (queues: Queues): QueueWorker =>
  queues.worker<OutboxJob>(
    NOTIFICATIONS,
    async ({ data }) => {
      await planDeliveries(OutboxJob.parse(data).rowId);
      return 'planned';
    },
    { concurrency: 10 },
  );
