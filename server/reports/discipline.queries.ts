import type { PipelineStage } from 'mongoose';
import { departmentOf } from '#server/catalogue/index.ts';
import { today } from '#server/platform/clock.ts';
import { countCases } from '#server/register/index.ts';
import type { DisciplineReport } from '#shared/contract/reports.ts';
import type { Period } from '#shared/domain/figures.ts';
import { registeredIn } from './figures.count.ts';

/** What is counted of one department; `days` and `answered` make the average. */
interface Tally {
  received: number;
  onTime: number;
  late: number;
  open: number;
  overdue: number;
  days: number;
  answered: number;
}
/** The time zone by the name that every server of MongoDB knows: `Europe/Kyiv` is newer than some of their tables. */
const ZONE = 'Europe/Kiev';
const of = (state: string) => ({ $sum: { $cond: [{ $eq: ['$state', state] }, 1, 0] } });

/** How each case stands to its terms: open or finished, within them or not; a term that was met late makes it late for good. */
const standing = (on: string): PipelineStage[] => [
  // Withdrawn ones were nobody’s to answer, the term of a merged one is kept by the case that took it in, and what is handled by
  // administrative procedure is no appeal (Law 393/96-ВР, art. 12(2)).
  { $match: { status: { $nin: ['merged', 'withdrawn'] }, procedure: { $ne: 'admin' } } },
  {
    $project: {
      department: {
        $first: {
          $map: {
            input: { $filter: { input: '$executors', as: 'one', cond: { $eq: ['$$one.role', 'main'] } } },
            as: 'one',
            in: '$$one.departmentId',
          },
        },
      },
      isOpen: { $ne: ['$dueOn', null] },
      isLate: {
        $anyElementTrue: {
          $map: {
            input: '$clocks',
            as: 'clock',
            in: { $gt: [{ $ifNull: ['$$clock.metOn', on] }, '$$clock.dueLegal'] },
          },
        },
      },
      days: {
        $cond: [
          { $and: [{ $ne: ['$answeredOn', null] }, { $eq: ['$dueOn', null] }] },
          {
            $dateDiff: {
              startDate: '$receivedAt',
              endDate: { $dateFromString: { dateString: '$answeredOn', timezone: ZONE } },
              unit: 'day',
              timezone: ZONE,
            },
          },
          null,
        ],
      },
    },
  },
  {
    $set: {
      state: {
        $cond: ['$isOpen', { $cond: ['$isLate', 'overdue', 'open'] }, { $cond: ['$isLate', 'late', 'onTime'] }],
      },
    },
  },
];

const addedUp = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (sum, one) => ({
      received: sum.received + one.received,
      onTime: sum.onTime + one.onTime,
      late: sum.late + one.late,
      open: sum.open + one.open,
      overdue: sum.overdue + one.overdue,
      days: sum.days + one.days,
      answered: sum.answered + one.answered,
    }),
    { received: 0, onTime: 0, late: 0, open: 0, overdue: 0, days: 0, answered: 0 },
  );
const tenths = (value: number): number => Math.round(value * 10) / 10;
function shown({ days, answered, ...counts }: Tally): DisciplineReport['total'] {
  const due = counts.onTime + counts.late + counts.overdue;
  return {
    ...counts,
    onTimePercent: due === 0 ? null : tenths((100 * counts.onTime) / due),
    averageDays: answered === 0 ? null : tenths(days / answered),
  };
}

/** How each department kept to the terms of law, by its main executor's cases that were received in the period; most cases first. */
export async function disciplineReport(period: Period): Promise<DisciplineReport> {
  const rows = await countCases<Tally & { _id: unknown }>([
    registeredIn(period),
    ...standing(today()),
    {
      $group: {
        _id: { $ifNull: ['$department', null] },
        received: { $sum: 1 },
        onTime: of('onTime'),
        late: of('late'),
        open: of('open'),
        overdue: of('overdue'),
        days: { $sum: '$days' },
        answered: { $sum: { $cond: [{ $eq: ['$days', null] }, 0, 1] } },
      },
    },
    { $sort: { received: -1, _id: 1 } },
  ]);
  return {
    ...period,
    rows: rows.map(({ _id, ...tally }) => {
      const departmentId = _id ? String(_id) : null;
      const department = departmentId && (departmentOf(departmentId)?.uk ?? departmentId);
      return { departmentId, department, ...shown(tally) };
    }),
    total: shown(addedUp(rows)),
  };
}
