// npm run bench: measures the product against a naive rival and a raw floor, interleaved, on a city of the asked scale.
import { writeFileSync } from 'node:fs';
import { clearRoom, makeRoom } from '../support/throw-away.ts';
import { type BenchCity, openCity } from './city.ts';
import { j1 } from './jobs/j1.ts';
import { j2 } from './jobs/j2.ts';
import { j3 } from './jobs/j3.ts';
import { j4 } from './jobs/j4.ts';
import { j5 } from './jobs/j5.ts';
import { j6 } from './jobs/j6.ts';
import { j7 } from './jobs/j7.ts';
import { j8 } from './jobs/j8.ts';
import { j9 } from './jobs/j9.ts';
import { j10 } from './jobs/j10.ts';
import { theMachine } from './machine.ts';
import { benchOptions } from './options.ts';
import { areAllMet, type JobResult, linesOf, Result, tableOf } from './results.ts';
import { seededCity } from './seeded-city.ts';

/** Measures into a result; `minutes` is for how long, where that is a matter of choice. */
type Job = (result: Result, city: BenchCity, minutes: number) => Promise<void>;
const JOBS: Readonly<Record<string, Job>> = {
  J1: j1,
  J2: j2,
  J3: j3,
  J4: j4,
  J5: j5,
  J6: j6,
  J7: j7,
  J8: j8,
  J9: j9,
  J10: j10,
};

/** How long what soaks takes on a small city. */
const SMALL_MINUTES = 1;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** One job to its end or to what stopped it: what it measured before counts, and the others are measured all the same. Its city goes with it. */
async function measure(job: string, city: BenchCity, minutes: number): Promise<JobResult> {
  const began = performance.now();
  const result = new Result(job, city.scale);
  try {
    await (JOBS[job] as Job)(result, city, minutes);
  } catch (error) {
    result.fail(error instanceof Error ? error.message : String(error));
  } finally {
    await city.close();
    say(`${job} took ${Math.round((performance.now() - began) / 1_000)} s`);
  }
  return result.found;
}
async function bench(args: readonly string[]): Promise<boolean> {
  const { jobs, scale, json } = benchOptions(args, Object.keys(JOBS));
  const minutes = scale < 100_000 ? SMALL_MINUTES : jobs.length > 1 ? 3 : 10;
  const room = makeRoom();
  // biome-ignore lint/style/noProcessEnv: databases of this run find their folder by it
  process.env.VIDHUK_TEST_DIR = room;
  const results: JobResult[] = [];
  try {
    const seeded = await seededCity(scale);
    let machine = '';
    for (const job of jobs) {
      const city = await openCity(seeded);
      if (!machine) {
        machine = await theMachine();
        say(`${scale} cases; ${machine}`);
      }
      const result = await measure(job, city, minutes);
      results.push(result);
      for (const line of linesOf(result)) say(line);
      if (json) writeFileSync(json, `${JSON.stringify({ scale, machine, results }, null, 2)}\n`);
    }
    say('');
    for (const line of tableOf(results)) say(line);
  } finally {
    await clearRoom(room);
  }
  return areAllMet(results);
}

try {
  process.exit((await bench(process.argv.slice(2))) ? 0 : 1);
} catch (error) {
  process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
