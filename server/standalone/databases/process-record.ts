import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process of ours as it is remembered: the pid alone may belong to a stranger after a reboot. */
export interface ProcessRecord {
  pid: number;
  /** Says when the process was born, for comparison only; null where that was never learnt. */
  bornAt: string | null;
}

/** How long the kernel may take to bury what was killed, in milliseconds. */
const KILL_MS = 5_000;

/**
 * On Linux: which boot of the machine, and the clock tick of that boot (field 22 of proc(5) stat). A zombie is not there, unless
 * threads of it are still ending (field 20): they hold its port and the lock on its data.
 */
function birthByProc(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' '); // the name may hold spaces and brackets
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return fields[0] === 'Z' && Number(fields[17]) <= 1 ? null : `${boot}/${fields[19]}`;
  } catch {
    return null;
  }
}
const birthByPs = (pid: number): string | null =>
  spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() || null;

/** When a process was born, in a form fit for comparison; null where there is no such process. */
const birthOf = (pid: number): string | null => (process.platform === 'linux' ? birthByProc(pid) : birthByPs(pid));
/** The record of a living process. */
export const recordOf = (pid: number): ProcessRecord => ({ pid, bornAt: birthOf(pid) });
/** True while the very process of the record lives. */
export const isAlive = ({ pid, bornAt }: ProcessRecord): boolean => bornAt !== null && birthOf(pid) === bornAt;

/** Waits for the end of a process, so many milliseconds or until the signal; false where it still lives then. */
async function isGone(record: ProcessRecord, ms: number, signal?: AbortSignal): Promise<boolean> {
  for (const until = performance.now() + ms; isAlive(record); ) {
    if (performance.now() > until || signal?.aborted) return false;
    await new Promise((later) => setTimeout(later, 20));
  }
  return true;
}
/** Sends the signal to the very process of the record; to nobody where it is gone. */
export function signalTo(record: ProcessRecord, signal: NodeJS.Signals): void {
  try {
    if (isAlive(record)) process.kill(record.pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
/** Ends a process: asks, waits so many milliseconds (less in a hurry), then kills. Resolves when it is gone. */
export async function endProcess(record: ProcessRecord, graceMs: number, hurry?: AbortSignal): Promise<void> {
  if (graceMs > 0 && !hurry?.aborted) {
    signalTo(record, 'SIGTERM');
    if (await isGone(record, graceMs, hurry)) return;
  }
  signalTo(record, 'SIGKILL');
  await isGone(record, KILL_MS);
}
