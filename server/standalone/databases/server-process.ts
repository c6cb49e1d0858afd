import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { freePort } from '../ports.ts';
import { Trouble } from '../trouble.js';
import { troubles } from '../words.js';
import { endProcess, isAlive, type ProcessRecord, recordOf } from './process-record.ts';

/** What differs between the database servers that the launcher can run. */
export interface ServerKind {
  name: string;
  args(port: number, folder: string): string[];
  /** Who answers at a port of 127.0.0.1: the process and its data folder. Null where nobody does, or something else. */
  whoIs(port: number): Promise<{ pid: number; folder: string } | null>;
  /** Does what is to be done until the server can be used; false means "not yet, ask again". */
  isReady(port: number): Promise<boolean>;
  /** What the end of its log says of a failed start, in one line; empty where nothing is to be learnt. */
  lastWords(log: string): string;
}
/** A server as the state file remembers it: written before it starts (without a process), and again with its process. */
export interface ServerRecord {
  program: string;
  folder: string;
  port: number;
  process: ProcessRecord | null;
}
/** A server that answers. It outlives this process unless it is stopped. */
export interface RunningServer {
  port: number;
  process: ProcessRecord;
}
/** Where a server lives and how it is remembered. */
export interface ServerPlace {
  program: string;
  folder: string;
  log: string;
  remembered(): ServerRecord | null;
  remember(record: ServerRecord): void;
  signal: AbortSignal;
}

/** How long a server may take to become usable: a big journal is replayed after a crash. */
const PATIENCE_MS = 120_000;
const pause = (ms: number) => new Promise((later) => setTimeout(later, ms));
const tail = (log: string): string => {
  try {
    return readFileSync(log, 'utf8').slice(-20_000);
  } catch {
    return '';
  }
};
const failureOf = (kind: ServerKind, log: string): Trouble => {
  const words = tail(log);
  const isFull = words.includes('No space left on device');
  return new Trouble(isFull ? troubles.diskFull : troubles.serverFailed(kind.name, kind.lastWords(words), log));
};

/** The remembered server if it lives: known by its pid and birth, or by answering at its port as the owner of our folder. */
async function living(kind: ServerKind, { folder, remembered }: ServerPlace): Promise<RunningServer | null> {
  const record = remembered();
  if (record?.folder !== folder) return null;
  const { port, process } = record;
  if (process && isAlive(process)) return { port, process };
  const who = await kind.whoIs(port);
  return who?.folder === folder ? { port, process: recordOf(who.pid) } : null;
}

function launch(
  kind: ServerKind,
  place: ServerPlace,
  port: number,
): { running: RunningServer; failure: Promise<never> } {
  const { program, folder, log, remember } = place;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  mkdirSync(dirname(log), { recursive: true });
  const record = { program, folder, port };
  remember({ ...record, process: null });
  const output = openSync(log, 'w', 0o600);
  const child = spawn(program, kind.args(port, folder), { detached: true, stdio: ['ignore', output, output] });
  closeSync(output);
  child.unref();
  const failure = new Promise<never>((_, reject) => {
    child.once('error', ({ message }) => reject(new Trouble(troubles.serverFailed(kind.name, message, log))));
    child.once('exit', () => reject(failureOf(kind, log)));
  });
  failure.catch(() => undefined); // its end matters only while it is waited for
  const process = recordOf(child.pid ?? 0);
  remember({ ...record, process });
  return { running: { port, process }, failure };
}

async function untilReady(
  kind: ServerKind,
  { port, process }: RunningServer,
  { log, signal }: ServerPlace,
): Promise<void> {
  for (const until = performance.now() + PATIENCE_MS; !(await kind.isReady(port)); await pause(30)) {
    signal.throwIfAborted();
    if (performance.now() > until || !isAlive(process)) throw failureOf(kind, log);
  }
}

/**
 * The server of a folder, usable: the remembered one where it still lives, else a new one, at the remembered port where that is free.
 * Throws Trouble in one sentence where it cannot be had; then nothing that was started here is left running.
 */
export async function ensureServer(kind: ServerKind, place: ServerPlace): Promise<RunningServer> {
  const adopted = await living(kind, place);
  if (adopted) {
    await untilReady(kind, adopted, place);
    place.remember({ program: place.program, folder: place.folder, ...adopted });
    return adopted;
  }
  const { running, failure } = launch(kind, place, await freePort(place.remembered()?.port));
  try {
    await Promise.race([untilReady(kind, running, place), failure]);
    return running;
  } catch (error) {
    await endProcess(running.process, 2_000);
    throw error;
  }
}
