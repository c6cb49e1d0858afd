import { today } from '#server/platform/clock.ts';
import type { LineMoney, Money } from '#shared/contract/message-budget.ts';
import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import {
  dailySpending,
  dayLimit,
  evenPace,
  leftFor,
  likelySpending,
  MONEY_LINES,
  type MoneyLine,
  moneyEndsOn,
  moneyForOthers,
  WARNING_SHARE,
} from '#shared/domain/sms-money.ts';
import { budgetOf, budgetsEntered, partPriceOn, partPrices } from './budget.queries.ts';
import { spentOf } from './spent.queries.ts';

/** Where a line stands on a day: what it has, spent and will come to, added up from the ledger. */
async function lineMoney(line: MoneyLine, on: LegalDate, price: number): Promise<LineMoney> {
  const [budget, spent] = await Promise.all([budgetOf(line, Number(on.slice(0, 4))), spentOf(line, on)]);
  const amount = budget?.kopiykas ?? 0;
  const left = leftFor(amount, spent, false);
  const isEnded = left < price;
  const whole = moneyForOthers(amount);
  const isWarning = whole - left >= whole * WARNING_SHARE;
  return {
    line,
    amount,
    year: budget?.year ?? Number(on.slice(0, 4)),
    source: budget?.source ?? '',
    version: budget?.version ?? 0,
    reserve: amount - whole,
    spentOnCodes: spent.codes,
    spentOnOthers: spent.others,
    left,
    evenPace: evenPace(amount, on),
    daily: Math.round(dailySpending(spent.othersByDay, on)),
    dayLimit: dayLimit(amount, on),
    spentToday: spent.othersToday,
    endsOn: isEnded ? on : moneyEndsOn(left, likelySpending(spent.othersByDay, on), on),
    state: isEnded ? 'ended' : isWarning ? 'warning' : 'enough',
  };
}
/** Where all lines stand today. */
export async function linesMoney(): Promise<LineMoney[]> {
  const on = today();
  const price = await partPriceOn(on);
  return Promise.all(MONEY_LINES.map((line) => lineMoney(line, on, price)));
}
/** The same with the prices of a part and all amounts that were entered. */
export async function moneyNow(): Promise<Money> {
  const [lines, prices, pricePerPart, budgets] = await Promise.all([
    linesMoney(),
    partPrices(),
    partPriceOn(today()),
    budgetsEntered(),
  ]);
  return {
    today: today(),
    lines,
    pricePerPart,
    prices: prices.map(({ _id, kopiykas, source, version }) => ({ validFrom: _id, kopiykas, source, version })),
    budgets: budgets.map(({ line, year, kopiykas, source, version }) => ({ line, year, kopiykas, source, version })),
  };
}
