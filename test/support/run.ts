// Runs the tests: on databases that are made for this run and thrown away after it; files given as arguments, or all.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import { mongodbUriAt, redisUrlAt } from '#server/standalone/databases/embedded.ts';
import { clearOldRooms, clearRoom, makeRoom, programs, startServer } from './throw-away.ts';

/** What a person may have set for their own demo must not reach the tests. */
const NOT_FOR_TESTS =
  /^(PORT|HOST|PUBLIC_URL|LOG_LEVEL|TRUSTED_PROXIES|(DATA_KEYS|HISTORY_KEYS|SMTP_URL|MAIL_FROM|TWILIO_\w+)|VIDHUK_(DEMO|CLOCK))(_FILE)?$/;

interface Tally {
  passes: number;
  failures: number;
  pending: number;
}
const { timeout } = JSON.parse(readFileSync('.mocharc.json', 'utf8')) as { timeout: number };

/** Runs some files; two at a time where they are not to have the machine for themselves. */
async function runFiles(files: readonly string[], isParallel: boolean): Promise<Tally> {
  if (files.length === 0) return { passes: 0, failures: 0, pending: 0 };
  const mocha = new Mocha({ timeout, reporter: 'dot', parallel: isParallel && files.length > 1, jobs: 2 });
  for (const file of files) mocha.addFile(file);
  if (!mocha.options.parallel) await mocha.loadFilesAsync();
  return new Promise((resolve) => {
    const runner = mocha.run((failures) => {
      const { passes = 0, pending = 0 } = runner.stats ?? {};
      resolve({ passes, failures, pending });
    });
  });
}

const asked = process.argv.slice(2);
const all = readdirSync('test', { recursive: true, encoding: 'utf8' }).map((file) => join('test', file));
const files = (asked.length > 0 ? asked : all.filter((file) => file.endsWith('.test.ts'))).sort();
const isCrash = (file: string): boolean => file.includes('test/crash/');

await clearOldRooms();
const room = makeRoom();
const leave = async (code: number): Promise<never> => {
  await clearRoom(room);
  process.exit(code);
};
let isLeaving = false;
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)
  process.on(signal, () => {
    if (!isLeaving) void leave(code);
    isLeaving = true;
  });

for (const name of Object.keys(process.env).filter((name) => NOT_FOR_TESTS.test(name))) delete process.env[name];
process.env.VIDHUK_TEST_DIR = room;
const { mongod, redis } = await programs();
Object.assign(process.env, { VIDHUK_MONGOD: mongod, VIDHUK_REDIS: redis });
process.env.MONGODB_URI = mongodbUriAt((await startServer('mongod')).port(), '');
process.env.REDIS_URL = redisUrlAt((await startServer('redis')).port());

const together = await runFiles(
  files.filter((file) => !isCrash(file)),
  true,
);
const alone = await runFiles(files.filter(isCrash), false);
const [passed, failed, skipped] = (['passes', 'failures', 'pending'] as const).map((key) => together[key] + alone[key]);
process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
await leave(failed ? 1 : 0);
