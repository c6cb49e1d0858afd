import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A real process of the product, from its sources or from a bundle. */
export interface Running {
  /** As the kernel ends it: no farewell, nothing flushed. */
  kill9(): Promise<void>;
  /** As an operator ends it. */
  stop(): Promise<number | null>;
  /** All that it has written, to its log and beside it. */
  said(): string;
}
const ended = async (child: ChildProcess): Promise<number | null> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
};

/** Starts an entry file with this environment and nothing else of ours; resolves when it says that it is ready. */
export async function startProcess(entry: string, env: Readonly<Record<string, string>>): Promise<Running> {
  // biome-ignore lint/style/noProcessEnv: a child needs the machine's PATH
  const { PATH = '' } = process.env;
  const loader = entry.endsWith('.ts') ? ['--import', 'tsx'] : [];
  const child = spawn(process.execPath, [...loader, entry], {
    env: { PATH, NODE_ENV: 'test', LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (words) => {
      said += words;
    });
  await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => {
      throw new Error(`${entry} ended before it was ready: ${said.slice(0, 2_000)}`);
    }),
  ]);
  return {
    said: () => said,
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
