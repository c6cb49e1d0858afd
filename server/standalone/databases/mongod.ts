import mongoose from 'mongoose';
import type { ServerKind } from './server-process.ts';

const { MongoClient } = mongoose.mongo;
type Db = InstanceType<typeof MongoClient>['db'] extends (...args: never[]) => infer D ? D : never;

/** Asks the mongod of a port something, whatever the state of its replica set; null where nobody answers, or something else. */
async function ask<T>(port: number, question: (admin: Db, local: Db) => Promise<T>): Promise<T | null> {
  const client = new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
    serverSelectionTimeoutMS: 1_000,
    connectTimeoutMS: 1_000,
    socketTimeoutMS: 10_000,
    maxPoolSize: 1,
  });
  try {
    return await question(client.db('admin'), client.db('local'));
  } catch {
    return null;
  } finally {
    await client.close();
  }
}

/** One member at the port that the server has now: a set founded at another port, or never founded, does not elect. */
async function foundSet(port: number, admin: Db, local: Db): Promise<void> {
  const host = `127.0.0.1:${port}`;
  const config = await local.collection('system.replset').findOne();
  if (!config) {
    await admin.command({ replSetInitiate: { _id: 'rs0', members: [{ _id: 0, host }] } });
    return;
  }
  const { term: _, ...rest } = config;
  if (rest.members?.[0]?.host === host) return;
  const moved = { ...rest, version: rest.version + 1, members: [{ ...rest.members[0], host }] };
  await admin.command({ replSetReconfig: moved, force: true });
}

/** A replica set of one (transactions and change streams need a set), with small memory settings and a small journal. */
export const mongodServer: ServerKind = {
  name: 'MongoDB',
  args: (port, folder) => [
    ...['--dbpath', folder, '--bind_ip', '127.0.0.1', '--port', String(port), '--replSet', 'rs0', '--quiet'],
    ...['--wiredTigerCacheSizeGB', '0.25', '--oplogSize', '64', '--nounixsocket', '--noscripting'],
    ...['--wiredTigerEngineConfigString', 'log=(file_max=16MB,prealloc=false)'],
    ...['--setParameter', 'diagnosticDataCollectionEnabled=false'],
  ],
  whoIs: (port) =>
    ask(port, async (admin) => {
      const options = await admin.command({ getCmdLineOpts: 1 });
      const { pid } = await admin.command({ serverStatus: 1 });
      return { pid: Number(pid), folder: String(options.parsed?.storage?.dbPath) };
    }),
  isReady: async (port) =>
    (await ask(port, async (admin, local) => {
      const hello = await admin.command({ hello: 1 });
      if (!hello.isWritablePrimary) await foundSet(port, admin, local);
      return hello.isWritablePrimary === true;
    })) ?? false,
  lastWords(log) {
    const lines = log.split('\n').filter((line) => /"s":"[EF]"/.test(line));
    const said = lines.map((line) => /"error":"([^"]+)"|"msg":"([^"]+)"/.exec(line)).at(-1);
    return said?.[1] ?? said?.[2] ?? '';
  },
};
