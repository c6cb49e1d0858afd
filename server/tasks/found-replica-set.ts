import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import mongoose, { type mongo } from 'mongoose';

const { MongoClient } = mongoose.mongo;

/** How long the set may take to elect a primary, to take a change of itself, or to copy its data to a member, in milliseconds. */
const PATIENCE_MS = 120_000;
/** MongoDB's error codes: who may not, who is unknown by this password, and who is no longer the primary. */
const [UNAUTHORIZED, AUTHENTICATION_FAILED] = [13, 18];
/** A change of the set that is refused for now: another one is under way, or the last one is not yet known to most members. */
const NOT_YET = new Set([103, 109, 308, 10_107, 189]);
const codeOf = (error: unknown): unknown => (error as { code?: unknown }).code;

/** What is to be founded: the founder is asked at an address of this machine, the only one that may make the first account. */
interface Plan {
  set: string;
  founder: string;
  members: readonly string[];
  database: string;
  secrets: string;
}
function planOf(args: string[]): Plan {
  const { values } = parseArgs({
    args,
    options: {
      set: { type: 'string', default: 'rs0' },
      founder: { type: 'string', default: '127.0.0.1:27017' },
      member: { type: 'string', multiple: true, default: [] },
      database: { type: 'string', default: 'vidhuk' },
      secrets: { type: 'string', default: '/run/secrets' },
    },
  });
  const { member: members, ...rest } = values;
  if (members.length === 0) throw new Error('name each member of the set: --member host:port, the founder first');
  return { ...rest, members };
}
const passwordIn = (folder: string, name: string): string => {
  const password = readFileSync(join(folder, name), 'utf8').trim();
  if (password.length < 16) throw new Error(`${name}: at least 16 characters`);
  return password;
};

/** Asks one server alone, as nobody. */
async function asking<T>(host: string, ask: (admin: mongo.Db) => Promise<T>): Promise<T> {
  const options = { directConnection: true, serverSelectionTimeoutMS: 5_000 };
  const client = new MongoClient(`mongodb://${host}`, options);
  try {
    return await ask(client.db('admin'));
  } finally {
    await client.close();
  }
}
const hello = (admin: mongo.Db): Promise<mongo.Document> => admin.command({ hello: 1 });
const setOf = async (host: string): Promise<unknown> => (await asking(host, hello)).setName;

/** Asks again and again until the answer is not null. */
async function until<T>(what: string, ask: () => Promise<T | null>): Promise<T> {
  for (const end = performance.now() + PATIENCE_MS; performance.now() < end; await pause(500)) {
    const answer = await ask();
    if (answer !== null) return answer;
  }
  throw new Error(`${what}: not within ${PATIENCE_MS / 1_000} s`);
}

/** Founds a set of one. Where another member has the set already, the founder lost its data and will be given them by that member. */
async function found({ set, founder, members }: Plan): Promise<void> {
  const [host = founder, ...others] = members;
  if (await setOf(founder)) return;
  for (const other of others) if (await setOf(other)) return;
  const config = { _id: set, members: [{ _id: 0, host }] };
  await asking(founder, (admin) => admin.command({ replSetInitiate: config }));
}

/** Makes the account `root` while the set has none: MongoDB lets a connection from its own machine do so. */
async function makeRoot({ founder }: Plan, pwd: string): Promise<void> {
  const isFirst = await until('the election of a primary', async () => {
    const { isWritablePrimary, primary, me } = await asking(founder, hello);
    if (isWritablePrimary) return true;
    return primary && primary !== me ? false : null; // one that was just elected cannot write yet
  });
  if (!isFirst) return;
  await asking(founder, (admin) => admin.command({ createUser: 'root', pwd, roles: ['root'] })).catch((error) => {
    if (codeOf(error) !== UNAUTHORIZED) throw error;
  });
}

/** Adds the members that are lacking, one at a time as the protocol wants it, and waits until each has its copy of the data. */
async function gather(admin: mongo.Db, { members }: Plan): Promise<void> {
  for (const host of members)
    await until(`taking in ${host}`, async () => {
      const { config } = await admin.command({ replSetGetConfig: 1 });
      const there = config.members as { _id: number; host: string }[];
      if (there.some((member) => member.host === host)) return true;
      const next = { _id: Math.max(...there.map(({ _id }) => _id)) + 1, host };
      const grown = { ...config, version: config.version + 1, members: [...there, next] };
      return admin.command({ replSetReconfig: grown }).then(
        () => true,
        (error) => (NOT_YET.has(Number(codeOf(error))) ? null : Promise.reject(error)),
      );
    });
  await until('a copy of the data with each member', async () => {
    const { members: states } = await admin.command({ replSetGetStatus: 1 });
    return states.every(({ stateStr }: mongo.Document) => /^(PRIMARY|SECONDARY)$/.test(stateStr)) || null;
  });
}

/** Makes an account, or gives the one that is there this password and these rights. */
async function keepUser(admin: mongo.Db, name: string, pwd: string, roles: readonly unknown[]): Promise<void> {
  const { users } = await admin.command({ usersInfo: name });
  await admin.command({ [users.length > 0 ? 'updateUser' : 'createUser']: name, pwd, roles });
}

/** Makes a replica set with accounts out of servers that run with one key file; run again, it adds what is lacking and changes passwords. */
async function foundReplicaSet(plan: Plan): Promise<string> {
  const { set, members, database, secrets } = plan;
  const root = passwordIn(secrets, 'mongo_root_password');
  const app = passwordIn(secrets, 'mongo_app_password');
  const backup = passwordIn(secrets, 'mongo_backup_password');
  await found(plan);
  await makeRoot(plan, root);
  const client = new MongoClient(`mongodb://${members.join(',')}/?replicaSet=${set}`, {
    auth: { username: 'root', password: root },
    authSource: 'admin',
    serverSelectionTimeoutMS: PATIENCE_MS,
  });
  try {
    const admin = client.db('admin');
    await gather(admin, plan);
    await keepUser(admin, 'vidhuk', app, [{ role: 'readWrite', db: database }]);
    await keepUser(admin, 'backup', backup, ['backup']);
    return `Replica set ${set}: ${members.length} members; accounts root, vidhuk, backup`;
  } catch (error) {
    if (codeOf(error) !== AUTHENTICATION_FAILED) throw error;
    throw new Error('the set does not know the password in mongo_root_password', { cause: error });
  } finally {
    await client.close();
  }
}

try {
  process.stdout.write(`${await foundReplicaSet(planOf(process.argv.slice(2)))}\n`);
} catch (error) {
  process.stderr.write(`found-replica-set: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
