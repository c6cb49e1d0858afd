import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { endProcess, isAlive, type ProcessRecord, recordOf } from '#server/standalone/databases/process-record.ts';
import { stateOf } from '#server/standalone/state.ts';
import { programs } from './throw-away.ts';

/** The command `npm start`, as it runs. */
export interface Launcher {
  process: ProcessRecord;
  /** Resolves when it tells how to stop it; throws with all that it said where it ends before. */
  ready(): Promise<void>;
  /** Asks it to stop, and answers its exit code. */
  stop(): Promise<number | null>;
  /** Its exit code, once it ends, and all that it said. */
  end(): Promise<{ code: number | null; said: string }>;
}
const started: ChildProcess[] = [];

/** Runs the launcher with this environment, and the machine's databases on its PATH. */
export async function launch(env: Readonly<Record<string, string>>): Promise<Launcher> {
  const { mongod, redis } = await programs();
  // biome-ignore lint/style/noProcessEnv: a child needs the machine's PATH
  const { PATH = '', HOME = '' } = process.env;
  const path = [dirname(mongod), dirname(redis), PATH].join(delimiter);
  const child = spawn(process.execPath, ['server/standalone/bootstrap.js', 'start'], {
    env: { PATH: path, HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let said = '';
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, said }));
  const isReady = new Promise<void>((ready) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (words: Buffer) => {
        said += String(words);
        if (said.includes('Ctrl-C.')) ready();
      });
  });
  return {
    process: recordOf(child.pid ?? 0),
    ready: () =>
      Promise.race([
        isReady,
        ended.then((end) => {
          throw new Error(`npm start ended with ${end.code}:\n${end.said}`);
        }),
      ]),
    async stop() {
      child.kill('SIGTERM');
      return (await ended).code;
    },
    end: () => ended,
  };
}

/** The pid that a process of the demo gave last in its log. */
function loggedPid(log: string): number[] {
  const pid = [...readFileSync(log, 'utf8').matchAll(/"pid":(\d+)/g)].at(-1)?.[1];
  return pid ? [Number(pid)] : [];
}
/** All that lives on a data folder beside its launcher: the processes of the demo and their databases. */
export function livingOn(dataFolder: string): Record<'processes' | 'databases', ProcessRecord[]> {
  const logs = join(dataFolder, 'logs');
  const files = readdirSync(logs).filter((file) => /^(web|work|simulator)\.log$/.test(file));
  const { mongod, redis } = stateOf(dataFolder).read();
  return {
    processes: files
      .flatMap((file) => loggedPid(join(logs, file)))
      .map(recordOf)
      .filter(isAlive),
    databases: [mongod?.process ?? [], redis?.process ?? []].flat().filter(isAlive),
  };
}
/** Kills all of these at once, as a power cut does. */
export const killAll = async (records: readonly ProcessRecord[]): Promise<void> => {
  await Promise.all(records.map((record) => endProcess(record, 0)));
};
/** Ends whatever a failed test left running on a data folder. */
export async function leaveNothing(dataFolder: string): Promise<void> {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  const { processes, databases } = livingOn(dataFolder);
  await killAll([...processes, ...databases]);
}
