import { Types } from 'mongoose';
import { fullName } from '#server/people/index.ts';
import { now } from '#server/platform/clock.ts';
import {
  type Anomalies,
  HASH_SIGNS,
  type HeldGroup,
  type SignatureSource,
} from '#shared/contract/petition-signatures.ts';
import { SUSPICIONS, type Suspicion } from '#shared/domain/petition.ts';
import type { Petition } from './petition.model.ts';
import { type PetitionSignature, SignatureModel } from './signature.model.ts';

type Name = Pick<PetitionSignature, 'lastName' | 'firstName' | 'patronymic'>;
const HOUR_MS = 3_600_000;
/** How far back is looked, in hours. */
const HOURS = 72;
/** Groups on a page, names of each that are shown, and sources in a table. */
const [GROUPS_A_PAGE, NAMES, MOST_SOURCES] = [20, 5, 10];
const prefixOf = (field: string) => ({ $substrCP: [field, 0, HASH_SIGNS] });

/** Ids of rows that were made within so many milliseconds by the machines' own clock begin no earlier. */
export const idsSince = (reachMs: number): Types.ObjectId => {
  const present = new Types.ObjectId().getTimestamp().getTime();
  return Types.ObjectId.createFromTime(Math.floor((present - reachMs) / 1_000));
};

/** A group as the database counts it. */
interface Counted {
  _id: string;
  count: number;
  firstAt: Date;
  lastAt: Date;
  names: Name[];
}
async function heldBy({ _id: petitionId }: Petition, kind: Suspicion): Promise<HeldGroup[]> {
  const counted = await SignatureModel.aggregate<Counted>([
    { $match: { petitionId, window: 0, held: kind } },
    { $sort: { _id: 1 } },
    {
      $group: {
        _id: prefixOf(`$${kind}`),
        count: { $sum: 1 },
        firstAt: { $min: '$at' },
        lastAt: { $max: '$at' },
        names: {
          $firstN: {
            input: { lastName: '$lastName', firstName: '$firstName', patronymic: '$patronymic' },
            n: NAMES,
          },
        },
      },
    },
  ]);
  return counted.map(({ _id: hash, count, firstAt, lastAt, names }) => ({
    kind,
    hash,
    count,
    firstAt: firstAt.toISOString(),
    lastAt: lastAt.toISOString(),
    names: names.map(fullName),
  }));
}
/** One page of the groups of signatures that wait for a moderator, the largest first, and how many groups there are. */
export async function heldGroups(
  petition: Petition,
  page: number,
): Promise<{ items: HeldGroup[]; total: number; pages: number }> {
  const all = (await Promise.all(SUSPICIONS.map((kind) => heldBy(petition, kind)))).flat();
  all.sort((a, b) => b.count - a.count || a.hash.localeCompare(b.hash));
  return {
    items: all.slice((page - 1) * GROUPS_A_PAGE, page * GROUPS_A_PAGE),
    total: all.length,
    pages: Math.max(1, Math.ceil(all.length / GROUPS_A_PAGE)),
  };
}

const one = (condition: object) => ({ $sum: { $cond: [condition, 1, 0] } });
const isHeld = { $eq: ['$window', 0] };
/** Stages that count signatures by a source and keep the ten that brought most. */
const sourcesBy = (kind: Suspicion) => [
  { $match: { [kind]: { $ne: null } } },
  {
    $group: {
      _id: prefixOf(`$${kind}`),
      count: { $sum: 1 },
      held: one(isHeld),
      removed: one({ $eq: [{ $type: '$keys' }, 'missing'] }),
    },
  },
  { $sort: { count: -1 as const, _id: 1 as const } },
  { $limit: MOST_SOURCES },
  { $project: { _id: 0, hash: '$_id', count: 1, held: 1, removed: 1 } },
];
type Hour = { _id: number; eid: number; sms: number; held: number };

/** How signatures of a petition came in the last 72 hours, hour by hour, and what brought most of them. */
export async function anomaliesOf({ _id: petitionId }: Petition): Promise<Anomalies> {
  const lastHour = Math.floor(now().getTime() / HOUR_MS);
  const firstHour = lastHour - HOURS + 1;
  const first = new Date(firstHour * HOUR_MS);
  const [{ hours, networks, ranges } = { hours: [], networks: [], ranges: [] }] = await SignatureModel.aggregate<{
    hours: Hour[];
    networks: SignatureSource[];
    ranges: SignatureSource[];
  }>([
    // Of all indexes only that of the ids knows the time.
    { $match: { _id: { $gte: idsSince((HOURS + 1) * HOUR_MS) }, petitionId, at: { $gte: first } } },
    { $project: { at: 1, method: 1, window: 1, network: 1, range: 1, keys: 1 } },
    {
      $facet: {
        hours: [
          {
            $group: {
              _id: { $floor: { $divide: [{ $toLong: '$at' }, HOUR_MS] } },
              eid: one({ $eq: ['$method', 'eid'] }),
              sms: one({ $eq: ['$method', 'sms'] }),
              held: one(isHeld),
            },
          },
        ],
        networks: sourcesBy('network'),
        ranges: sourcesBy('range'),
      },
    },
  ]);
  const known = new Map(hours.map((hour) => [Number(hour._id), hour]));
  return {
    hours: Array.from({ length: HOURS }, (_, i) => {
      const { eid = 0, sms = 0, held = 0 } = known.get(firstHour + i) ?? {};
      return { at: new Date((firstHour + i) * HOUR_MS).toISOString(), eid, sms, held };
    }),
    networks,
    ranges,
  };
}
