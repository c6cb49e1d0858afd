import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { now, shiftClock } from '#server/platform/clock.ts';
import type { Taken } from '#server/standalone/phone-simulator/messages.ts';
import { freePort } from '#server/standalone/ports.ts';
import type { OwnDatabases } from '../../support/databases.ts';
import { KEYS } from '../../support/keys.ts';
import { PATIENT } from '../../support/processes.ts';
import { ACCOUNT } from '../../support/simulator.ts';
import { aFolder } from '../../support/throw-away.ts';
import { entries, KeptProcess, type Program } from './kept-process.ts';

/** A whole deployment on one machine: databases, web, workers and a provider, each a process of its own. */
export interface Stage {
  databases: OwnDatabases;
  web: KeptProcess;
  workers: readonly KeptProcess[];
  provider: KeptProcess;
  /** Where the web process is reached. */
  origin: string;
  /** Where each process writes its log. */
  logs: string;
  /** Changes the provider's moods; without any it is good again. */
  provide(moods?: object): Promise<void>;
  /** Every message that the provider ever took. */
  taken(): Promise<Taken[]>;
  /** Ends all processes as an operator does and starts them again so many milliseconds later by the clock of everybody. */
  passTime(ms: number): Promise<void>;
  close(): Promise<void>;
}

/** Texts of a status wait for nothing at ten in the morning. */
const TEN = 10;
const kyivHour = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Kyiv', hour: 'numeric', hourCycle: 'h23' });
/** How far ahead the next ten o'clock in Kyiv is, in milliseconds; ahead, so that the database's own clock sweeps nothing early. */
function untilTen(): number {
  const hourMs = 3_600_000;
  const started = Date.now();
  const hours = Array.from({ length: 26 }, (_, n) => started - (started % hourMs) + (n + 1) * hourMs);
  return (hours.find((at) => Number(kyivHour.format(at)) === TEN) ?? started) - started;
}

/** Workers that share the work: a fault of one is another's business. */
const WORKERS = 2;
/** Texts a second of all workers together, where the product takes that as a setting. */
const PER_SECOND = '60';

/** Starts a deployment over these databases. */
export async function openStage(databases: OwnDatabases): Promise<Stage> {
  const [port, simulatorPort, mailPort] = [await freePort(), await freePort(), await freePort()];
  const origin = `http://127.0.0.1:${port}`;
  const simulatorUrl = `http://127.0.0.1:${simulatorPort}`;
  const folder = aFolder('soak');
  const logs = join(folder, 'logs');
  mkdirSync(logs);
  let shiftMs = untilTen();
  shiftClock(shiftMs);
  const env = () => ({
    ...KEYS,
    ...PATIENT,
    ...databases.addresses(),
    LOG_LEVEL: 'warn',
    PORT: String(port),
    PUBLIC_URL: origin,
    RATE_LIMIT_SCALE: '1000',
    SMS_PER_SECOND: PER_SECOND,
    VIDHUK_DATA_DIR: join(folder, 'data'),
    VIDHUK_CLOCK: `+${Math.round(shiftMs)}`,
    TWILIO_ACCOUNT_SID: ACCOUNT.accountSid,
    TWILIO_AUTH_TOKEN: ACCOUNT.authToken,
    TWILIO_MESSAGING_SERVICE_SID: ACCOUNT.messagingServiceSid,
    TWILIO_API_URL: simulatorUrl,
    SMTP_URL: `smtp://127.0.0.1:${mailPort}`,
    MAIL_FROM: 'no-reply@city.example',
  });
  const entryOf = await entries();
  const kept = (name: string, program: Program): KeptProcess =>
    new KeptProcess(name, entryOf(program), env, join(logs, `${name}.log`));
  const provider = kept('provider', 'simulator');
  const web = kept('web', 'web');
  const workers = Array.from({ length: WORKERS }, (_, n) => kept(`worker-${n + 1}`, 'work'));
  const startAll = async (): Promise<void> => {
    await provider.start();
    await Promise.all([web, ...workers].map((one) => one.start()));
  };
  const stopAll = async (): Promise<void> => {
    await Promise.all(workers.map((one) => one.stop()));
    await Promise.all([web, provider].map((one) => one.stop()));
  };
  /** Each request on a connection of its own: one that was kept would be dead after a kill. */
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = { connection: 'close', 'content-type': 'application/json' };
    const answer = await fetch(simulatorUrl + path, { ...init, headers });
    if (!answer.ok) throw new Error(`the provider answered ${answer.status} to ${path}`);
    return answer;
  };
  await startAll();
  return {
    databases,
    web,
    workers,
    provider,
    origin,
    logs,
    async provide(moods) {
      await ask('/control', { method: 'DELETE' });
      if (moods) await ask('/control', { method: 'PUT', body: JSON.stringify(moods) });
    },
    taken: async () => (await ask('/taken')).json() as Promise<Taken[]>,
    async passTime(ms) {
      await stopAll();
      shiftMs = now().getTime() - Date.now() + ms;
      shiftClock(shiftMs);
      await startAll();
    },
    async close() {
      await stopAll();
      shiftClock(0);
    },
  };
}
