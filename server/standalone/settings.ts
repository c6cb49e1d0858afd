import { isAbsolute, resolve } from 'node:path';
import { type Config, readConfig, SettingsError } from '#server/platform/config.ts';
import { Trouble } from './trouble.js';
import { troubles } from './words.js';

/** What the launcher itself goes by; whatever else is in the environment is passed on to the processes. */
export interface LauncherSettings {
  port: number;
  host: string;
  publicUrl: string;
  dataFolder: string;
  /** Databases that somebody else runs; null where the launcher is to run its own. */
  mongodbUri: string | null;
  redisUrl: string | null;
  /** How far the person wants the clock ahead, in milliseconds; null where they said nothing. */
  clockMs: number | null;
}

/** Stands for what the launcher will fill in later, so that a wrong setting is told before anything is started. */
const LATER = {
  MONGODB_URI: 'mongodb://later',
  REDIS_URL: 'redis://later',
  DATA_KEYS: `later:${'A'.repeat(43)}=`,
  HISTORY_KEYS: `later:${'A'.repeat(43)}=`,
};
/** The demo sends to its own phones and mailboxes: a city's account with a provider must never get there. */
const isProviders = (name: string): boolean => /^(TWILIO_|SMS_|SMTP_|MAIL_)/.test(name);
/** The environment without what the demo must not see. */
export const withoutProvider = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !isProviders(name)));

function read(env: NodeJS.ProcessEnv): Config {
  const port = /^\d+$/.test(env.PORT ?? '') ? env.PORT : 3000;
  try {
    return readConfig({
      ...LATER,
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      ...withoutProvider(env),
      NODE_ENV: 'production',
      VIDHUK_DEMO: '1',
    });
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    throw new Trouble(troubles.settings(error.message.replace(/^Settings:\n/, '')));
  }
}

/** Reads the launcher's settings. Throws Trouble that names every wrong one. */
export function launcherSettings(env: NodeJS.ProcessEnv, root: string): LauncherSettings {
  const config = read(env);
  const folder = config.VIDHUK_DATA_DIR;
  return {
    port: config.PORT,
    host: config.HOST,
    publicUrl: config.PUBLIC_URL,
    dataFolder: isAbsolute(folder) ? folder : resolve(root, folder),
    mongodbUri: config.MONGODB_URI === LATER.MONGODB_URI ? null : config.MONGODB_URI,
    redisUrl: config.REDIS_URL === LATER.REDIS_URL ? null : config.REDIS_URL,
    clockMs: config.VIDHUK_CLOCK ?? null,
  };
}
