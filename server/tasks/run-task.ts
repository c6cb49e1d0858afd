import { shiftClock } from '#server/platform/clock.ts';
import { type Config, readConfig, SettingsError } from '#server/platform/config.ts';
import { connectDatabase, disconnectDatabase } from '#server/platform/database.ts';
import { useLog } from '#server/platform/log.ts';
import { useKeys } from '#server/platform/secrets.ts';

/** Runs a command-line task with the process's settings, keys and database; what it returns is printed, unless it is empty. A failure is one line and exit 1. */
export async function runTask(name: string, task: (config: Config) => Promise<string>): Promise<void> {
  try {
    const config = readConfig();
    useLog(config.LOG_LEVEL, name);
    useKeys(config);
    if (config.VIDHUK_CLOCK !== undefined) shiftClock(config.VIDHUK_CLOCK);
    await connectDatabase(config.MONGODB_URI);
    const said = await task(config);
    if (said !== '') process.stdout.write(`${said}\n`);
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    process.stderr.write(error instanceof SettingsError ? `${words}\n` : `${name}: ${words}\n`);
    process.exitCode = 1;
  } finally {
    await disconnectDatabase();
  }
}
