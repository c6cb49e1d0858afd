import { type Period, partOf, quarterOf, type YearPart } from '#shared/domain/figures.ts';

/** The reports of the register. */
export const REPORTS = ['journal', 'quarter', 'half-year', 'discipline', 'promises', 'executors'] as const;
export type ReportName = (typeof REPORTS)[number];

/** Which report, and for what time; each report takes of it what it needs. */
export interface FigureChoice extends Period {
  report: ReportName;
  year: number;
  quarter: number;
  part: YearPart;
}
/** The first year that the calendar of law knows. */
const FIRST_YEAR = 2024;
const MOST_DAYS = 366;

/** What is shown first: the journal of this month; the quarter and the half-year that run. */
export function firstChoice(today: string): FigureChoice {
  const [year = 0, month = 0] = today.split('-').map(Number);
  return {
    report: 'journal',
    year,
    quarter: Math.ceil(month / 3),
    part: month <= 6 ? 'first-half' : 'second-half',
    from: `${today.slice(0, 8)}01`,
    to: today,
  };
}
/** The years that can be chosen, the present one first. */
export const yearsUntil = (today: string): number[] => {
  const present = Number(today.slice(0, 4));
  return Array.from({ length: Math.max(1, present - FIRST_YEAR + 1) }, (_, i) => present - i);
};
/** True for days in order, a year of them at the most. */
export function areDaysRight({ from, to }: Period): boolean {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
  return days >= 1 && days <= MOST_DAYS;
}
/** Whether a report is of the present moment, and of no time that could be chosen. */
export const isOfNow = (report: ReportName): boolean => report === 'executors';
/** Whether a report is asked for by days; the others by parts of a year, or for none. */
export const isByDays = (report: ReportName): boolean =>
  !isOfNow(report) && report !== 'quarter' && report !== 'half-year';
/** The days that a choice means. */
export function daysOf({ report, year, quarter, part, from, to }: FigureChoice): Period {
  if (isByDays(report)) return { from, to };
  if (isOfNow(report)) return { from: to, to };
  return report === 'quarter' ? quarterOf(year, quarter) : partOf(year, part);
}
/** The address of a choice as a file. */
export function fileAddress(choice: FigureChoice, format: 'csv' | 'xlsx' | 'pdf'): string {
  const { report, year, quarter, part, from, to } = choice;
  if (isOfNow(report)) return `/api/v1/reports/${report}.${format}`;
  const query = isByDays(report)
    ? { from, to }
    : { year: String(year), ...(report === 'quarter' ? { quarter: String(quarter) } : { part }) };
  return `/api/v1/reports/${report}.${format}?${new URLSearchParams(query)}`;
}
