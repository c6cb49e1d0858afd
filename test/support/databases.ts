import { MIGRATIONS } from '#server/migrations.ts';
import { connectDatabase, disconnectDatabase } from '#server/platform/database.ts';
import { runMigrations } from '#server/platform/migrations/run-migrations.ts';
import { mongodbUriAt, redisUrlAt } from '#server/standalone/databases/embedded.ts';
import { type OwnServer, startServer } from './throw-away.ts';

/** A MongoDB and a Redis of one `describe`, to be killed and started again at will. */
export interface OwnDatabases {
  addresses(): { MONGODB_URI: string; REDIS_URL: string };
  mongod(): OwnServer;
  redis(): OwnServer;
}
/** Starts both on folders of their own before the tests of a `describe`, connects to the migrated MongoDB, and ends them after. */
export function useOwnDatabases(): OwnDatabases {
  let servers: { mongod: OwnServer; redis: OwnServer } | null = null;
  const started = () => {
    if (!servers) throw new Error('The databases are there only while tests run.');
    return servers;
  };
  const addresses = () => ({
    MONGODB_URI: mongodbUriAt(started().mongod.port()),
    REDIS_URL: redisUrlAt(started().redis.port()),
  });
  before(async function start() {
    this.timeout(120_000);
    servers = { mongod: await startServer('mongod'), redis: await startServer('redis') };
    await connectDatabase(addresses().MONGODB_URI);
    await runMigrations(MIGRATIONS);
  });
  after(async () => {
    await disconnectDatabase();
    await Promise.all([started().mongod.kill9(), started().redis.kill9()]);
  });
  return { addresses, mongod: () => started().mongod, redis: () => started().redis };
}
