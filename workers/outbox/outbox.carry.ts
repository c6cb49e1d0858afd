import { createHash } from 'node:crypto';
import { type DueDelivery, noteQueued } from '#server/notifications/index.ts';
import { groupCommit } from '#server/platform/group-commit.ts';
import { log } from '#server/platform/log.ts';
import { DELIVERY_CHANNELS, type DeliveryChannel } from '#shared/domain/delivery.ts';
import { DELIVERY_QUEUES, type DeliveryJob, deliveryRetries, messagesPerJob } from '#shared/jobs/delivery.ts';
import { type OutboxJob, outboxJobId, outboxRetries } from '#shared/jobs/outbox.ts';
import { priorityOf } from '#shared/jobs/priority.ts';
import type { QueueEntry, Queues } from '#workers/platform/queues.ts';

/** An outbox row that consumers have yet to act on. */
export interface PendingRow {
  id: string;
  pending: readonly string[];
  /** Whether a one-time code waits for it. */
  isCode: boolean;
}
/** The queue of one way by which messages go, and how many of them one job holds at the most. */
interface ChannelQueue extends QueueEntry<DeliveryJob> {
  perJob: number;
}
/** The queue of a channel by which so many messages go a second. */
export const channelQueue = (
  queues: Pick<Queues, 'entry'>,
  channel: DeliveryChannel,
  perSecond: number,
): ChannelQueue => ({
  ...queues.entry<DeliveryJob>(DELIVERY_QUEUES[channel]),
  perJob: messagesPerJob(perSecond),
});
/** Where the relay puts work: a queue for each consumer of the outbox, and one for each way by which messages go. */
export interface RelayQueues {
  consumers: ReadonlyMap<string, QueueEntry<OutboxJob>>;
  channels: Readonly<Record<DeliveryChannel, ChannelQueue>>;
}

const MOST_AT_ONCE = 500;
/** A long queue is looked after less often, by so much for each message in it: to add a hundred thousand again is work too. */
const [A_MESSAGE_MS, LONGEST_MS] = [3, 10 * 60_000];

/** Lots of so many; the last one may be smaller. */
const lotsOf = <One>(all: readonly One[], size: number): One[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, nth) => all.slice(nth * size, (nth + 1) * size));
/** A second job for the same messages is not added while one is there. */
const nameOf = (deliveryIds: readonly string[]): string =>
  createHash('sha256').update(deliveryIds.join()).digest('base64url');
/** A job for a lot of messages, urgent where they are codes. */
const jobFor = (lot: readonly DueDelivery[]) => {
  const deliveryIds = lot.map(({ id }) => id);
  const isUrgent = lot.some(({ isCode }) => isCode);
  return { data: { deliveryIds }, opts: { ...deliveryRetries, ...priorityOf(isUrgent), jobId: nameOf(deliveryIds) } };
};

/**
 * Puts rows into queues, those that come while one lot is on its way together as the next. Each throws where Redis did
 * not take it; a job that is there already is not added again.
 */
export function carrier({ consumers, channels }: RelayQueues, patienceMs: number) {
  async function carryRows(rows: readonly PendingRow[]): Promise<readonly undefined[]> {
    for (const [consumer, queue] of consumers) {
      const theirs = rows.filter(({ pending }) => pending.includes(consumer));
      await queue.add(
        theirs.map(({ id, isCode }) => ({
          data: { rowId: id },
          opts: { ...outboxRetries, ...priorityOf(isCode), jobId: outboxJobId(consumer, id) },
        })),
      );
    }
    const unknown = new Set(rows.flatMap(({ pending }) => pending.filter((name) => !consumers.has(name))));
    if (unknown.size > 0) log().error({ consumers: [...unknown] }, 'the outbox waits for consumers that nobody runs');
    return rows.map(() => undefined);
  }
  async function carryDeliveries(due: readonly DueDelivery[]): Promise<readonly undefined[]> {
    for (const channel of DELIVERY_CHANNELS) {
      const theirs = due.filter((delivery) => delivery.channel === channel);
      if (theirs.length === 0) continue;
      const queue = channels[channel];
      const perJob = theirs.some(({ isCode }) => isCode) ? 1 : queue.perJob;
      await queue.add(lotsOf(theirs, perJob).map(jobFor));
      const waitMs = (await queue.waiting()) * queue.perJob * A_MESSAGE_MS;
      const patience = Math.max(patienceMs, Math.min(waitMs, LONGEST_MS));
      await noteQueued(
        theirs.map(({ id }) => id),
        patience,
      );
    }
    return due.map(() => undefined);
  }
  const lane = <Row extends { isCode: boolean }>(carry: (rows: readonly Row[]) => Promise<readonly undefined[]>) => {
    const [codes, others] = [1, 2].map(() => groupCommit(carry, { most: MOST_AT_ONCE }));
    return async (row: Row): Promise<void> => (row.isCode ? codes : others)?.(row);
  };
  // Codes have a lane of their own, so that none waits behind what a fan-out or a sweep has brought.
  return { row: lane(carryRows), delivery: lane(carryDeliveries) };
}
