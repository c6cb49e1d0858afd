import { readFileSync } from 'node:fs';
import { isAlive, type ProcessRecord, recordOf } from './databases/process-record.ts';

interface Kin {
  parent: number;
  group: number;
  session: number;
}
/** Parent, process group and session of a process, from Linux's /proc; null where it is gone or there is no /proc. */
function kinOf(pid: number): Kin | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [, parent = 0, group = 0, session = 0] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    return { parent, group, session };
  } catch {
    return null;
  }
}

/** Whoever put us into a session of our own, and the leader of the process group that they belong to. */
export interface Starter {
  itself: ProcessRecord;
  leader: ProcessRecord;
}
/**
 * Finds the process that started us by `setsid`; null where nobody did, or where it leads its own group, as a shell does from
 * which a person detached us for good.
 */
export function findStarter(pid = process.pid): Starter | null {
  const session = kinOf(pid)?.session;
  let at = pid;
  let kin = kinOf(at);
  while (kin && kin.session === session && kin.parent > 1) {
    at = kin.parent;
    kin = kinOf(at);
  }
  if (!kin || kin.session === session || kin.group === at) return null;
  return { itself: recordOf(at), leader: recordOf(kin.group) };
}
/** True when a starter was ended while its group goes on: a wrapper was killed in our place, since no signal reaches us through it. */
export const isEnded = ({ itself, leader }: Starter): boolean => !isAlive(itself) && isAlive(leader);
