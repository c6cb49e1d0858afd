import type { ClientSession } from 'mongoose';
import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import type { DaysSpending, MoneyLine, Spent } from '#shared/domain/sms-money.ts';
import { DeliveryModel } from '../delivery.model.ts';

/** What a line has spent this year, and of it on other texts than codes today and on each day; all in kopiykas. */
interface YearSpent extends Spent {
  othersToday: number;
  othersByDay: DaysSpending;
}
/** The days of the year of a date, as a condition. */
export const withinYear = (on: LegalDate) => ({ $gte: `${on.slice(0, 4)}-01-01`, $lte: `${on.slice(0, 4)}-12-31` });

/** Adds up the ledger: the meter has no other source, so that it cannot differ from it. `on` names the year and today. */
export async function spentOf(line: MoneyLine, on: LegalDate, session?: ClientSession): Promise<YearSpent> {
  const days = await DeliveryModel.aggregate<{ _id: { on: LegalDate; isCode: boolean }; kopiykas: number }>([
    { $match: { 'cost.line': line, 'cost.on': withinYear(on) } },
    { $group: { _id: { on: '$cost.on', isCode: '$cost.isCode' }, kopiykas: { $sum: '$cost.kopiykas' } } },
  ]).session(session ?? null);
  const sum = (of: typeof days): number => of.reduce((total, { kopiykas }) => total + kopiykas, 0);
  const ofOthers = days.filter(({ _id }) => !_id.isCode);
  const othersByDay = new Map(ofOthers.map(({ _id, kopiykas }) => [_id.on, kopiykas]));
  const others = sum(ofOthers);
  return { codes: sum(days) - others, others, othersToday: othersByDay.get(on) ?? 0, othersByDay };
}
