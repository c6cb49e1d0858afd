import { now } from '#server/platform/clock.ts';
import { DeliveryModel } from '../delivery.model.ts';

/**
 * Notes that these deliveries have a job in the queue. They become due again after `patienceMs`: a queue may be wiped at any
 * moment, and adding a job that is still there does nothing. Attempts that have begun meanwhile are left alone.
 */
export async function noteQueued(ids: readonly string[], patienceMs: number): Promise<void> {
  const at = now();
  const dueAt = new Date(at.getTime() + patienceMs);
  const waiting = { _id: { $in: ids }, notBefore: { $lte: at } };
  await DeliveryModel.bulkWrite(
    [
      { updateMany: { filter: { ...waiting, state: 'queued' }, update: { $set: { dueAt } } } },
      {
        updateMany: {
          filter: { ...waiting, state: 'planned' },
          update: { $set: { dueAt, state: 'queued' }, $push: { changes: { state: 'queued', at, cause: 'relay' } } },
        },
      },
    ],
    { ordered: true },
  );
}
