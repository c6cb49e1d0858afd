import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { childLog } from './child-log.ts';
import { type Child, failureOf, keep } from './children.ts';

/** How the processes run: `start` from the bundles, `dev` from the sources, begun anew when one changes. */
export type Mode = 'start' | 'dev';
/** The processes that live as long as the demo, in the order of their start. They stop in the opposite one. */
const PROCESSES = [
  { name: 'simulator', source: null, graceMs: 2_000 },
  { name: 'work', source: 'workers/main.ts', graceMs: 8_000 },
  { name: 'web', source: 'server/main.ts', graceMs: 10_000 },
] as const;
/** What is run once and ends. */
export const TASKS = ['migrate', 'seed', 'import', 'verify'] as const;
/** The name of a task. */
export type Task = (typeof TASKS)[number];

const bundle = (name: string): string[] => ['--enable-source-maps', `dist/${name}.js`];
const TSX = 'node_modules/tsx/dist/cli.mjs';
/** The web process reads the client's manifest once, so it begins anew when that changes, too. */
const watched = (source: string): string[] => [
  ...[TSX, 'watch', '--clear-screen=false', '--include', 'dist/client/.vite/manifest.json', source],
];
const clientWatcher = { name: 'client', args: ['node_modules/vite/bin/vite.js', 'build', '--watch'], graceMs: 1_000 };

/** Starts the lasting processes, all at once; the caller stops them from the last to the first. */
export function keepProcesses(mode: Mode, env: NodeJS.ProcessEnv, dataFolder: string): Child[] {
  const processes = PROCESSES.map(({ name, source, graceMs }) => {
    const isWatched = mode === 'dev' && source !== null;
    return { name, args: isWatched ? watched(source) : bundle(name), graceMs, saysReady: !isWatched };
  });
  const plans = mode === 'dev' ? [{ ...clientWatcher, saysReady: false }, ...processes] : processes;
  return plans.map((plan) => keep({ ...plan, env, log: childLog(dataFolder, plan.name) }));
}

const exitOf = async (child: ChildProcess): Promise<number | null> => {
  const [code] = (await once(child, 'close')) as [number | null];
  return code;
};
/** Runs a task to its end; what it says goes to its log. Throws Trouble where it fails. */
export async function runTask(
  name: Task,
  args: readonly string[],
  { env, dataFolder, signal }: { env: NodeJS.ProcessEnv; dataFolder: string; signal: AbortSignal },
): Promise<void> {
  const log = childLog(dataFolder, name);
  const child = spawn(process.execPath, [...bundle(name), ...args], { env, signal, stdio: ['ignore', 'pipe', 'pipe'] });
  log.follow(child.stdout);
  log.follow(child.stderr);
  if ((await exitOf(child)) !== 0) throw failureOf({ name, log });
}
/** Runs a task for the person at the terminal, who sees all that it says; answers its exit code. */
export async function showTask(
  name: Task,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<number> {
  const child = spawn(process.execPath, [...bundle(name), ...args], { env, signal, stdio: 'inherit' });
  return (await exitOf(child)) ?? 1;
}
