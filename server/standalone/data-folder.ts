import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { isAlive, type ProcessRecord, recordOf } from './databases/process-record.ts';
import { Trouble } from './trouble.js';
import { troubles } from './words.js';

const isOf = (error: unknown, ...codes: string[]) => codes.includes((error as NodeJS.ErrnoException).code ?? '');

/** Not `recursive`: Node would try for ever under a link that leads nowhere, or in /proc. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (isOf(error, 'EEXIST')) return;
    if (!isOf(error, 'ENOENT') || dirname(folder) === folder) throw error;
    makeFolder(dirname(folder));
    mkdirSync(folder, { mode: 0o700 });
  }
}
/** Makes the data folder where there is none and answers its real path. Throws Trouble where it cannot be written to. */
export function prepareFolder(folder: string): string {
  try {
    makeFolder(folder);
    const probe = join(folder, `.probe-${process.pid}`);
    writeFileSync(probe, 'x');
    rmSync(probe);
    return realpathSync(folder);
  } catch (error) {
    if (isOf(error, 'ENOSPC', 'EDQUOT')) throw new Trouble(troubles.diskFull);
    if (isOf(error, 'EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT', 'ENAMETOOLONG', 'ELOOP'))
      throw new Trouble(troubles.unwritable(folder));
    throw error;
  }
}

/** Reads a file of JSON that we write whole; null where it is absent or broken (a power cut may leave an empty one). */
export function readJson<T>(file: string): T | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch (error) {
    if (error instanceof SyntaxError || isOf(error, 'ENOENT')) return null;
    throw error;
  }
}
/** Writes a file of JSON for this user's eyes only, whole or not at all. */
export function writeJson(file: string, value: unknown): void {
  const aside = `${file}.${process.pid}`;
  const opened = openSync(aside, 'w', 0o600);
  try {
    writeFileSync(opened, `${JSON.stringify(value, null, 2)}\n`);
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
  renameSync(aside, file);
}

const lockOf = (folder: string) => join(folder, 'launcher.lock');
/** The living launcher of a data folder; null where there is none. */
export function launcherOf(folder: string): ProcessRecord | null {
  const owner = readJson<ProcessRecord>(lockOf(folder));
  return owner && isAlive(owner) ? owner : null;
}
const unlessExists = (link: () => void): boolean => {
  try {
    link();
    return true;
  } catch (error) {
    if (isOf(error, 'EEXIST')) return false;
    throw error;
  }
};
/** Removes the lock of a dead launcher; one that a living launcher put there in the meantime goes back. */
function removeStale(lock: string): void {
  const taken = `${lock}.${process.pid}.stale`;
  try {
    renameSync(lock, taken);
  } catch (error) {
    if (isOf(error, 'ENOENT')) return;
    throw error;
  }
  const owner = readJson<ProcessRecord>(taken);
  if (owner && isAlive(owner)) unlessExists(() => linkSync(taken, lock));
  rmSync(taken, { force: true });
}
/**
 * Takes the data folder for this process; answers how to give it back. The lock of a dead launcher does not count.
 * Throws Trouble where another launcher lives on the folder.
 */
export function lockFolder(folder: string): () => void {
  const lock = lockOf(folder);
  const mine = `${lock}.${process.pid}`;
  writeJson(mine, recordOf(process.pid));
  try {
    for (;;) {
      if (unlessExists(() => linkSync(mine, lock))) return () => rmSync(lock, { force: true });
      const owner = launcherOf(folder);
      if (owner) throw new Trouble(troubles.alreadyRuns(folder, owner.pid));
      removeStale(lock);
    }
  } finally {
    rmSync(mine, { force: true });
  }
}
