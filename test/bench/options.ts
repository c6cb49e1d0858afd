import { parseArgs } from 'node:util';

/** What the bench was asked to measure. */
export interface BenchOptions {
  /** Ids of jobs in the order of running; all where none was named. */
  jobs: string[];
  /** Cases of the city that is measured. */
  scale: number;
  /** Where the results go as JSON; null where they are only printed. */
  json: string | null;
}
const USAGE = 'bench [J4 … | all] [--scale 20k|100k|1m] [--json FILE]';
const MULTIPLES: Readonly<Record<string, number>> = { '': 1, k: 1_000, m: 1_000_000 };
const SCALES = { from: 1_000, to: 2_000_000 };

const refuse = (why: string): never => {
  throw new Error(`${why}; usage: ${USAGE}`);
};
function scaleOf(said: string): number {
  const [, digits = '', multiple = ''] = /^(\d{1,7})([km]?)$/i.exec(said) ?? [];
  const scale = Number(digits) * (MULTIPLES[multiple.toLowerCase()] ?? 0);
  return scale >= SCALES.from && scale <= SCALES.to
    ? scale
    : refuse(`--scale takes ${SCALES.from} to ${SCALES.to} cases, such as 100k or 1m, not ${JSON.stringify(said)}`);
}
function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { scale: { type: 'string', default: '100k' }, json: { type: 'string' } },
    });
  } catch (error) {
    return refuse(error instanceof Error ? (error.message.split('.')[0] ?? '') : String(error));
  }
}

/** Reads the command line; throws one sentence that says what is wrong with it and how it is used. */
export function benchOptions(args: readonly string[], known: readonly string[]): BenchOptions {
  const { values, positionals } = parsed(args);
  const named = positionals.map((job) => job.toUpperCase());
  const unknown = named.filter((job) => job !== 'ALL' && !known.includes(job));
  if (unknown.length > 0) refuse(`no such job: ${unknown.join(', ')}; there are ${known.join(', ')}`);
  const isAll = named.length === 0 || named.includes('ALL');
  return { jobs: isAll ? [...known] : named, scale: scaleOf(values.scale), json: values.json ?? null };
}
