import { catalogue } from '#server/catalogue/index.ts';
import { isHidden } from '#server/moderation/index.ts';
import { now, today } from '#server/platform/clock.ts';
import { Problem } from '#server/platform/problem.ts';
import { isShownCategory } from '#server/register/index.ts';
import type { Statistics, StatisticsFigures, StatisticsScope } from '#shared/contract/statistics.ts';
import { PUBLIC_STATUSES } from '#shared/domain/appeal.ts';
import { countedCases } from './counted.keeper.ts';
import { Tally, tallied } from './tally.ts';

function figuresOf(tally: Tally): StatisticsFigures {
  const { byStatus, overdue, answered, onTime, medianDays } = tally;
  const counts = new Map(PUBLIC_STATUSES.map((status, nth) => [status, byStatus[nth] ?? 0]));
  const inWork = counts.get('in_work') ?? 0;
  return {
    total: byStatus.reduce((sum, count) => sum + count, 0),
    open: (counts.get('received') ?? 0) + inWork,
    inWork,
    overdue,
    answered,
    onTime,
    medianDays,
    byStatus: Object.fromEntries([...counts].filter(([, count]) => count > 0)),
  };
}
/** Each category and the one above it. */
const parentsNow = (): ReadonlyMap<string, string | null> =>
  new Map(catalogue().categories.map(({ code, parentCode }) => [code, parentCode]));
/** A category and all above it, from below. */
function chainOf(code: string, parents: ReadonlyMap<string, string | null>): string[] {
  const chain: string[] = [];
  for (let at: string | null | undefined = code; at && !chain.includes(at); at = parents.get(at)) chain.push(at);
  return chain;
}
/** The codes of a category and of all below it. */
function branchOf(code: string): Set<string> {
  const parents = parentsNow();
  return new Set([code, ...[...parents.keys()].filter((each) => chainOf(each, parents).includes(code))]);
}
/** Every category with what is counted below it, in the catalogue's order; one that may not be shown is passed over. */
function byCategory(leaves: ReadonlyMap<string, Tally>): Statistics['byCategory'] {
  const parents = parentsNow();
  const shownChain = (code: string): string[] => chainOf(code, parents).filter(isShownCategory);
  const sums = new Map<string, Tally>();
  for (const [code, tally] of leaves)
    for (const above of shownChain(code)) {
      const sum = sums.get(above) ?? new Tally();
      sum.add(tally);
      sums.set(above, sum);
    }
  return [...parents.keys()].flatMap((categoryCode) => {
    const sum = sums.get(categoryCode);
    const [, parentCode = null] = shownChain(categoryCode);
    return sum ? [{ categoryCode, parentCode, ...figuresOf(sum) }] : [];
  });
}
const byName = ([a]: readonly [string | null, Tally], [b]: readonly [string | null, Tally]): number =>
  (a ?? '') < (b ?? '') ? -1 : 1;

/**
 * What everybody may see of the register, counted as it stands now. No database is asked. Refusal: 503 `store.unavailable`
 * until the cases were read for the first time.
 */
export async function statisticsOf({ category, district, from, to }: StatisticsScope): Promise<Statistics> {
  const kept = countedCases();
  if (!kept) throw new Problem('store.unavailable');
  const asOf = today();
  const scope = { categories: category === undefined ? undefined : branchOf(category), district, from, to };
  const visibility = { nowMs: now().getTime(), today: asOf, isShownCategory, isHiddenDistrict: isHidden };
  const tallies = await tallied(kept, scope, visibility);
  const districts = [...tallies.byDistrict].sort(byName).map(([districtCode, tally]) => ({
    districtCode,
    ...figuresOf(tally),
  }));
  return {
    asOf,
    ...figuresOf(tallies.total),
    byDistrict: districts.sort((a, b) => b.total - a.total),
    byCategory: byCategory(tallies.byCategory),
    byMonth: [...tallies.byMonth].sort(byName).map(([month, tally]) => ({ month, ...figuresOf(tally) })),
  };
}
