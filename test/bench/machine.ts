import { cpus, loadavg, totalmem } from 'node:os';
import { database } from '#server/platform/database.ts';

const GIB = 2 ** 30;
/** The machine, what runs on it and the moment, in one line: absolute figures mean nothing without it. */
export async function theMachine(): Promise<string> {
  const { version } = await database().admin().serverInfo();
  const [cpu] = cpus();
  const [load = 0] = loadavg();
  return [
    `${cpus().length} cores of ${cpu?.model.trim() ?? 'an unknown processor'}`,
    `${Math.round(totalmem() / GIB)} GiB`,
    `Node ${process.versions.node}`,
    `MongoDB ${version}`,
    `load ${load.toFixed(1)} before`,
    new Date().toISOString(),
  ].join(', ');
}
