import { dueDeliveries, dueNow, isCode, LEDGER } from '#server/notifications/index.ts';
import { followCollections } from '#server/platform/change-stream.ts';
import { now } from '#server/platform/clock.ts';
import { keepLease } from '#server/platform/kept-lease.ts';
import { OutboxModel, type OutboxRow } from '#server/platform/outbox.ts';
import { oncePerOutage } from '#workers/platform/outage.ts';
import { restless } from '#workers/platform/rest.ts';
import { carrier, type PendingRow, type RelayQueues } from './outbox.carry.ts';

/** How often the relay looks for what went by unseen, and how long a job may take before its row is queued again. */
export interface RelayPace {
  sweepMs: number;
  patienceMs: number;
}
const PACE: RelayPace = { sweepMs: 2_000, patienceMs: 30_000 };
const CHUNK = 500;
/** What is committed waits for so long at the most where the relay that followed the stream was killed. */
const LEASE_MS = 3_000;

const rowOf = ({ _id, pending, subject }: Pick<OutboxRow, '_id' | 'pending' | 'subject'>): PendingRow => ({
  id: String(_id),
  pending,
  isCode: isCode(subject.kind),
});
async function* pendingRows(before: Date): AsyncGenerator<PendingRow> {
  const found = OutboxModel.find({ 'pending.0': { $exists: true }, at: { $lte: before } }).sort({ at: 1 });
  for await (const row of found.select('pending subject').lean<OutboxRow>().cursor()) yield rowOf(row as OutboxRow);
}
/** Hands on what is found a chunk at a time, so that a long list is never whole in memory. */
async function each<Row>(rows: AsyncIterable<Row>, carry: (row: Row) => Promise<void>): Promise<void> {
  let chunk: Promise<void>[] = [];
  for await (const row of rows) {
    const carried = carry(row);
    carried.catch(() => undefined); // heard below, when the chunk is whole
    chunk.push(carried);
    if (chunk.length < CHUNK) continue;
    await Promise.all(chunk);
    chunk = [];
  }
  await Promise.all(chunk);
}

/**
 * Carries what was committed into the queues: at once by the change stream, and by a sweep every few seconds whatever went by
 * unseen, was lost with a wiped Redis, waited for the morning or fell silent. Any number of relays may run: one of them follows
 * the stream, all sweep; jobs have names, and a job that is there is not added again. Nothing is lost while MongoDB or Redis is
 * away; it goes later.
 */
export function startOutboxRelay(queues: RelayQueues, pace: Partial<RelayPace> = {}): { close(): Promise<void> } {
  const { sweepMs, patienceMs } = { ...PACE, ...pace };
  const carry = carrier(queues, patienceMs);
  const outage = oncePerOutage('relay');
  let isClosing = false;
  let isBehind = true;
  const rest = restless();
  /** False from the first failure until a sweep went through: another relay, which may reach Redis, is to follow meanwhile. */
  let isFit = true;
  const fallBehind = (cause: unknown): void => {
    isBehind = true;
    isFit = false;
    if (!isClosing) outage.trouble(cause);
  };

  const follow = () =>
    followCollections({
      collections: [OutboxModel.collection.name, LEDGER.collection],
      fields: ['pending', 'subject', ...LEDGER.fields],
      onInsert({ collection, document }) {
        if (collection === LEDGER.collection) {
          const due = dueNow(document, now());
          if (due) carry.delivery(due).catch(fallBehind);
          return;
        }
        const row = rowOf(document as unknown as OutboxRow);
        if (row.pending.length > 0) carry.row(row).catch(fallBehind);
      },
      onGap: () => {
        isBehind = true;
        rest.wake();
      },
    });
  const following = keepLease({ name: 'relay', lastsMs: LEASE_MS, isFit: () => isFit, begin: follow });

  async function sweep(): Promise<void> {
    const at = now();
    const patience = isBehind ? 0 : patienceMs;
    isBehind = false;
    await each(pendingRows(new Date(at.getTime() - patience)), carry.row);
    await each(dueDeliveries(at), carry.delivery);
    outage.over();
    isFit = true;
  }
  async function sweepOnAndOn(): Promise<void> {
    while (!isClosing) {
      await sweep().catch(fallBehind);
      if (!isClosing) await rest.take(sweepMs);
    }
  }
  const sweeping = sweepOnAndOn();
  return {
    async close() {
      isClosing = true;
      rest.wake();
      await Promise.all([following.close(), sweeping]);
    },
  };
}
