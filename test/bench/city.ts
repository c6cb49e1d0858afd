import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { loadCalendar } from '#server/calendar/index.ts';
import { loadCatalogue } from '#server/catalogue/index.ts';
import { beginSession, StaffModel } from '#server/identity/index.ts';
import { connectDatabase, database, disconnectDatabase } from '#server/platform/database.ts';
import { useKeys } from '#server/platform/secrets.ts';
import { installRegimes } from '#server/regimes.ts';
import { seedStaff } from '#server/seeds/demo-city.ts';
import { freePort } from '#server/standalone/ports.ts';
import { KEYS } from '../support/keys.ts';
import { type Running, startProcess } from '../support/processes.ts';
import { aFolder, startServer } from '../support/throw-away.ts';
import { type SeededCity, settingsOf } from './seeded-city.ts';

/** Of MongoDB: a million cases and their indexes lie in it, as they would where `MONGO_CACHE_GB` is set for a city of that size. */
const CACHE = 'cache_size=4G';

/** Settings of a process by their names. */
export type Settings = Readonly<Record<string, string>>;
/** A server over HTTP, and who asks it. */
export interface Site {
  /** Its origin, for a load that comes from elsewhere. */
  base: string;
  /** The process that answers. */
  process: Running;
  /** Who asks, as headers of each request. */
  headers: Readonly<Record<string, string>>;
  /** The body of an answer to GET as JSON; fails on any status but 200. */
  get<A>(path: string): Promise<A>;
  text(path: string): Promise<string>;
  /** The same of POST. */
  post<A>(path: string, body: object): Promise<A>;
}
/** A city of so many cases on real databases, as it was when it had been seeded: no job finds what another left. This process is connected to it. */
export interface BenchCity {
  scale: number;
  /** Where its documents are, for a process that goes past the product. */
  mongodbUri: string;
  /** The product's own web process, for whoever signs in with this login of the demo; `over` is put over its settings. */
  web(login: string, over?: Settings): Promise<Site>;
  /** The naive rival's process. */
  naive(): Promise<Site>;
  /** The floor's process: what this address answers, as a Buffer over node:http. */
  raw(from: string): Promise<Site>;
  /** One more process of the product, with these settings beside the city's own; it ends with the city. */
  run(entry: string, over: Settings): Promise<Running>;
  /** Redis as after the loss of its disk. */
  wipeRedis(): Promise<void>;
  /** Ends every process that was started and throws the city away, so that the next job has the machine to itself. */
  close(): Promise<void>;
}

const siteAt = ({ base, process }: Pick<Site, 'base' | 'process'>, headers: Record<string, string>): Site => {
  const ask = async (path: string, init: RequestInit): Promise<Response> => {
    const answer = await fetch(`${base}${path}`, init);
    if (!answer.ok) throw new Error(`${path} answers ${answer.status}: ${(await answer.text()).slice(0, 300)}`);
    return answer;
  };
  return {
    base,
    process,
    headers,
    get: async <A>(path: string) => (await (await ask(path, { headers })).json()) as A,
    text: async (path) => (await ask(path, { headers })).text(),
    post: async <A>(path: string, body: object) => {
      const sent = { method: 'POST', headers: { ...headers, 'content-type': 'application/json' } };
      return (await (await ask(path, { ...sent, body: JSON.stringify(body) })).json()) as A;
    },
  };
};

/** Opens a copy of the seeded city that lies in this folder. */
export async function openCity({ scale, folder }: SeededCity): Promise<BenchCity> {
  const own = aFolder('mongod');
  cpSync(join(folder, 'data'), join(own, 'data'), { recursive: true });
  const [mongod, redis] = await Promise.all([startServer('mongod', own), startServer('redis')]);
  const env = settingsOf(scale, mongod.port(), redis.port());
  const running: Running[] = [];
  useKeys(KEYS);
  installRegimes();
  await connectDatabase(env.MONGODB_URI);
  await database().admin().command({ setParameter: 1, wiredTigerEngineRuntimeConfig: CACHE });
  await Promise.all([loadCalendar(), loadCatalogue()]);

  async function run(entry: string, over: Settings): Promise<Running> {
    const one = await startProcess(entry, { ...env, NODE_ENV: 'production', ...over });
    running.push(one);
    return one;
  }
  async function start(entry: string, over: Settings = {}): Promise<Pick<Site, 'base' | 'process'>> {
    const port = await freePort();
    const base = `http://127.0.0.1:${port}`;
    return { base, process: await run(entry, { PORT: String(port), PUBLIC_URL: base, ...over }) };
  }
  return {
    scale,
    mongodbUri: env.MONGODB_URI,
    async web(login, over) {
      await seedStaff();
      const staff = await StaffModel.findOne({ login }).select('_id').lean();
      const { token } = await beginSession({ kind: 'staff', staffId: String(staff?._id) });
      return siteAt(await start('dist/web.js', over), { authorization: `Bearer ${token}` });
    },
    naive: async () => siteAt(await start('test/bench/naive/naive-server.ts'), {}),
    raw: async (from) => siteAt(await start('test/bench/floor/buffer-server.ts', { FROM: from }), {}),
    run,
    async wipeRedis() {
      const client = new Redis(env.REDIS_URL);
      await client.flushall();
      await client.quit();
    },
    async close() {
      await Promise.all(running.map((each) => each.stop()));
      await disconnectDatabase();
      await Promise.all([mongod.kill9(), redis.kill9()]);
      rmSync(own, { recursive: true });
    },
  };
}
