import mongoose, { type PipelineStage } from 'mongoose';
import type { Statistics, StatisticsFigures } from '#shared/contract/statistics.ts';
import { PUBLIC_STATUSES } from '#shared/domain/appeal.ts';

/** What the recount goes by: which cases are public, and what day it is. */
export interface RecountRules {
  /** `publiclyReadable` and the filters, as a `$match`. */
  match: Record<string, unknown>;
  today: string;
}
type Expression = Record<string, unknown>;
/** The time zone by the name that every server of MongoDB knows. */
const ZONE = 'Europe/Kiev';
const is = (field: string, ...values: string[]): Expression => ({ $in: [`$${field}`, values] });
const isAnswered = is('status', 'answered', 'closed');
const isPromised: Expression = {
  $and: [
    is('result', 'explained'),
    { $ne: [{ $ifNull: ['$promise', null] }, null] },
    { $eq: [{ $ifNull: ['$promise.keptOn', null] }, null] },
  ],
};
/** The public state of an appeal in MongoDB's language, written anew from the rules: the first that fits. */
const STATUS = [
  [is('status', 'submitted', 'registered'), 'received'],
  [is('status', 'assigned', 'in_progress', 'on_site_check', 'answer_review', 'reopened'), 'in_work'],
  [is('status', 'forwarded'), 'forwarded'],
  [is('status', 'merged'), { $ifNull: ['$result', 'in_work'] }],
  [{ $not: isAnswered }, 'not_considered'],
  [isPromised, 'planned'],
].reduceRight<unknown>((rest, [condition, state]) => ({ $cond: [condition, state, rest] }), {
  $ifNull: ['$result', 'received'],
});
const IS_COUNTED: Expression = {
  $and: [
    { $ne: ['$answeredOn', null] },
    { $eq: ['$dueOn', null] },
    { $ne: ['$procedure', 'admin'] },
    { $not: is('status', 'merged', 'withdrawn') },
    { $gt: [{ $size: '$clocks' }, 0] },
  ],
};
const IS_ON_TIME: Expression = {
  $allElementsTrue: {
    $map: {
      input: '$clocks',
      as: 'clock',
      in: { $and: [{ $ne: ['$$clock.metOn', null] }, { $lte: ['$$clock.metOn', '$$clock.dueLegal'] }] },
    },
  },
};
const DAYS: Expression = {
  $dateDiff: {
    startDate: '$receivedAt',
    endDate: { $dateFromString: { dateString: '$answeredOn', timezone: ZONE } },
    unit: 'day',
    timezone: ZONE,
  },
};
const count = (condition: Expression): Expression => ({ $sum: { $cond: [condition, 1, 0] } });
const group = (key: unknown): PipelineStage.FacetPipelineStage[] => [
  {
    $group: {
      _id: key,
      ...Object.fromEntries(PUBLIC_STATUSES.map((status) => [status, count({ $eq: ['$shown', status] })])),
      overdue: count({ $eq: ['$isOverdue', true] }),
      answered: count({ $ne: ['$days', null] }),
      onTime: count({ $and: [{ $ne: ['$days', null] }, '$isOnTime'] }),
      days: { $push: '$days' },
    },
  } as PipelineStage.Group,
];
/** One row of a group by whatever it is grouped. */
type Row = Record<(typeof PUBLIC_STATUSES)[number] | 'overdue' | 'answered' | 'onTime', number> & {
  _id: string | null;
  days: (number | null)[];
};
function figuresOf(row: Row | undefined): StatisticsFigures {
  const days = (row?.days ?? []).filter((each) => each !== null).sort((a, b) => a - b);
  const [lower, upper] = [days[Math.floor((days.length - 1) / 2)], days[Math.ceil((days.length - 1) / 2)]];
  const byStatus = Object.fromEntries(
    PUBLIC_STATUSES.flatMap((status) => (row?.[status] ? [[status, row[status]]] : [])),
  );
  return {
    total: Object.values(byStatus).reduce((sum, each) => sum + each, 0),
    open: (row?.received ?? 0) + (row?.in_work ?? 0),
    inWork: row?.in_work ?? 0,
    overdue: row?.overdue ?? 0,
    answered: row?.answered ?? 0,
    onTime: row?.onTime ?? 0,
    medianDays: lower === undefined || upper === undefined ? null : (lower + upper) / 2,
    byStatus,
  };
}
const named = (rows: readonly Row[]): Record<string, StatisticsFigures> =>
  Object.fromEntries(rows.map((row) => [String(row._id), figuresOf(row)]));

/** The figures by their parts' names, in no order; categories as the cases have them, without what lies above. */
export interface Recount {
  total: StatisticsFigures;
  byDistrict: Record<string, StatisticsFigures>;
  byCategory: Record<string, StatisticsFigures>;
  byMonth: Record<string, StatisticsFigures>;
}
/** Counts the published cases anew by MongoDB's own `$group`, with nothing of the product's. */
export async function recount({ match, today }: RecountRules): Promise<Recount> {
  const [found] = await mongoose.connection
    .collection('cases')
    .aggregate<Record<'total' | 'byDistrict' | 'byCategory' | 'byMonth', Row[]>>(
      [
        { $match: match },
        {
          $project: {
            shown: STATUS,
            district: { $ifNull: ['$publication.districtCode', null] },
            categoryCode: 1,
            month: { $dateToString: { date: '$receivedAt', format: '%Y-%m', timezone: ZONE } },
            isOverdue: { $and: [{ $ne: ['$dueOn', null] }, { $lt: ['$dueOn', today] }] },
            isOnTime: IS_ON_TIME,
            days: { $cond: [IS_COUNTED, { $min: [{ $max: [DAYS, 0] }, 1_000] }, null] },
          },
        },
        {
          $facet: {
            total: group(null),
            byDistrict: group('$district'),
            byCategory: group('$categoryCode'),
            byMonth: group('$month'),
          },
        },
      ],
      { allowDiskUse: true },
    )
    .toArray();
  return {
    total: figuresOf(found?.total[0]),
    byDistrict: named(found?.byDistrict ?? []),
    byCategory: named(found?.byCategory ?? []),
    byMonth: named(found?.byMonth ?? []),
  };
}
/** The product's answer in the same form; of the categories those that have none below them. */
export function asRecount({ asOf: _, byDistrict, byCategory, byMonth, ...total }: Statistics): Recount {
  const branches = new Set(byCategory.map(({ parentCode }) => parentCode));
  return {
    total,
    byDistrict: Object.fromEntries(byDistrict.map(({ districtCode, ...figures }) => [String(districtCode), figures])),
    byCategory: Object.fromEntries(
      byCategory.flatMap(({ categoryCode, parentCode: _, ...figures }) =>
        branches.has(categoryCode) ? [] : [[categoryCode, figures]],
      ),
    ),
    byMonth: Object.fromEntries(byMonth.map(({ month, ...figures }) => [month, figures])),
  };
}
