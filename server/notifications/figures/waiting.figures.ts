import { OutboxModel } from '#server/platform/outbox.ts';
import type { DeliveryChannel } from '#shared/domain/delivery.ts';
import { DeliveryModel, waiting } from '../delivery.model.ts';

const MINUTE_MS = 60_000;
/** The longest that a busy provider is left alone: a message that waits for that is waiting, not resting until the morning. */
const BACK_OFF_MS = 15 * MINUTE_MS;
/** Longer than any attempt has a message; whatever fell silent before that is being asked after. */
const SILENT_MS = 2 * MINUTE_MS;
/** Rows with which something is still to be done, as the partial index has them: MongoDB takes it for no other condition. */
const OPEN = { dueAt: { $type: 'date' } } as const;
/** Rows of the outbox are counted up to so many: a relay that stands still is as clear from them. */
const MOST = 100_000;

/** What waits at this moment. */
export interface WaitingFigures {
  /** Due and not taken by a provider; `oldestS` is for how many seconds the first of them has been. */
  due: { channel: DeliveryChannel; isCode: boolean; count: number; oldestS: number }[];
  /** Taken for an attempt of which nothing was heard. */
  silent: { channel: DeliveryChannel; count: number }[];
  /** Of which nobody can tell whether they went, of all time. */
  unknown: { channel: DeliveryChannel; count: number }[];
  outbox: { count: number; oldestS: number };
}
type Counted<Key> = { _id: Key; count: number };

const secondsSince = (then: Date, at: Date): number => Math.max(0, (at.getTime() - then.getTime()) / 1_000);

async function dueNow(at: Date): Promise<WaitingFigures['due']> {
  const soon = new Date(at.getTime() + BACK_OFF_MS);
  // Since the first attempt, or since it was due at all: each refusal of a busy provider moves `notBefore` on.
  const attempt = { $first: { $filter: { input: '$changes', cond: { $eq: ['$$this.state', 'sending'] } } } };
  const found = await DeliveryModel.aggregate<Counted<{ channel: DeliveryChannel; isCode: boolean }> & { since: Date }>(
    [
      {
        $match: {
          ...OPEN,
          state: waiting,
          $or: [{ notBefore: { $lte: at } }, { attempts: { $gt: 0 }, notBefore: { $lte: soon } }],
        },
      },
      {
        $project: {
          channel: 1,
          isCode: { $in: ['$recipient.kind', ['phone-code', 'email-code']] },
          since: { $ifNull: [{ $getField: { field: 'at', input: attempt } }, '$notBefore'] },
        },
      },
      { $group: { _id: { channel: '$channel', isCode: '$isCode' }, count: { $sum: 1 }, since: { $min: '$since' } } },
    ],
  ).option({ maxTimeMS: 5_000 });
  return found.map(({ _id, count, since }) => ({ ..._id, count, oldestS: secondsSince(since, at) }));
}
async function byChannel(where: object): Promise<{ channel: DeliveryChannel; count: number }[]> {
  const found = await DeliveryModel.aggregate<Counted<DeliveryChannel>>([
    { $match: where },
    { $group: { _id: '$channel', count: { $sum: 1 } } },
  ]).option({ maxTimeMS: 5_000 });
  return found.map(({ _id: channel, count }) => ({ channel, count }));
}
async function outboxNow(at: Date): Promise<WaitingFigures['outbox']> {
  const pending = { 'pending.0': { $exists: true }, at: { $lte: at } };
  const [count, first] = await Promise.all([
    OutboxModel.countDocuments(pending, { limit: MOST }),
    OutboxModel.findOne(pending).sort({ at: 1 }).select('at').lean<{ at: Date }>(),
  ]);
  return { count, oldestS: first ? secondsSince(first.at, at) : 0 };
}

/** Counts what waits, by indexes that hold open rows alone. */
export async function readWaiting(at: Date): Promise<WaitingFigures> {
  const silent = { ...OPEN, state: 'sending', claimedAt: { $lt: new Date(at.getTime() - SILENT_MS) } };
  const [due, unheard, unknown, outbox] = await Promise.all([
    dueNow(at),
    byChannel(silent),
    byChannel({ state: 'unknown' }),
    outboxNow(at),
  ]);
  return { due, silent: unheard, unknown, outbox };
}
