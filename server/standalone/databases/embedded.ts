import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { say, step } from '../progress.js';
import type { StateFile } from '../state.ts';
import { Trouble } from '../trouble.js';
import { news, steps } from '../words.js';
import { type KeptServer, keepServer } from './kept-server.ts';
import { mongodServer } from './mongod.ts';
import { findMongod, findRedis, together } from './programs.ts';
import { redisServer } from './redis.ts';
import type { ServerPlace } from './server-process.ts';

/** Where the databases are to be had. */
export interface Addresses {
  mongodbUri: string;
  redisUrl: string;
}
/** The address of an embedded MongoDB; the city's database unless another is named. */
export const mongodbUriAt = (port: number, name = 'vidhuk'): string =>
  `mongodb://127.0.0.1:${port}/${name}?replicaSet=rs0&directConnection=true`;
/** The address of an embedded Redis. */
export const redisUrlAt = (port: number): string => `redis://127.0.0.1:${port}`;

/** What the databases of one data folder are made of. */
export interface DatabaseSetup {
  dataFolder: string;
  state: StateFile;
  /** Addresses that were given: those databases are somebody else's and are neither started nor stopped. */
  given: { mongodbUri: string | null; redisUrl: string | null };
  path: string;
  signal: AbortSignal;
  /** Is told of each server as soon as it runs, MongoDB first. */
  onServer(server: KeptServer): void;
}

/** Redis carries nothing that MongoDB does not remember, so a broken file of it is put aside rather than mourned. */
async function keepRedis(place: ServerPlace): Promise<KeptServer> {
  try {
    return await keepServer(redisServer, place);
  } catch (error) {
    if (!(error instanceof Trouble) || !existsSync(place.folder)) throw error;
    const broken = `${place.folder}.broken`;
    rmSync(broken, { recursive: true, force: true });
    renameSync(place.folder, broken);
    const server = await keepServer(redisServer, place); // where the data was not to blame, this tells the same
    say(news.brokenRedis);
    return server;
  }
}

/** The databases of a data folder: the given ones, or our own, started or adopted. Throws Trouble where there are none. */
export async function openDatabases(setup: DatabaseSetup): Promise<Addresses> {
  const { dataFolder, state, given, path, signal, onServer } = setup;
  const search = (remembered?: string) => ({ folder: join(dataFolder, 'programs'), path, remembered, signal });
  const [mongod, redis] = await together(
    given.mongodbUri ? Promise.resolve('') : findMongod(search(state.read().mongod?.program)),
    given.redisUrl ? Promise.resolve('') : findRedis(search(state.read().redis?.program)),
  );
  const place = (name: 'mongod' | 'redis', program: string): ServerPlace => ({
    program,
    folder: join(dataFolder, name),
    log: join(dataFolder, 'logs', `${name}.log`),
    remembered: () => state.read()[name] ?? null,
    remember: (record) => state.update({ [name]: record }),
    signal,
  });
  const keep = async (address: string | null, name: string, start: () => Promise<KeptServer>) => {
    if (address) return null;
    const server = await step(name, start);
    onServer(server);
    return server.port;
  };
  const mongodPort = await keep(given.mongodbUri, steps.mongod, () =>
    keepServer(mongodServer, place('mongod', mongod)),
  );
  const redisPort = await keep(given.redisUrl, steps.redis, () => keepRedis(place('redis', redis)));
  return {
    mongodbUri: given.mongodbUri ?? mongodbUriAt(mongodPort ?? 0),
    redisUrl: given.redisUrl ?? redisUrlAt(redisPort ?? 0),
  };
}
