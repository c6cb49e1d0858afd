import { launcherOf, lockFolder, prepareFolder } from './data-folder.ts';
import { type Addresses, mongodbUriAt, redisUrlAt } from './databases/embedded.ts';
import { databasesFor, environmentFor } from './ground.ts';
import { type Lifetime, live } from './lifetime.ts';
import { runTask, showTask, TASKS, type Task } from './processes.ts';
import { type LauncherSettings, launcherSettings } from './settings.ts';
import { stateOf } from './state.ts';
import { Trouble } from './trouble.js';
import { troubles } from './words.js';

const isTask = (name: string): name is Task => (TASKS as readonly string[]).includes(name);

/** The databases of a living demo, which go on when we are done. */
function borrowed({ mongodbUri, redisUrl }: LauncherSettings, dataFolder: string): Addresses {
  const { mongod, redis } = stateOf(dataFolder).read();
  return {
    mongodbUri: mongodbUri ?? mongodbUriAt(mongod?.port ?? 0),
    redisUrl: redisUrl ?? redisUrlAt(redis?.port ?? 0),
  };
}

async function onDemo(name: Task, args: readonly string[], life: Lifetime): Promise<number> {
  const asked = launcherSettings(process.env, process.cwd());
  const dataFolder = prepareFolder(asked.dataFolder);
  const isRunning = launcherOf(dataFolder) !== null;
  const settings = isRunning
    ? { ...asked, clockMs: asked.clockMs ?? stateOf(dataFolder).read().clockShiftMs ?? 0 }
    : asked;
  if (!isRunning) life.atEnd(lockFolder(dataFolder));
  const addresses = isRunning ? borrowed(settings, dataFolder) : await databasesFor(settings, dataFolder, life);
  const { env } = await environmentFor(settings, dataFolder, addresses);
  if (!isRunning && name !== 'migrate') await runTask('migrate', [], { env, dataFolder, signal: life.signal });
  return showTask(name, args, env, life.signal);
}

/** Runs one of the tasks on the demo's databases, whether it runs or not; answers the exit code. */
export const task = (name: string, args: readonly string[]): Promise<number> =>
  live((life) => {
    if (!isTask(name)) throw new Trouble(troubles.unknownTask(name));
    return onDemo(name, args, life);
  });
