import type { HalfYearReport, QuarterReport } from '#shared/contract/reports.ts';
import {
  COMPARED_GROUPS,
  type Figures,
  partOf,
  quarterOf,
  RECEIPT_FORMS,
  type ReceiptForm,
  type YearPart,
} from '#shared/domain/figures.ts';
import { figuresBy, sumOf } from './figures.count.ts';

/** «Дані щодо звернень громадян, що надійшли…»: a row for each form of receipt; by post are counted those by phone too, which are told apart below. */
export async function quarterReport({ year, quarter }: { year: number; quarter: number }): Promise<QuarterReport> {
  const period = quarterOf(year, quarter);
  const byForm = await figuresBy<ReceiptForm>(period, 'receiptForm');
  const rows = RECEIPT_FORMS.map((form) => {
    const within = [...byForm].filter(([each]) => each === form || each.startsWith(`${form}.`));
    return { form, figures: sumOf(within.map(([, figures]) => figures)) };
  });
  return { ...period, rows, total: sumOf([...byForm.values()]) };
}

type Counts = ReadonlyMap<number, Figures>;
const isCompared = (group: number): boolean => COMPARED_GROUPS.some((each) => each === group);
/** A half-year, or a year, beside the same part of the year before. */
export async function halfYearReport({ year, part }: { year: number; part: YearPart }): Promise<HalfYearReport> {
  const [period, previous] = [partOf(year, part), partOf(year - 1, part)];
  const [now, before] = await Promise.all([
    figuresBy<number>(period, 'questionGroup'),
    figuresBy<number>(previous, 'questionGroup'),
  ]);
  const count = (counts: Counts, group: number): number => counts.get(group)?.total ?? 0;
  const others = (counts: Counts): number =>
    [...counts.keys()].reduce((sum, group) => (isCompared(group) ? sum : sum + count(counts, group)), 0);
  return {
    ...period,
    beforeFrom: previous.from,
    beforeTo: previous.to,
    now: sumOf([...now.values()]),
    before: sumOf([...before.values()]),
    groups: [
      ...COMPARED_GROUPS.map((group) => ({ group, before: count(before, group), now: count(now, group) })),
      { group: null, before: others(before), now: others(now) },
    ],
  };
}
