import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCalendar } from '#server/calendar/index.ts';
import { shiftClock } from '#server/platform/clock.ts';
import { useKeys } from '#server/platform/secrets.ts';
import { installRegimes } from '#server/regimes.ts';
import { type DemoAccount, seedReference, seedStaff } from '#server/seeds/demo-city.ts';
import { type CaughtLetter, readLetters } from '#server/standalone/mail-catcher/letter-file.ts';
import { startMailCatcher } from '#server/standalone/mail-catcher/mail-catcher.ts';
import { type PhoneText, startPhoneSimulator } from '#server/standalone/phone-simulator/phone-simulator.ts';
import { freePort } from '#server/standalone/ports.ts';
import { KEYS } from './api.ts';
import { mongodbUri, redisUrl, useDatabase } from './database.ts';
import { PATIENT, type Running, startProcess } from './processes.ts';
import { ACCOUNT } from './simulator.ts';

/** A Tuesday in Kyiv, ten in the morning: nobody's quiet hours. */
const TUESDAY = Date.parse('2026-03-03T10:00:00+02:00');

/** A whole small town of real processes: web, workers, and the phones and mailboxes that get what they send. */
export interface Town {
  origin: string;
  accounts: readonly DemoAccount[];
  /** The texts that one phone got, oldest first. */
  texts(to: string): Promise<PhoneText[]>;
  /** The letters that one mailbox got, oldest first. */
  letters(to: string): CaughtLetter[];
}
/** Gives the tests of one `describe` the whole product on a database of its own, on a fixed Tuesday. */
export function useTown(): Town {
  const name = useDatabase();
  const town = { origin: '', accounts: [] } as unknown as Town;
  const running: Running[] = [];
  let phones: Awaited<ReturnType<typeof startPhoneSimulator>>;
  let mail: Awaited<ReturnType<typeof startMailCatcher>>;
  const folder = mkdtempSync(join(tmpdir(), 'vidhuk-town-'));

  before(async function start() {
    this.timeout(60_000);
    const shiftMs = TUESDAY - Date.now();
    shiftClock(shiftMs);
    useKeys(KEYS);
    installRegimes();
    await loadCalendar();
    await seedReference();
    town.accounts = await seedStaff();
    phones = await startPhoneSimulator({ ...ACCOUNT, port: 0, folder });
    town.texts = async (to) => {
      const answer = await fetch(`${phones.url}/texts?${new URLSearchParams({ to })}`);
      return (await answer.json()) as PhoneText[];
    };
    mail = await startMailCatcher({ port: 0, folder });
    town.letters = (to) => readLetters(folder).filter((letter) => letter.to === to);
    const port = await freePort();
    town.origin = `http://127.0.0.1:${port}`;
    const env = {
      ...KEYS,
      ...PATIENT,
      MONGODB_URI: mongodbUri(name),
      REDIS_URL: redisUrl(),
      PORT: String(port),
      PUBLIC_URL: town.origin,
      RATE_LIMIT_SCALE: '100',
      VIDHUK_CLOCK: String(shiftMs),
      TWILIO_ACCOUNT_SID: ACCOUNT.accountSid,
      TWILIO_AUTH_TOKEN: ACCOUNT.authToken,
      TWILIO_MESSAGING_SERVICE_SID: ACCOUNT.messagingServiceSid,
      TWILIO_API_URL: phones.url,
      SMTP_URL: mail.url,
    };
    running.push(...(await Promise.all([startProcess('server/main.ts', env), startProcess('workers/main.ts', env)])));
  });
  after(async () => {
    await Promise.all(running.map((process) => process.stop()));
    await phones.close();
    await mail.close();
    rmSync(folder, { recursive: true });
    shiftClock(0);
  });
  return town;
}
