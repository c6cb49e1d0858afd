// npm run bench: measures the product against a naive rival and a raw floor, interleaved, on a city of the asked scale.
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { clearRoom, makeRoom } from '../support/throw-away.ts';
import { type BenchCity, openCity } from './city.ts';
import { j4 } from './jobs/j4.ts';
import { j5 } from './jobs/j5.ts';
import { benchOptions } from './options.ts';
import { type JobResult, linesOf } from './results.ts';

const JOBS: Readonly<Record<string, (city: BenchCity) => Promise<JobResult>>> = { J4: j4, J5: j5 };

const say = (line: string): void => void process.stdout.write(`${line}\n`);
async function bench(args: readonly string[]): Promise<boolean> {
  const { jobs, scale, json } = benchOptions(args, Object.keys(JOBS));
  const room = makeRoom();
  // biome-ignore lint/style/noProcessEnv: databases of this run find their folder by it
  process.env.VIDHUK_TEST_DIR = room;
  const results: JobResult[] = [];
  try {
    const city = await openCity(scale);
    try {
      say(`${scale} cases, ${cpus().length} cores, Node ${process.versions.node}, ${new Date().toISOString()}`);
      for (const job of jobs) {
        const result = await JOBS[job]?.(city);
        if (!result) continue;
        results.push(result);
        for (const line of linesOf(result)) say(line);
      }
    } finally {
      await city.close();
    }
  } finally {
    await clearRoom(room);
  }
  if (json) writeFileSync(json, `${JSON.stringify(results, null, 2)}\n`);
  return results.every(({ met }) => Object.values(met).every(Boolean));
}

try {
  process.exit((await bench(process.argv.slice(2))) ? 0 : 1);
} catch (error) {
  process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
