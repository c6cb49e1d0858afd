import type { ClientSession } from 'mongoose';
import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import { type MoneyLine, priceOn } from '#shared/domain/sms-money.ts';
import { BudgetModel, type BudgetRow, PriceModel, type PriceRow } from './budget.model.ts';

/** The amount of a line that holds in a year: the one entered last up to it; null where none was ever. */
export const budgetOf = (line: MoneyLine, year: number, session?: ClientSession): Promise<BudgetRow | null> =>
  BudgetModel.findOne({ line, year: { $lte: year } })
    .sort({ year: -1 })
    .session(session ?? null)
    .lean<BudgetRow>()
    .exec();
/** All prices of a part, the earliest first. */
export const partPrices = (): Promise<PriceRow[]> => PriceModel.find().sort({ _id: 1 }).lean<PriceRow[]>().exec();
/** What one part costs on a date, in kopiykas; throws where no price was ever entered. */
export async function partPriceOn(date: LegalDate): Promise<number> {
  const rows = await partPrices();
  const price = priceOn(
    rows.map(({ _id: validFrom, kopiykas }) => ({ validFrom, kopiykas })),
    date,
  );
  if (price === null) throw new Error('budget: no price of a part was entered');
  return price;
}
