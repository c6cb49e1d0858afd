import assert from 'node:assert/strict';
import { Types } from 'mongoose';
import type { DeliveryJob } from '#shared/jobs/delivery.ts';
import type { OutboxJob } from '#shared/jobs/outbox.ts';
import { carrier } from '#workers/outbox/outbox.carry.ts';
import type { NewJob, QueueEntry } from '#workers/platform/queues.ts';
import { useDatabase } from '../support/database.ts';

/** A queue that takes no job with a priority number until it is let go. */
function slowQueue<Job>() {
  const taken: NewJob<Job>[] = [];
  let letGo = (): void => undefined;
  const isFree = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const entry: QueueEntry<Job> = {
    async add(jobs) {
      if (jobs.some(({ opts }) => opts.priority !== undefined)) await isFree;
      taken.push(...jobs);
    },
    waiting: async () => taken.length,
  };
  return { entry, taken, letGo: () => letGo() };
}
const anId = () => String(new Types.ObjectId());

describe('outbox: what goes before what', () => {
  useDatabase();

  it('carries a code while a crowd before it has yet to be taken, as an event and as a message', async () => {
    const [events, texts, mail] = [slowQueue<OutboxJob>(), slowQueue<DeliveryJob>(), slowQueue<DeliveryJob>()];
    const carry = carrier(
      {
        consumers: new Map([['notifications', events.entry]]),
        channels: { sms: { ...texts.entry, perJob: 20 }, email: { ...mail.entry, perJob: 20 } },
      },
      30_000,
    );
    const pending = ['notifications'];
    const crowd = Array.from({ length: 700 }, () => [
      carry.row({ id: anId(), pending, isCode: false }),
      carry.delivery({ id: anId(), channel: 'sms', isCode: false }),
    ]).flat();
    await carry.row({ id: anId(), pending, isCode: true });
    await carry.delivery({ id: anId(), channel: 'sms', isCode: true });
    assert.deepEqual([events.taken.length, texts.taken.length], [1, 1]);
    for (const queue of [events, texts]) queue.letGo();
    await Promise.all(crowd);
    const carried = texts.taken.flatMap(({ data }) => data.deliveryIds);
    assert.deepEqual([events.taken.length, carried.length, new Set(carried).size], [701, 701, 701]);
    assert.deepEqual([texts.taken[0]?.data.deliveryIds.length, texts.taken[1]?.data.deliveryIds.length], [1, 20]);
  });
});
