import type { Addresses } from './databases/embedded.ts';
import type { DemoKeys } from './demo-keys.ts';
import { type LauncherSettings, withoutProvider } from './settings.ts';

/** What the launcher found out and the processes are to know. */
export interface Findings extends Addresses {
  settings: LauncherSettings;
  dataFolder: string;
  keys: DemoKeys;
  simulatorPort: number;
  mailPort: number;
  clockMs: number;
}

/** The environment of every process of the demo. Secrets travel here and in files, never on a command line. */
export function demoEnvironment(env: NodeJS.ProcessEnv, found: Findings): NodeJS.ProcessEnv {
  const { settings, dataFolder, keys, mongodbUri, redisUrl, simulatorPort, mailPort, clockMs } = found;
  const { VIDHUK_CLOCK: _, ...rest } = withoutProvider(env);
  return {
    ...keys,
    ...rest,
    NODE_ENV: 'production',
    VIDHUK_DEMO: '1',
    VIDHUK_DATA_DIR: dataFolder,
    PORT: String(settings.port),
    HOST: settings.host,
    PUBLIC_URL: settings.publicUrl,
    MONGODB_URI: mongodbUri,
    REDIS_URL: redisUrl,
    TWILIO_API_URL: `http://127.0.0.1:${simulatorPort}`,
    SMTP_URL: `smtp://127.0.0.1:${mailPort}`,
    MAIL_FROM: 'Відгук <no-reply@vidhuk.example>',
    ...(clockMs !== 0 && { VIDHUK_CLOCK: clockMs > 0 ? `+${clockMs}` : String(clockMs) }),
  };
}
