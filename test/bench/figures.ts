/** Times of one side, in milliseconds, put in order. */
export type Times = readonly number[];

/** The value below which this part of the times lies, `part` from 0 to 1; the nearest rank, so it is one that was measured. */
export function quantile(times: Times, part: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
}
/** The middle of the times. */
export const median = (times: Times): number => quantile(times, 0.5);

/** How many times longer one side took than the other: the middle of the rounds' own ratios, and how far they lie apart. */
export interface Ratio {
  ratio: number;
  least: number;
  most: number;
}
/** Sides of one round stand at the same place, so that a slow moment of the machine weighs on both. */
export function ratioOf(longer: Times, shorter: Times): Ratio {
  const each = longer.map((time, round) => time / (shorter[round] ?? Number.NaN));
  return { ratio: median(each), least: Math.min(...each), most: Math.max(...each) };
}
