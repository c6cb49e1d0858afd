import { DeliveryJob } from '#shared/jobs/delivery.ts';
import type { Handler } from './queues.ts';

/** How often each outcome was had. */
function tally(outcomes: readonly string[]): string {
  const times = new Map<string, number>();
  for (const outcome of outcomes) times.set(outcome, (times.get(outcome) ?? 0) + 1);
  return [...times].map(([outcome, many]) => `${outcome} ${many}`).join(', ');
}
/**
 * Handles a job by its messages, all at once. One that fails keeps none of the others back, and the job is tried again, in which
 * those that went are let be.
 */
export const eachDelivery =
  (handle: (deliveryId: string) => Promise<string>): Handler<DeliveryJob> =>
  async ({ data }) => {
    const { deliveryIds } = DeliveryJob.parse(data);
    const ended = await Promise.allSettled(deliveryIds.map(handle));
    for (const end of ended) if (end.status === 'rejected') throw end.reason;
    return tally(ended.flatMap((end) => (end.status === 'fulfilled' ? end.value : [])));
  };
