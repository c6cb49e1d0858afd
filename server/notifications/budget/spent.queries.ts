import type { ClientSession } from 'mongoose';
import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import type { DaysSpending, MoneyLine, Spent } from '#shared/domain/sms-money.ts';
import { DeliveryModel } from '../delivery.model.ts';

/** What a line has spent this year, and of it today on other texts than codes; all in kopiykas. */
export interface YearSpent extends Spent {
  othersToday: number;
}
/** The days of the year of a date, as a condition. */
export const withinYear = (on: LegalDate) => ({ $gte: `${on.slice(0, 4)}-01-01`, $lte: `${on.slice(0, 4)}-12-31` });
const ofYear = (line: MoneyLine, on: LegalDate) => ({ 'cost.line': line, 'cost.on': withinYear(on) });

/** Adds up the ledger: the meter has no other source, so that it cannot differ from it. `on` names the year and today. */
export async function spentOf(line: MoneyLine, on: LegalDate, session?: ClientSession): Promise<YearSpent> {
  const sumWhere = (condition: object | string) => ({ $sum: { $cond: [condition, '$cost.kopiykas', 0] } });
  const isOther = { $eq: ['$cost.isCode', false] };
  const [sums] = await DeliveryModel.aggregate<YearSpent>([
    { $match: ofYear(line, on) },
    {
      $group: {
        _id: null,
        codes: sumWhere('$cost.isCode'),
        others: sumWhere(isOther),
        othersToday: sumWhere({ $and: [isOther, { $eq: ['$cost.on', on] }] }),
      },
    },
    { $project: { _id: 0 } },
  ]).session(session ?? null);
  return sums ?? { codes: 0, others: 0, othersToday: 0 };
}
/** What other texts than codes cost this line on each day of the year, in kopiykas. */
export async function daysOfYear(line: MoneyLine, on: LegalDate): Promise<DaysSpending> {
  const days = await DeliveryModel.aggregate<{ _id: LegalDate; kopiykas: number }>([
    { $match: { ...ofYear(line, on), 'cost.isCode': false } },
    { $group: { _id: '$cost.on', kopiykas: { $sum: '$cost.kopiykas' } } },
  ]);
  return new Map(days.map(({ _id, kopiykas }) => [_id, kopiykas]));
}
