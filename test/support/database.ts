import { randomBytes } from 'node:crypto';
import mongoose from 'mongoose';
import { MIGRATIONS } from '#server/migrations.ts';
import { connectDatabase, database, disconnectDatabase } from '#server/platform/database.ts';
import { runMigrations } from '#server/platform/migrations/run-migrations.ts';

// biome-ignore lint/style/noProcessEnv: the test launcher says here where the databases are
const { MONGODB_URI, REDIS_URL, MOCHA_WORKER_ID = 'main' } = process.env;
const given = (name: string, value: string | undefined): string => {
  if (!value) throw new Error(`${name} is not set: run the tests by "npm test"`);
  return value;
};

/** The Redis of this run; one of its numbered databases for tests that wipe it. */
export function redisUrl(number = 0): string {
  const url = new URL(given('REDIS_URL', REDIS_URL));
  if (number > 0) url.pathname = `/${number}`;
  return String(url);
}

/** The address of a database of this run, by way of another `host:port` where one is given. */
export function mongodbUri(name: string, way?: string): string {
  const uri = new URL(given('MONGODB_URI', MONGODB_URI));
  uri.pathname = `/${name}`;
  if (way) uri.host = way;
  return String(uri);
}

/**
 * Gives the tests of one `describe` a migrated database of their own; answers its name, which also serves as a Redis prefix.
 * `way` says by which `host:port` to connect, once the hooks before have run.
 */
export function useDatabase(way?: () => string): string {
  const name = `test-${MOCHA_WORKER_ID}-${randomBytes(4).toString('hex')}`;
  before(async function connect() {
    this.timeout(60_000);
    await connectDatabase(mongodbUri(name, way?.()));
    // Tests set the clock back, and rows that live for a while would be swept by the server's own clock.
    await database().admin().command({ setParameter: 1, ttlMonitorEnabled: false });
    // Files of dropped databases go with the next checkpoint, not five minutes later: a quick machine would run out of descriptors.
    await database().admin().command({ setParameter: 1, minSnapshotHistoryWindowInSeconds: 0, syncdelay: 15 });
    await runMigrations(MIGRATIONS);
  });
  after(async () => {
    await mongoose.connection.dropDatabase();
    await disconnectDatabase();
  });
  return name;
}
