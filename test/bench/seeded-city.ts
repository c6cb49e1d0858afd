import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { connectDatabase, database, disconnectDatabase } from '#server/platform/database.ts';
import { OutboxModel } from '#server/platform/outbox.ts';
import { mongodbUriAt, redisUrlAt } from '#server/standalone/databases/embedded.ts';
import { KEYS } from '../support/keys.ts';
import { startProcess } from '../support/processes.ts';
import { startServer } from '../support/throw-away.ts';
import { until } from './until.ts';

// biome-ignore lint/style/noProcessEnv: programs of the product need the machine's PATH
const { PATH = '', VIDHUK_DATA_DIR = '.data' } = process.env;
/** In a database of a city that was seeded to its end. */
const WHOLE = 'bench_city';

/** A city as it was seeded, and the folder of its database; nobody has it open. */
export interface SeededCity {
  scale: number;
  folder: string;
}
/** What every process of a city is told, by the ports of its databases. */
export const settingsOf = (scale: number, mongodPort: number, redisPort: number) => ({
  ...KEYS,
  MONGODB_URI: mongodbUriAt(mongodPort, `city-${scale}`),
  REDIS_URL: redisUrlAt(redisPort),
  PUBLIC_URL: 'http://127.0.0.1',
  LOG_LEVEL: 'error',
  RATE_LIMIT_SCALE: '1000',
});
type Settings = ReturnType<typeof settingsOf>;

/** Runs a built program to its end; what it says goes to our own output. */
async function runProgram(name: string, args: readonly string[], settings: Settings): Promise<void> {
  const child = spawn(process.execPath, [`dist/${name}.js`, ...args], { env: { PATH, ...settings }, stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${name} ended with ${code}`);
}
/** Lets a worker carry what seeding left to be carried, so that no job pays for it. */
async function carryAll(settings: Settings): Promise<void> {
  const worker = await startProcess('dist/work.js', { ...settings, NODE_ENV: 'production' });
  try {
    await until('all is carried', async () => !(await OutboxModel.exists({ 'pending.0': { $exists: true } })));
  } finally {
    await worker.stop();
  }
}
async function seed(scale: number, settings: Settings): Promise<void> {
  await database().dropDatabase();
  await runProgram('migrate', [], settings);
  await runProgram('seed', ['--appeals', String(scale)], settings);
  await carryAll(settings);
  await database().collection(WHOLE).insertOne({ scale });
}

/** The city of that scale, brought to this version's schema; seeded where it was not yet, which takes minutes for a million. */
export async function seededCity(scale: number): Promise<SeededCity> {
  const folder = resolve(VIDHUK_DATA_DIR, 'bench', String(scale));
  mkdirSync(folder, { recursive: true });
  const [mongod, redis] = await Promise.all([startServer('mongod', folder), startServer('redis')]);
  const settings = settingsOf(scale, mongod.port(), redis.port());
  await connectDatabase(settings.MONGODB_URI);
  try {
    if (await database().collection(WHOLE).findOne({})) await runProgram('migrate', [], settings);
    else await seed(scale, settings);
  } finally {
    await disconnectDatabase();
    await Promise.all([mongod.stop(), redis.stop()]);
  }
  return { scale, folder };
}
