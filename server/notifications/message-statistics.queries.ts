import { now, today } from '#server/platform/clock.ts';
import type { MessageDay, MessageYear } from '#shared/contract/message-statistics.ts';
import { MONEY_LINES } from '#shared/domain/sms-money.ts';
import { type Delivery, DeliveryModel } from './delivery.model.ts';

const countOf = (...states: readonly Delivery['state'][]) => ({ $sum: { $cond: [{ $in: ['$state', states] }, 1, 0] } });
const ofLines = (from: string, to: string) => ({
  'cost.line': { $in: [...MONEY_LINES] },
  'cost.on': { $gte: from, $lte: to },
});
/** Adds up the texts of a year from the ledger, by day, line and kind. */
const daysOf = (year: number): Promise<MessageDay[]> =>
  DeliveryModel.aggregate<MessageDay>([
    { $match: ofLines(`${year}-01-01`, `${year}-12-31`) },
    {
      $group: {
        _id: { on: '$cost.on', line: '$cost.line', template: '$template' },
        texts: { $sum: 1 },
        delivered: countOf('delivered'),
        failed: countOf('undelivered', 'failed'),
        parts: { $sum: '$parts' },
        kopiykas: { $sum: '$cost.kopiykas' },
      },
    },
    { $replaceWith: { $mergeObjects: ['$_id', '$$ROOT'] } },
    { $unset: '_id' },
    { $sort: { on: 1, line: 1, template: 1 } },
  ]).exec();
async function firstYear(): Promise<number | null> {
  const firsts = MONEY_LINES.map((line) =>
    DeliveryModel.findOne({ 'cost.line': line, 'cost.on': { $gte: '' } })
      .sort({ 'cost.on': 1 })
      .select('cost')
      .lean<Pick<Delivery, 'cost'>>(),
  );
  const years = (await Promise.all(firsts)).flatMap((row) => (row?.cost ? [Number(row.cost.on.slice(0, 4))] : []));
  return years.length > 0 ? Math.min(...years) : null;
}
async function readYear(year: number): Promise<MessageYear> {
  const last = Number(today().slice(0, 4));
  const [days, first] = await Promise.all([daysOf(year), firstYear()]);
  const years = Array.from({ length: last - (first ?? last) + 1 }, (_, n) => last - n);
  return { year, years, days };
}

const FRESH_MS = 30_000;
const known = new Map<number, { at: number; year: Promise<MessageYear> }>();
/**
 * The texts of a year, this one unless said otherwise, by day, line and kind; at most half a minute old, so that a page that
 * anybody may ask for costs the ledger little.
 */
export function messageYear(year = Number(today().slice(0, 4))): Promise<MessageYear> {
  const at = now().getTime();
  const before = known.get(year);
  if (before && at - before.at < FRESH_MS && at >= before.at) return before.year;
  const fresh = readYear(year);
  known.set(year, { at, year: fresh });
  fresh.catch(() => known.delete(year));
  return fresh;
}
