import type { PipelineStage } from 'mongoose';
import type { DeliveryChannel, DeliveryState } from '#shared/domain/delivery.ts';
import { DeliveryModel } from '../delivery.model.ts';

const [MINUTE_MS, HOUR_MS] = [60_000, 3_600_000];
/** How far back the ledger is read: a day of messages, found by an index, never a year of them. */
const [DAY_MS, SHARE_MS] = [24 * HOUR_MS, 30 * MINUTE_MS];
/** Seconds at which the ways of messages are cut into buckets; beyond the last lies whatever took longer. */
const SECONDS = [1, 2, 5, 10, 30, 60, 120, 300, 900, 3_600] as const;
/** From the plan to the provider, and from there to the phone. */
export type Leg = 'to_provider' | 'to_phone';

/** What the ledger tells of its last day. */
export interface LedgerFigures {
  states: { template: string; channel: DeliveryChannel; state: DeliveryState; count: number }[];
  /** Of the last half hour: what providers took, or did not, and why. */
  ended: { channel: DeliveryChannel; isFailed: boolean; cause: string; count: number }[];
  /** Of the last hour. */
  receipts: number;
  accepted: number;
  legs: { leg: Leg; channel: DeliveryChannel; le: number; count: number }[];
}
type Legs = { _id: DeliveryChannel } & Record<`${Leg} ${number}`, number>;
interface Read {
  states: { _id: Omit<LedgerFigures['states'][number], 'count'>; count: number }[];
  ended: { _id: Omit<LedgerFigures['ended'][number], 'count'>; count: number }[];
  heard: Pick<LedgerFigures, 'receipts' | 'accepted'>[];
  legs: Legs[];
}

const first = (...states: DeliveryState[]) => ({
  $first: { $filter: { input: '$changes', cond: { $in: ['$$this.state', states] } } },
});
const since = (path: string, from: Date) => ({ $gte: [path, from] });
const countWhere = (condition: object) => ({ $sum: { $cond: [condition, 1, 0] } });
const FAILED: DeliveryState[] = ['undelivered', 'failed'];
const TAKEN: DeliveryState[] = ['accepted', 'sent', 'delivered'];

function secondsWithin(leg: Leg, from: string, to: string, hourAgo: Date): [string, object][] {
  return [...SECONDS, Number.POSITIVE_INFINITY].map((le) => [
    `${leg} ${le}`,
    countWhere({
      $and: [
        since(to, hourAgo),
        { $gt: [from, null] },
        ...(le === Number.POSITIVE_INFINITY ? [] : [{ $lte: [{ $subtract: [to, from] }, le * 1_000] }]),
      ],
    }),
  ]);
}

/** Reads the last day of the ledger in one pass, for the machine room: counts alone, nothing of anybody. */
export async function readLedger(at: Date): Promise<LedgerFigures> {
  const ago = (ms: number): Date => new Date(at.getTime() - ms);
  const hourAgo = ago(HOUR_MS);
  const receipt = { $regexMatch: { input: '$$this.cause', regex: '^receipt' } };
  const heard = { $filter: { input: '$changes', cond: { $and: [since('$$this.at', hourAgo), receipt] } } };
  const isText = { $eq: ['$channel', 'sms'] };
  // What the night held back was not slow: its way is not timed.
  const planned = { $cond: [{ $eq: [{ $first: '$changes.cause' }, 'quiet-hours'] }, null, { $first: '$changes.at' }] };
  const stages: PipelineStage[] = [
    { $match: { 'changes.0.at': { $gte: ago(DAY_MS) } } },
    {
      $project: {
        template: 1,
        channel: 1,
        state: 1,
        planned,
        last: { $last: '$changes' },
        taken: first('accepted', 'sent'),
        delivered: first('delivered'),
        receipts: { $size: heard },
      },
    },
    {
      $facet: {
        states: [
          { $group: { _id: { template: '$template', channel: '$channel', state: '$state' }, count: { $sum: 1 } } },
        ],
        ended: [
          { $match: { state: { $in: [...FAILED, ...TAKEN] }, 'last.at': { $gte: ago(SHARE_MS) } } },
          { $set: { isFailed: { $in: ['$state', FAILED] } } },
          {
            $group: {
              _id: { channel: '$channel', isFailed: '$isFailed', cause: { $cond: ['$isFailed', '$last.cause', ''] } },
              count: { $sum: 1 },
            },
          },
        ],
        heard: [
          {
            $group: {
              _id: null,
              receipts: { $sum: '$receipts' },
              accepted: countWhere({ $and: [isText, since('$taken.at', hourAgo)] }),
            },
          },
        ],
        legs: [
          {
            $group: {
              _id: '$channel',
              ...Object.fromEntries([
                ...secondsWithin('to_provider', '$planned', '$taken.at', hourAgo),
                ...secondsWithin('to_phone', '$taken.at', '$delivered.at', hourAgo),
              ]),
            },
          },
        ],
      },
    },
  ];
  const [read] = await DeliveryModel.aggregate<Read>(stages).option({ maxTimeMS: 5_000 });
  const { states = [], ended = [], heard: sums = [], legs = [] } = read ?? {};
  return {
    states: states.map(({ _id, count }) => ({ ..._id, count })),
    ended: ended.map(({ _id, count }) => ({ ..._id, count })),
    receipts: sums[0]?.receipts ?? 0,
    accepted: sums[0]?.accepted ?? 0,
    legs: legs.flatMap(({ _id: channel, ...counts }) =>
      (['to_provider', 'to_phone'] as const).flatMap((leg) =>
        [...SECONDS, Number.POSITIVE_INFINITY].map((le) => ({ leg, channel, le, count: counts[`${leg} ${le}`] ?? 0 })),
      ),
    ),
  };
}
