import { median, quantile, type Ratio, type Times } from './figures.ts';

/** What a job is held to. */
interface Target {
  /** What it says, in words for the table. */
  bar: string;
  isMet: boolean;
  /** What was measured, for the table; where it is left out, the ratio, time or figure of the same name. */
  measured?: string | Ratio;
}
/** What one job came to, as the JSON file has it. */
export interface JobResult {
  job: string;
  /** What was counted, by what it is. */
  figures: Record<string, number>;
  /** Middle times in milliseconds, by what was measured and who did it. */
  medians: Record<string, number>;
  ratios: { naive: Record<string, Ratio>; floor: Record<string, Ratio> };
  targets: Record<string, string>;
  met: Record<string, boolean>;
  /** What each target is judged by, where it has no figure of its own name. */
  measured: Record<string, string>;
  /** Why the job came to no end; it then has no verdict on what it did not reach. */
  failed?: string;
  /** Targets that this scale can say nothing about. */
  notJudged: string[];
}
/** Gathers the figures of one job; targets count only from the scale on that they were set for. */
export class Result {
  readonly #found: JobResult;
  readonly #scale: number;

  constructor(job: string, scale: number) {
    this.#scale = scale;
    this.#found = {
      job,
      figures: {},
      medians: {},
      ratios: { naive: {}, floor: {} },
      targets: {},
      met: {},
      measured: {},
      notJudged: [],
    };
  }
  times(what: string, times: Times): void {
    this.#found.medians[what] = median(times);
    this.#found.medians[`${what}, p99`] = quantile(times, 0.99);
  }
  figure(what: string, figure: number): void {
    this.#found.figures[what] = figure;
  }
  ratio(rival: 'naive' | 'floor', what: string, ratio: Ratio): void {
    this.#found.ratios[rival][what] = ratio;
  }
  target(what: string, { bar, isMet, measured }: Target, fromScale = 0): void {
    if (this.#scale < fromScale) {
      this.#found.notJudged.push(`${what} ${bar}`);
      return;
    }
    this.#found.targets[what] = bar;
    this.#found.met[what] = isMet;
    if (measured !== undefined) this.#found.measured[what] = typeof measured === 'string' ? measured : times(measured);
  }
  /** Tells why the job came to no end. */
  fail(why: string): void {
    this.#found.failed = why;
  }
  get found(): JobResult {
    return this.#found;
  }
}

/** Milliseconds for a person. */
export const inMs = (ms: number): string => `${ms < 10 ? ms.toFixed(2) : Math.round(ms)} ms`;
const times = ({ ratio, least, most }: Ratio): string =>
  `× ${ratio.toFixed(2)} (rounds ${least.toFixed(2)} to ${most.toFixed(2)})`;
/** A job's figures as lines for a person. */
export function linesOf({ job, figures, medians, ratios, targets, met, notJudged, failed }: JobResult): string[] {
  return [
    job,
    ...Object.entries(medians).map(([what, ms]) => `  ${what}: ${inMs(ms)}`),
    ...Object.entries(figures).map(([what, figure]) => `  ${what}: ${Number(figure.toFixed(3))}`),
    ...Object.entries(ratios.naive).map(([what, ratio]) => `  ${what}, naive / ours: ${times(ratio)}`),
    ...Object.entries(ratios.floor).map(([what, ratio]) => `  ${what}, ours / floor: ${times(ratio)}`),
    ...Object.entries(targets).map(([what, bar]) => `  ${met[what] ? 'met   ' : 'MISSED'} ${what} ${bar}`),
    ...notJudged.map((what) => `  not judged at this scale: ${what}`),
    ...(failed === undefined ? [] : [`  FAILED ${failed}`]),
  ];
}

function measuredOf({ measured, ratios, medians, figures }: JobResult, what: string): string {
  const ratio = ratios.naive[what] ?? ratios.floor[what];
  const [time, figure] = [medians[what], figures[what]];
  return (
    measured[what] ??
    (ratio && times(ratio)) ??
    (time === undefined ? undefined : inMs(time)) ??
    (figure === undefined ? '' : String(Number(figure.toFixed(3))))
  );
}
/** Every job's targets beside what was measured, as a table of Markdown. */
export function tableOf(results: readonly JobResult[]): string[] {
  const row = (...cells: string[]): string => `| ${cells.join(' | ')} |`;
  return [
    row('job', 'what', 'measured', 'bar', ''),
    row('---', '---', '---', '---', '---'),
    ...results.flatMap((result) => [
      ...Object.entries(result.targets).map(([what, bar]) =>
        row(result.job, what, measuredOf(result, what), bar, result.met[what] ? 'met' : '**missed**'),
      ),
      ...(result.failed === undefined ? [] : [row(result.job, 'the whole job', result.failed, '', '**failed**')]),
    ]),
  ];
}
/** Whether every job came to its end and met what it is held to. */
export const areAllMet = (results: readonly JobResult[]): boolean =>
  results.every(({ met, failed }) => failed === undefined && Object.values(met).every(Boolean));
