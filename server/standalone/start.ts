import { join, relative } from 'node:path';
import { now } from '#server/platform/clock.ts';
import { lockFolder, prepareFolder } from './data-folder.ts';
import { type DemoClock, databasesFor, environmentFor } from './ground.ts';
import { type Lifetime, live } from './lifetime.ts';
import { unlessStopped } from './pauses.ts';
import { obstacleAt } from './ports.ts';
import { keepProcesses, type Mode, runTask } from './processes.ts';
import { say, step } from './progress.js';
import { untilReady } from './readiness.ts';
import { type LauncherSettings, launcherSettings } from './settings.ts';
import { Trouble } from './trouble.js';
import { news, steps, troubles } from './words.js';

const kyivTime = new Intl.DateTimeFormat('uk', { timeZone: 'Europe/Kyiv', dateStyle: 'long', timeStyle: 'short' });
const isLoopback = (host: string): boolean => /^(localhost|127\..*|::1)$/.test(host);

async function checkPort({ port, host }: LauncherSettings): Promise<void> {
  const obstacle = await obstacleAt(port, host);
  if (obstacle === null) return;
  if (obstacle === 'EADDRINUSE') throw new Trouble(troubles.portBusy(port));
  if (obstacle === 'EACCES') throw new Trouble(troubles.portForbidden(port));
  throw new Trouble(troubles.hostUnknown(host));
}

/** Tells where to look and how to stop, and what is out of the ordinary. */
function greet({ publicUrl, host }: LauncherSettings, clock: DemoClock, dataFolder: string, seconds: number): void {
  say(news.ready(publicUrl, seconds));
  const shown = kyivTime.format(now().getTime() + clock.aheadMs);
  if (clock.aheadMs !== 0) say(clock.isFresh ? news.shifted(shown) : news.otherClock(shown));
  if (!isLoopback(host)) say(news.openHost);
  const near = relative(process.cwd(), dataFolder);
  say(news.howToStop(near.startsWith('..') ? dataFolder : near));
}

async function bringUp(mode: Mode, life: Lifetime): Promise<void> {
  const { signal, atEnd } = life;
  const began = performance.now();
  const settings = launcherSettings(process.env, process.cwd());
  const dataFolder = prepareFolder(settings.dataFolder);
  atEnd(lockFolder(dataFolder));
  await checkPort(settings);
  const addresses = await databasesFor(settings, dataFolder, life);
  const { env, clock } = await environmentFor(settings, dataFolder, addresses);
  await step(steps.migrate, () => runTask('migrate', [], { env, dataFolder, signal }));
  await step(steps.seed, () => runTask('seed', ['--demo'], { env, dataFolder, signal }));
  await step(steps.processes, async () => {
    const processes = keepProcesses(mode, env, dataFolder);
    for (const { stop } of processes) atEnd(stop);
    await unlessStopped(Promise.all(processes.map(({ ready }) => ready)), signal);
    await untilReady(settings.host, settings.port, join(dataFolder, 'logs', 'web.log'), signal);
  });
  greet(settings, clock, dataFolder, Math.round((performance.now() - began) / 1_000));
}

/**
 * Brings the whole city up and keeps it until a stop signal; then everything stops in order: the site, the workers, the phone
 * simulator, Redis, MongoDB. Answers the exit code.
 */
export const start = (mode: Mode): Promise<number> =>
  live(async (life) => {
    await bringUp(mode, life);
    await new Promise<void>((stopped) => {
      if (life.signal.aborted) stopped();
      else life.signal.addEventListener('abort', () => stopped(), { once: true });
    });
    return 0;
  });
