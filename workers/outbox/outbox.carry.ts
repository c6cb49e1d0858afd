import { type DueDelivery, noteQueued } from '#server/notifications/index.ts';
import { groupCommit } from '#server/platform/group-commit.ts';
import { log } from '#server/platform/log.ts';
import { DELIVERY_CHANNELS, type DeliveryChannel } from '#shared/domain/delivery.ts';
import { type DeliveryJob, deliveryJobId, deliveryPriority, deliveryRetries } from '#shared/jobs/delivery.ts';
import { type OutboxJob, outboxJobId, outboxRetries } from '#shared/jobs/outbox.ts';
import type { QueueEntry } from '#workers/platform/queues.ts';

/** An outbox row that consumers have yet to act on. */
export interface PendingRow {
  id: string;
  pending: readonly string[];
}
/** Where the relay puts work: a queue for each consumer of the outbox, and one for each way by which messages go. */
export interface RelayQueues {
  consumers: ReadonlyMap<string, QueueEntry<OutboxJob>>;
  channels: Readonly<Record<DeliveryChannel, QueueEntry<DeliveryJob>>>;
}

const MOST_AT_ONCE = 500;

/**
 * Puts rows into queues, those that come while one lot is on its way together as the next. Each throws where Redis did
 * not take it; a job that is there already is not added again.
 */
export function carrier({ consumers, channels }: RelayQueues, patienceMs: number) {
  async function carryRows(rows: readonly PendingRow[]): Promise<readonly undefined[]> {
    for (const [consumer, queue] of consumers) {
      const theirs = rows.filter(({ pending }) => pending.includes(consumer));
      await queue.add(
        theirs.map(({ id }) => ({ data: { rowId: id }, opts: { ...outboxRetries, jobId: outboxJobId(consumer, id) } })),
      );
    }
    const unknown = new Set(rows.flatMap(({ pending }) => pending.filter((name) => !consumers.has(name))));
    if (unknown.size > 0) log().error({ consumers: [...unknown] }, 'the outbox waits for consumers that nobody runs');
    return rows.map(() => undefined);
  }
  async function carryDeliveries(due: readonly DueDelivery[]): Promise<readonly undefined[]> {
    for (const channel of DELIVERY_CHANNELS) {
      const theirs = due.filter((delivery) => delivery.channel === channel);
      await channels[channel].add(
        theirs.map(({ id, isCode }) => ({
          data: { deliveryId: id },
          opts: { ...deliveryRetries, ...deliveryPriority(isCode), jobId: deliveryJobId(channel, id) },
        })),
      );
    }
    await noteQueued(
      due.map(({ id }) => id),
      patienceMs,
    );
    return due.map(() => undefined);
  }
  return {
    row: groupCommit(carryRows, { most: MOST_AT_ONCE }),
    delivery: groupCommit(carryDeliveries, { most: MOST_AT_ONCE }),
  };
}
