import { Types } from 'mongoose';
import { now } from '#server/platform/clock.ts';
import { readCursor, writeCursor } from '#server/platform/cursor.ts';
import type { Brought, Parsed } from '#shared/contract/endpoint.ts';
import {
  type listWrongMessages,
  type MessageHealth,
  WRONG_STATES,
  type WrongMessage,
} from '#shared/contract/messages.ts';
import { DELIVERY_CHANNELS } from '#shared/domain/delivery.ts';
import { type Delivery, DeliveryModel, waiting } from './delivery.model.ts';
import { isCode } from './recipient.ts';

const HEALTH_DAYS = 7;
const DAY_MS = 86_400_000;
const MOST_CAUSES = 12;
/** In these states a message did not arrive, and its last change says why. */
const WENT_WRONG = [...WRONG_STATES, 'suppressed'];

type Tally = { channel: Delivery['channel']; state: Delivery['state']; cause: string | null; count: number };
/** How many messages tried or held back since an instant are in each state, those that did not arrive by their cause. */
const tally = (since: Date): Promise<Tally[]> =>
  DeliveryModel.aggregate<Tally>([
    { $match: { $or: [{ claimedAt: { $gte: since } }, { state: 'suppressed', notBefore: { $gte: since } }] } },
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
/** What waits, in one pass over what is open; a message stays open while its job is in the queue. */
async function queueNow(): Promise<MessageHealth['queue']> {
  const isDue = { $lte: ['$notBefore', now()] };
  const [open] = await DeliveryModel.aggregate<{ due: number; oldestSince: Date | null; later: number }>([
    { $match: { dueAt: { $type: 'date' }, state: waiting } },
    {
      $group: {
        _id: null,
        due: { $sum: { $cond: [isDue, 1, 0] } },
        oldestSince: { $min: { $cond: [isDue, '$notBefore', null] } },
        later: { $sum: { $cond: [isDue, 0, 1] } },
      },
    },
  ]);
  const { due = 0, oldestSince = null, later = 0 } = open ?? {};
  return { due, oldestSince: oldestSince?.toISOString() ?? null, later };
}
/** How the messages of the last seven days fared, and what waits. */
export async function messageHealth(): Promise<MessageHealth> {
  const at = now();
  const since = new Date(at.getTime() - HEALTH_DAYS * DAY_MS);
  const [found, queue] = await Promise.all([tally(since), queueNow()]);
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
    at: at.toISOString(),
    channels,
    failures: failures.sort((a, b) => b.count - a.count).slice(0, MOST_CAUSES),
    queue,
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

type WrongCounts = Brought<typeof listWrongMessages>['counts'];
/** How many messages went wrong, by the way they did. */
async function countWrong(): Promise<WrongCounts> {
  const counted = WRONG_STATES.map(async (state) => [state, await DeliveryModel.countDocuments({ state })]);
  return Object.fromEntries(await Promise.all(counted)) as WrongCounts;
}
/** One page of the messages that went wrong, newest first, with how many there are. */
export async function wrongMessages({
  state,
  cursor,
  limit,
}: Parsed<typeof listWrongMessages, 'query'>): Promise<Brought<typeof listWrongMessages>> {
  const listing = `messages ${state}`;
  const before = cursor === undefined ? {} : { _id: { $lt: new Types.ObjectId(readCursor(cursor, listing).id) } };
  const [rows, counts] = await Promise.all([
    DeliveryModel.find({ state, ...before })
      .sort({ _id: -1 })
      .limit(limit + 1)
      .lean<Delivery[]>(),
    countWrong(),
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
  return { items, next, total: counts[state], counts };
}
