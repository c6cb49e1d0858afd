import { Types } from 'mongoose';
import { now } from '#server/platform/clock.ts';
import { readCursor, writeCursor } from '#server/platform/cursor.ts';
import type { Parsed } from '#shared/contract/endpoint.ts';
import type { listWrongMessages, MessageHealth, WrongMessage } from '#shared/contract/messages.ts';
import { DELIVERY_CHANNELS } from '#shared/domain/delivery.ts';
import { type Delivery, DeliveryModel } from './delivery.model.ts';
import { isCode } from './recipient.ts';

const HEALTH_DAYS = 7;
const DAY_MS = 86_400_000;
const MOST_CAUSES = 12;
/** In these states a message did not arrive, and its last change says why. */
const WENT_WRONG = ['undelivered', 'failed', 'suppressed', 'unknown'];

type Tally = { channel: Delivery['channel']; state: Delivery['state']; cause: string | null; count: number };
/** How many messages tried since an instant are in each state, those that did not arrive by their cause. */
const tally = (since: Date): Promise<Tally[]> =>
  DeliveryModel.aggregate<Tally>([
    { $match: { claimedAt: { $gte: since } } },
    {
      $group: {
        _id: {
          channel: '$channel',
          state: '$state',
          cause: { $cond: [{ $in: ['$state', WENT_WRONG] }, { $last: '$changes.cause' }, null] },
        },
        count: { $sum: 1 },
      },
    },
    { $project: { _id: 0, channel: '$_id.channel', state: '$_id.state', cause: '$_id.cause', count: 1 } },
  ]);
const waiting = { state: { $in: ['planned', 'queued'] } } as const;
/** How many messages wait: those to be sent now, and since when the oldest of them. */
export async function queueNow(): Promise<{ due: number; oldestSince: Date | null; later: number }> {
  const at = now();
  const [due, oldest, later] = await Promise.all([
    DeliveryModel.countDocuments({ dueAt: { $lte: at }, notBefore: { $lte: at }, ...waiting }),
    DeliveryModel.findOne({ dueAt: { $lte: at }, ...waiting })
      .sort({ dueAt: 1 })
      .select('notBefore')
      .lean<Pick<Delivery, 'notBefore'>>(),
    DeliveryModel.countDocuments({ dueAt: { $gt: at }, notBefore: { $gt: at }, ...waiting }),
  ]);
  return { due, oldestSince: oldest?.notBefore ?? null, later };
}
/** How the messages of the last seven days fared, and what waits. */
export async function messageHealth(): Promise<MessageHealth> {
  const since = new Date(now().getTime() - HEALTH_DAYS * DAY_MS);
  const [found, { due, oldestSince, later }] = await Promise.all([tally(since), queueNow()]);
  const sum = (rows: readonly Tally[]): number => rows.reduce((total, { count }) => total + count, 0);
  const channels = DELIVERY_CHANNELS.map((channel) => {
    const theirs = found.filter((one) => one.channel === channel);
    const states = [...new Set(theirs.map(({ state }) => state))];
    return {
      channel,
      states: states.map((state) => ({ state, count: sum(theirs.filter((one) => one.state === state)) })),
      total: sum(theirs),
    };
  });
  const failures = found.flatMap(({ channel, cause, count }) => (cause === null ? [] : [{ channel, cause, count }]));
  return {
    since: since.toISOString(),
    channels,
    failures: failures.sort((a, b) => b.count - a.count).slice(0, MOST_CAUSES),
    queue: { due, oldestSince: oldestSince?.toISOString() ?? null, later },
  };
}

/** Of these messages, those that were sent again: by event, recipient, template, way and round. */
async function laterRounds(rows: readonly Delivery[]): Promise<Set<string>> {
  const later = await DeliveryModel.find({ eventId: { $in: rows.map(({ eventId }) => eventId) }, round: { $gt: 1 } })
    .select('eventId recipient template channel round')
    .lean<Delivery[]>();
  return new Set(later.map((row) => keyOf(row, row.round - 1)));
}
const keyOf = ({ eventId, recipient, template, channel }: Delivery, round: number): string =>
  [eventId, recipient.kind, recipient.id, template, channel, round].join(' ');

/** One page of the messages that went wrong, newest first, with how many there are. */
export async function wrongMessages({
  state,
  cursor,
  limit,
}: Parsed<typeof listWrongMessages, 'query'>): Promise<{ items: WrongMessage[]; next: string | null; total: number }> {
  const listing = `messages ${state}`;
  const before = cursor === undefined ? {} : { _id: { $lt: new Types.ObjectId(readCursor(cursor, listing).id) } };
  const [rows, total] = await Promise.all([
    DeliveryModel.find({ state, ...before })
      .sort({ _id: -1 })
      .limit(limit + 1)
      .lean<Delivery[]>(),
    DeliveryModel.countDocuments({ state }),
  ]);
  const shown = rows.slice(0, limit);
  const again = await laterRounds(shown);
  const items = shown.map((row): WrongMessage => {
    const { _id, channel, template, subject, changes, round, values, recipient, notBefore } = row;
    const last = changes.at(-1);
    return {
      id: String(_id),
      channel,
      template,
      state,
      cause: last?.cause ?? '',
      at: (last?.at ?? notBefore).toISOString(),
      round,
      caseId: subject.kind === 'case' ? subject.id : null,
      number: values.number,
      mayResend: !isCode(recipient.kind) && !again.has(keyOf(row, round)),
    };
  });
  const last = shown.at(-1);
  const next = rows.length > limit && last ? writeCursor({ key: null, id: String(last._id) }, listing) : null;
  return { items, next, total };
}
