import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { loadCalendar } from '#server/calendar/index.ts';
import { StaffModel } from '#server/identity/index.ts';
import { shiftClock } from '#server/platform/clock.ts';
import { database } from '#server/platform/database.ts';
import { useKeys } from '#server/platform/secrets.ts';
import { installRegimes } from '#server/regimes.ts';
import { seedReference, seedStaff } from '#server/seeds/demo-city.ts';
import { ROLES } from '#server/seeds/staff.ts';
import { startPhoneSimulator } from '#server/standalone/phone-simulator/phone-simulator.ts';
import { freePort } from '#server/standalone/ports.ts';
import { KEYS } from './api.ts';
import { useOwnDatabases } from './databases.ts';
import { leaksIn, listenTo, type Needle, redisWhole, rowsWhole } from './leaks.ts';
import { type MailServer, useMailServer } from './mail-server.ts';
import { PATIENT, type Running, startProcess } from './processes.ts';
import { ACCOUNT } from './simulator.ts';

const TUESDAY = Date.parse('2026-03-03T10:00:00+02:00');

/** What must be found nowhere. */
export interface Unwanted {
  /** Where nothing of a message has any business: logs, Redis, figures and the collections of messages. */
  everywhere: readonly Needle[];
  /** Never in the open, in whatever collection. */
  inRows: readonly Needle[];
  /** The collections of messages. */
  ofMessages: readonly string[];
  /** The figures as the machine room read them. */
  figures: string;
}
/** The product on databases of its own, with a provider and a mail server, and somebody who listens wherever words could stand. */
export interface WatchedInstallation {
  origin: string;
  /** The provider's own address. */
  phones: string;
  mail: MailServer;
  readonly redis: Redis;
  processes: readonly Running[];
  /** What Redis was told since the beginning. */
  heard(): string;
  /** Every place where something stands that must not. */
  leaks(unwanted: Unwanted): Promise<string[]>;
}
/** Starts it before the tests of a `describe`, on a fixed Tuesday, with one executor who may do everything, and ends it after. */
export function useWatchedInstallation(): WatchedInstallation {
  const processes: Running[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'vidhuk-leaks-'));
  let simulator: Awaited<ReturnType<typeof startPhoneSimulator>>;
  let redis: Redis;
  let monitor: Awaited<ReturnType<typeof listenTo>>;
  // Before the databases go, whose own ending comes after this one.
  after(async () => {
    for (const one of processes) await one.stop();
    monitor.close();
    redis.disconnect();
    await simulator.close();
    rmSync(folder, { recursive: true });
    shiftClock(0);
  });
  const databases = useOwnDatabases();
  const installation: WatchedInstallation = {
    origin: '',
    phones: '',
    mail: useMailServer(),
    get redis() {
      return redis;
    },
    processes,
    heard: () => monitor.heard(),
    leaks: async (unwanted) =>
      (await places(unwanted)).flatMap(([place, hay, needles]) => leaksIn(place, hay, needles)),
  };
  /** All places, each with what stands in it and what must not. */
  async function places({
    everywhere,
    inRows,
    ofMessages,
    figures,
  }: Unwanted): Promise<(readonly [place: string, hay: string, needles: readonly Needle[]])[]> {
    const names = (await database().listCollections({}, { nameOnly: true }).toArray())
      .map(({ name }) => name)
      .filter((name) => !name.startsWith('system.'));
    const rows = await rowsWhole(database(), names);
    return [
      ...processes.map((one, nth) => [`the log of process ${nth}`, one.said(), everywhere] as const),
      ['what Redis holds', await redisWhole(redis), everywhere],
      ['what Redis was told', monitor.heard(), everywhere],
      ['the figures', figures, everywhere],
      ...[...rows].map(([name, hay]) => [name, hay, ofMessages.includes(name) ? everywhere : inRows] as const),
    ];
  }
  before(async function start() {
    this.timeout(300_000);
    const shiftMs = TUESDAY - Date.now();
    shiftClock(shiftMs);
    // The clock is set back, and sessions would be swept by the server's own.
    await database().admin().command({ setParameter: 1, ttlMonitorEnabled: false });
    useKeys(KEYS);
    installRegimes();
    await loadCalendar();
    await seedReference();
    await seedStaff();
    await StaffModel.updateOne({ login: 'executor' }, { $set: { roles: ROLES.map(({ _id }) => _id) } });
    simulator = await startPhoneSimulator({ ...ACCOUNT, port: 0, folder, stepMs: 5 });
    const port = await freePort();
    const addresses = databases.addresses();
    monitor = await listenTo(addresses.REDIS_URL);
    redis = new Redis(addresses.REDIS_URL);
    installation.origin = `http://127.0.0.1:${port}`;
    installation.phones = simulator.url;
    const env = {
      ...KEYS,
      ...PATIENT,
      ...addresses,
      PORT: String(port),
      PUBLIC_URL: installation.origin,
      LOG_LEVEL: 'debug',
      VIDHUK_CLOCK: String(shiftMs),
      SMTP_URL: installation.mail.url,
      TWILIO_ACCOUNT_SID: ACCOUNT.accountSid,
      TWILIO_AUTH_TOKEN: ACCOUNT.authToken,
      TWILIO_MESSAGING_SERVICE_SID: ACCOUNT.messagingServiceSid,
      TWILIO_API_URL: simulator.url,
    };
    processes.push(await startProcess('server/main.ts', env));
    processes.push(await startProcess('workers/main.ts', env));
  });
  return installation;
}
