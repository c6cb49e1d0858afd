import * as z from 'zod/mini';
import { PUBLIC_STATUSES } from '#shared/domain/appeal.ts';
import type { CaseFilters } from '#shared/domain/map/filters.ts';
import { endpoint } from './endpoint.ts';
import { code, legalDate } from './fields.ts';
import { caseFilters } from './map.ts';

/** What is counted of some published appeals. */
const figures = {
  total: z.number(),
  /** Received or in work: those that have no answer yet. */
  open: z.number(),
  inWork: z.number(),
  /** The term that runs ended before today. */
  overdue: z.number(),
  /** A final answer was given, and of them those of which every term was kept. */
  answered: z.number(),
  onTime: z.number(),
  /** Calendar days from the receipt within which half of the answers were given; a half where it lies between two days. */
  medianDays: z.nullable(z.number()),
  byStatus: z.partialRecord(z.enum(PUBLIC_STATUSES), z.number()),
};
const Figures = z.object(figures);
export type StatisticsFigures = z.infer<typeof Figures>;

/** The published appeals counted, all of them and part by part; parts without any are left out. */
const Statistics = z.object({
  /** The day in Kyiv on which what is overdue is so. */
  asOf: legalDate(),
  ...figures,
  /** Most appeals first; null is no known district. */
  byDistrict: z.array(z.object({ districtCode: z.nullable(code()), ...figures })),
  /** In the catalogue's order; a branch counts all below it. `parentCode` is null at the top. */
  byCategory: z.array(z.object({ categoryCode: code(), parentCode: z.nullable(code()), ...figures })),
  /** By the month of receipt in Kyiv, the earliest first. */
  byMonth: z.array(z.object({ month: z.string(), ...figures })),
});
export type Statistics = z.infer<typeof Statistics>;

/** Which published appeals are counted, by the filters of the map; the state is what is counted. */
export type StatisticsScope = Pick<CaseFilters, 'category' | 'district' | 'from' | 'to'>;
const { category, district, from, to } = caseFilters;

/** Figures of the published appeals, at most some seconds old; the same cases are in the public list by the same filters. */
export const readStatistics = endpoint({
  method: 'GET',
  path: '/api/v1/statistics',
  summary: 'Published appeals counted: open, overdue, answered on time and how soon, by district, topic and month',
  query: z.strictObject({ category, district, from, to }),
  replies: { 200: Statistics },
  problems: [],
  permission: 'anyone',
  isRevalidated: true,
});
