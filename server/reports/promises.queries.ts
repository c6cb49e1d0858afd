import { today } from '#server/platform/clock.ts';
import { type Case, countCases, indexText, mainDepartment } from '#server/register/index.ts';
import type { PromisesReport } from '#shared/contract/reports.ts';
import { type Period, promiseState } from '#shared/domain/figures.ts';

/** «Обіцянки міста»: what signed answers promised to do by a date in the period, soonest first, and how each stands today. */
export async function promisesReport(period: Period): Promise<PromisesReport> {
  const found = await countCases<Case>([
    { $match: { 'promise.on': { $gte: period.from, $lte: period.to }, regime: 'appeal' } },
    { $sort: { 'promise.on': 1, _id: 1 } },
    { $project: { number: 1, registrationIndex: 1, executors: 1, promise: 1 } },
  ]);
  return {
    ...period,
    rows: found.flatMap((one) => {
      const { _id, number, registrationIndex, promise } = one;
      if (!promise) return [];
      const { on, keptOn, moved } = promise;
      return {
        id: String(_id),
        number,
        registrationIndex: indexText(registrationIndex) ?? '',
        department: mainDepartment(one)?.name ?? null,
        firstOn: moved[0] ?? on,
        on,
        moves: moved.length,
        keptOn,
        state: promiseState(promise, today()),
      };
    }),
  };
}
