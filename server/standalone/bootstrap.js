// The first thing that runs: Node's own modules only, since nothing may be installed yet.
//   bootstrap.js start | dev | test [files] | soak NAME | bench [jobs] | prepare | task <migrate|seed|import|verify> [options] | serve | work
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isBuildStale } from './build.js';
import { ensureInstalled } from './install.js';
import { complain, step } from './progress.js';
import { lastLines, run } from './run.js';
import { Trouble } from './trouble.js';
import { steps, troubles } from './words.js';

/** @typedef {'SIGINT' | 'SIGTERM' | 'SIGHUP'} StopSignal */
/** @type {readonly StopSignal[]} */
const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) throw new Trouble(troubles.oldNode(process.versions.node));
}

/** The shell that npm put between itself and us: npm's signals end it and get no further. */
const PARENT = process.ppid;
/**
 * Calls back on a stop signal, and when npm's shell is gone. Answers how to stop listening.
 * @param {(signal: StopSignal) => void} stop
 */
function onStop(stop) {
  for (const name of STOP_SIGNALS) process.on(name, stop);
  const watch = setInterval(() => {
    if (process.env.npm_lifecycle_event !== undefined && process.ppid !== PARENT) stop('SIGTERM');
  }, 1_000);
  return () => {
    clearInterval(watch);
    for (const name of STOP_SIGNALS) process.off(name, stop);
  };
}

/** Installs and builds what is missing; a stop signal in the meantime ends the process with what it started. */
async function prepare() {
  const stop = new AbortController();
  const unheed = onStop(() => stop.abort());
  try {
    await ensureInstalled(stop.signal);
    if (isBuildStale())
      await step(steps.build, async () => {
        const build = fileURLToPath(new URL('build.js', import.meta.url));
        const { code, output } = await run(process.execPath, [build], { signal: stop.signal });
        if (code !== 0) throw new Trouble(troubles.buildFailed(lastLines(output, 12)));
      });
  } catch (error) {
    if (stop.signal.aborted) process.exit(0);
    throw error;
  } finally {
    unheed();
  }
}

/**
 * Runs a built program in this very process, so that signals reach it straight.
 * @param {string} name
 */
const load = (name) => {
  process.setSourceMapsEnabled(true);
  return import(pathToFileURL(`dist/${name}.js`).href);
};
/**
 * Runs a built program as a city does: nothing is installed, built or started beside it.
 * @param {string} name
 * @param {readonly string[]} [args]
 */
async function production(name, args = []) {
  if (process.env.VIDHUK_DEMO) throw new Trouble(troubles.demoRefused);
  if (!existsSync(`dist/${name}.js`)) throw new Trouble(troubles.notBuilt);
  process.env.NODE_ENV ??= 'production';
  process.argv.splice(1, Number.POSITIVE_INFINITY, `dist/${name}.js`, ...args);
  await load(name);
}
/** Whether somebody else runs the databases, and this is more than a demo. */
const hasOwnDatabases = () => Boolean(process.env.MONGODB_URI || process.env.MONGODB_URI_FILE);

/**
 * Runs a module of the tests as a child, since tsx must be there before the first import; passes signals on, answers with its exit code.
 * @param {string} module
 * @param {readonly string[]} given
 * @returns {Promise<number>}
 */
const runOfTests = (module, given) =>
  new Promise((resolve, reject) => {
    const args = ['--import', 'tsx', '--enable-source-maps', module, ...given];
    const child = spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, NODE_ENV: 'test' } });
    onStop((signal) => child.kill(signal));
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal ?? 'SIGKILL']));
  });

/** @type {Readonly<Record<string, (args: string[]) => Promise<number | void>>>} */
const COMMANDS = {
  start: async () => {
    await prepare();
    return (await load('start')).start('start');
  },
  dev: async () => {
    await prepare();
    return (await load('start')).start('dev');
  },
  task: async ([name = '', ...args]) => {
    if (hasOwnDatabases()) return production(name, args);
    await prepare();
    return (await load('task')).task(name, args);
  },
  test: async (files) => {
    await prepare();
    return runOfTests('test/support/run.ts', files);
  },
  soak: async (args) => {
    await prepare();
    return runOfTests('test/soak/main.ts', args);
  },
  bench: async (args) => {
    await prepare();
    return runOfTests('test/bench/main.ts', args);
  },
  prepare,
  serve: () => production('web'),
  work: () => production('work'),
};

const [command = 'start', ...args] = process.argv.slice(2);
try {
  checkNode();
  process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
  const perform = COMMANDS[command];
  if (!perform) throw new Trouble(troubles.unknownCommand(command));
  const code = await perform(args);
  if (typeof code === 'number') process.exit(code);
} catch (error) {
  complain(error instanceof Trouble ? error.message : String(error instanceof Error ? error.stack : error));
  process.exit(1);
}
