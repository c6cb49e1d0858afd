import { now } from '#server/platform/clock.ts';
import { type Addresses, openDatabases } from './databases/embedded.ts';
import { demoShift } from './demo-clock.ts';
import { demoKeysOf } from './demo-keys.ts';
import { demoEnvironment } from './environment.ts';
import type { Lifetime } from './lifetime.ts';
import { freePort } from './ports.ts';
import type { LauncherSettings } from './settings.ts';
import { type StateFile, stateOf } from './state.ts';

/** How far the demo's clock is ahead, in milliseconds, and whether that is because it was night when it was asked. */
export interface DemoClock {
  aheadMs: number;
  isFresh: boolean;
}
/** What the person asked for goes before what the hour demands; it is kept, since data carries its time. */
function setClock(askedMs: number | null, state: StateFile): DemoClock {
  const keptMs = state.read().clockShiftMs ?? 0;
  const aheadMs = askedMs ?? demoShift(now().getTime(), keptMs);
  state.update({ clockShiftMs: Math.max(keptMs, aheadMs) });
  return { aheadMs, isFresh: askedMs === null && aheadMs > keptMs };
}

/** The environment of the processes of a demo whose databases are at these addresses. */
export async function environmentFor(
  settings: LauncherSettings,
  dataFolder: string,
  addresses: Addresses,
): Promise<{ env: NodeJS.ProcessEnv; clock: DemoClock }> {
  const clock = setClock(settings.clockMs, stateOf(dataFolder));
  const found = {
    settings,
    dataFolder,
    keys: demoKeysOf(dataFolder),
    simulatorPort: await freePort(),
    mailPort: await freePort(),
    clockMs: clock.aheadMs,
  };
  return { env: demoEnvironment(process.env, { ...found, ...addresses }), clock };
}
/** Opens the databases of a data folder for as long as the command lives: those that we run stop at its end, MongoDB last. */
export const databasesFor = (settings: LauncherSettings, dataFolder: string, life: Lifetime): Promise<Addresses> =>
  openDatabases({
    dataFolder,
    state: stateOf(dataFolder),
    given: settings,
    path: process.env.PATH ?? '',
    signal: life.signal,
    onServer: (server) => life.atEnd((hurry) => server.stop(hurry)),
  });
