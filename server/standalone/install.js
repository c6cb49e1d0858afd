import { readFileSync } from 'node:fs';
import { step } from './progress.js';
import { lastLines, reasonIn, run } from './run.js';
import { Trouble } from './trouble.js';
import { steps, troubles } from './words.js';

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }} Package */
/** @typedef {Readonly<Record<string, Package>>} Packages */

/**
 * True where what npm noted as installed is what the lock file asks for. Optional packages of other platforms may be absent.
 * @param {Packages} locked the `packages` of package-lock.json
 * @param {Packages} installed the `packages` of node_modules/.package-lock.json, which npm writes last
 */
export const isAsLocked = (locked, installed) =>
  Object.entries(locked).every(
    ([path, { optional, devOptional }]) => path === '' || path in installed || optional || devOptional,
  ) &&
  Object.entries(installed).every(
    ([path, { version, integrity }]) => locked[path]?.version === version && locked[path]?.integrity === integrity,
  );

/** @param {string} file @returns {Packages | null} */
const packagesOf = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return null;
  }
};
const isInstalled = () => {
  const [locked, installed] = ['package-lock.json', 'node_modules/.package-lock.json'].map(packagesOf);
  return Boolean(locked && installed && isAsLocked(locked, installed));
};
/** npm as it called us; without it, the one on PATH. @returns {[string, string[]]} */
const npm = () => {
  const cli = process.env.npm_execpath;
  return cli && /npm-cli\.c?js$/.test(cli) ? [process.execPath, [cli]] : ['npm', []];
};

/**
 * Brings node_modules to what the lock file says; does nothing where it is so already.
 * @param {AbortSignal} signal
 */
export async function ensureInstalled(signal) {
  if (isInstalled()) return;
  await step(steps.install, async () => {
    const [program, args] = npm();
    const { code, output } = await run(program, [...args, 'ci', '--include=dev', '--no-audit', '--no-fund'], {
      signal,
    });
    if (code === 0) return;
    const reason = reasonIn(output);
    if (reason === 'offline') throw new Trouble(troubles.offlineNpm);
    if (reason === 'full') throw new Trouble(troubles.diskFull);
    throw new Trouble(troubles.npmFailed(lastLines(output, 8)));
  });
}
