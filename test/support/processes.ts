import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';

/** A real process of the product, from its sources or from a bundle. */
export interface Running {
  /** Of the process, as the kernel counts them. */
  pid: number | undefined;
  /** As the kernel ends it: no farewell, nothing flushed. */
  kill9(): Promise<void>;
  /** As an operator ends it. */
  stop(): Promise<number | null>;
  /** All that it has written, to its log and beside it. */
  said(): string;
  /** Holds it as it stands, or lets it go on. */
  signal(name: 'SIGSTOP' | 'SIGCONT'): void;
  /** True until it has ended, by whatever. */
  lives(): boolean;
}
/** A machine that is busy with tests is late by itself; a web process with these settings turns nobody away for that. */
export const PATIENT = { SHED_DELAY_MS: '10000' } as const;
const ended = async (child: ChildProcess): Promise<number | null> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
};

/**
 * Starts an entry file with this environment and nothing else of ours; resolves when it says that it is ready. Its log is kept
 * in memory, or in a file to which it is appended.
 */
export async function startProcess(
  entry: string,
  env: Readonly<Record<string, string>>,
  logFile?: string,
): Promise<Running> {
  // biome-ignore lint/style/noProcessEnv: a child needs the machine's PATH
  const { PATH = '' } = process.env;
  const loader = entry.endsWith('.ts') ? ['--import', 'tsx'] : [];
  const log = logFile === undefined ? null : openSync(logFile, 'a');
  const child = spawn(process.execPath, [...loader, entry], {
    env: { PATH, NODE_ENV: 'test', LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', log ?? 'pipe', log ?? 'pipe', 'ipc'],
  });
  if (log !== null) closeSync(log);
  let heard = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (words) => {
      heard += words;
    });
  const said = (): string => (logFile === undefined ? heard : readFileSync(logFile, 'utf8'));
  await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => {
      throw new Error(`${entry} ended before it was ready: ${said().slice(-2_000)}`);
    }),
  ]);
  return {
    pid: child.pid,
    said,
    signal: (name) => void child.kill(name),
    lives: () => child.exitCode === null && child.signalCode === null,
    async kill9() {
      child.kill('SIGKILL');
      await ended(child);
    },
    async stop() {
      child.kill('SIGTERM');
      return ended(child);
    },
  };
}
