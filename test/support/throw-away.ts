import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readJson, writeJson } from '#server/standalone/data-folder.ts';
import { mongodServer } from '#server/standalone/databases/mongod.ts';
import { endProcess, isAlive, type ProcessRecord, recordOf } from '#server/standalone/databases/process-record.ts';
import { findMongod, findRedis } from '#server/standalone/databases/programs.ts';
import { redisServer } from '#server/standalone/databases/redis.ts';
import { ensureServer, type RunningServer, type ServerRecord } from '#server/standalone/databases/server-process.ts';

const env = process.env;
const PREFIX = 'vidhuk-test-';
/** Who runs the tests, in the folder that they throw away. */
const OWNER = 'owner.json';

/** Makes the folder of one run of tests, under the system's own; its processes find it by `VIDHUK_TEST_DIR`. */
export function makeRoom(): string {
  const room = mkdtempSync(join(tmpdir(), PREFIX));
  writeJson(join(room, OWNER), recordOf(process.pid));
  return room;
}
/** A fresh folder that goes when the run of tests ends. */
export function aFolder(name: string): string {
  env.VIDHUK_TEST_DIR ??= makeRoom();
  return mkdtempSync(join(env.VIDHUK_TEST_DIR, `${name}-`));
}

/** The programs of the database servers, as the launcher finds them; fetched once for all runs. */
export async function programs(): Promise<{ mongod: string; redis: string }> {
  const search = { folder: resolve(env.VIDHUK_DATA_DIR ?? '.data', 'programs'), path: env.PATH ?? '' };
  return {
    mongod: env.VIDHUK_MONGOD ?? (await findMongod(search)),
    redis: env.VIDHUK_REDIS ?? (await findRedis(search)),
  };
}

/** A database server on a folder of its own. */
export interface OwnServer {
  port(): number;
  /** Lets it put everything away first. */
  stop(): Promise<void>;
  /** As a power cut ends it. */
  kill9(): Promise<void>;
  /** Starts it again on its data, at its port where that is still free. */
  restart(): Promise<void>;
  /** Holds it as it stands, or lets it go on. */
  signal(name: 'SIGSTOP' | 'SIGCONT'): void;
}
/** A server that was asked to end may take so long over it. */
const STOP_MS = 60_000;
const KINDS = { mongod: mongodServer, redis: redisServer };
/** Starts a server, on a fresh folder unless one is given; its record lies in the room, so that nothing is left behind. */
export async function startServer(name: 'mongod' | 'redis', folder = aFolder(name)): Promise<OwnServer> {
  const program = (await programs())[name];
  const file = join(folder, 'server.json');
  const data = join(folder, 'data');
  mkdirSync(data, { recursive: true });
  const ensure = (): Promise<RunningServer> =>
    ensureServer(KINDS[name], {
      program,
      folder: data,
      log: join(folder, 'log'),
      remembered: () => readJson<ServerRecord>(file),
      remember: (record) => writeJson(file, record),
      signal: new AbortController().signal,
    });
  let running = await ensure();
  return {
    port: () => running.port,
    stop: () => endProcess(running.process, STOP_MS),
    kill9: () => endProcess(running.process, 0),
    async restart() {
      running = await ensure();
    },
    signal: (name) => void process.kill(running.process.pid, name),
  };
}

/** Ends the servers of a room and removes it. */
export async function clearRoom(room: string): Promise<void> {
  const folders = readdirSync(room, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const records = folders.map(({ name }) => readJson<ServerRecord>(join(room, name, 'server.json')));
  const processes = records.flatMap((record) => record?.process ?? []);
  await Promise.all(processes.map((process) => endProcess(process, 0)));
  rmSync(room, { recursive: true, force: true });
}
/** Clears the rooms of runs that were killed. */
export async function clearOldRooms(): Promise<void> {
  const rooms = readdirSync(tmpdir()).filter((name) => name.startsWith(PREFIX));
  for (const room of rooms.map((name) => join(tmpdir(), name))) {
    const owner = readJson<ProcessRecord>(join(room, OWNER));
    if (owner && !isAlive(owner)) await clearRoom(room);
  }
}
