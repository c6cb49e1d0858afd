import assert from 'node:assert/strict';
import { Redis } from 'ioredis';
import type { QueryFilter } from 'mongoose';
import { fileAppeal } from '#server/appeals/index.ts';
import { loadCalendar } from '#server/calendar/index.ts';
import { type Delivery, DeliveryModel } from '#server/notifications/delivery.model.ts';
import { shiftClock } from '#server/platform/clock.ts';
import { useKeys } from '#server/platform/secrets.ts';
import { installRegimes } from '#server/regimes.ts';
import { seedReference } from '#server/seeds/demo-city.ts';
import { NewAppeal } from '#shared/contract/filing.ts';
import { aDraft } from '../support/appeals.ts';
import { useOwnDatabases } from '../support/databases.ts';
import { KEYS } from '../support/keys.ts';
import { useMailServer } from '../support/mail-server.ts';
import { startProcess } from '../support/processes.ts';
import { until } from '../support/until.ts';

const PEOPLE = 24;
const TUESDAY = Date.parse('2026-03-03T10:00:00+02:00');
const MINUTE_MS = 60_000;

/** Files an appeal on the page and leaves an address: the number and the date come by letter. */
const fileFrom = (email: string) => {
  const draft = NewAppeal.parse(aDraft({ contact: { email }, consents: {} }));
  return fileAppeal(null, draft, { channel: 'web' });
};

describe('crash: a worker is killed, Redis is wiped and the mail server is away while letters go out', () => {
  const databases = useOwnDatabases();
  const server = useMailServer();

  it('sends none twice, loses none from sight, and writes no address into a log', async function kill() {
    this.timeout(180_000);
    const shiftMs = TUESDAY - Date.now();
    shiftClock(shiftMs);
    useKeys(KEYS);
    installRegimes();
    await loadCalendar();
    await seedReference();
    const work = (minutesLater: number) =>
      startProcess('workers/main.ts', {
        ...KEYS,
        ...databases.addresses(),
        LOG_LEVEL: 'debug',
        PUBLIC_URL: 'http://127.0.0.1:9',
        VIDHUK_CLOCK: String(shiftMs + minutesLater * MINUTE_MS),
        SMTP_URL: server.url,
        MAIL_FROM: 'Відгук <no-reply@city.example>',
      });
    const wipe = async (): Promise<void> => {
      const redis = new Redis(databases.addresses().REDIS_URL);
      await redis.flushall();
      await redis.quit();
    };
    for (let n = 0; n < PEOPLE; n += 1) await fileFrom(`olena-${n}@mailbox.example`);

    const first = await work(0);
    await until(async () => server.letters().length >= PEOPLE / 4);
    await wipe();
    await until(async () => server.letters().length >= PEOPLE / 2);
    await first.kill9();
    await wipe();
    const open: QueryFilter<Delivery> = { state: { $in: ['planned', 'queued', 'sending'] } };
    assert.ok((await DeliveryModel.countDocuments(open)) > 0, 'it was killed too late to tell anything');

    await server.stop();
    const second = await work(11); // past the lease of whatever was under way
    const isDelayed = { state: 'queued', 'changes.cause': 'no-connection' } as QueryFilter<Delivery>;
    await until(async () => (await DeliveryModel.countDocuments(isDelayed)) > 0);
    assert.equal(await second.stop(), 0);
    await server.restart();

    const third = await work(30);
    await until(async () => (await DeliveryModel.countDocuments(open)) === 0);
    assert.equal(await third.stop(), 0);

    const got = server.letters().map(({ to }) => to[0]);
    assert.equal(new Set(got).size, got.length, 'somebody got the same letter twice');
    const rows = await DeliveryModel.find().lean();
    assert.equal(rows.length, PEOPLE);
    assert.deepEqual(
      rows.filter(({ state }) => state !== 'sent' && state !== 'unknown'),
      [],
    );
    const unknown = rows.filter(({ state }) => state === 'unknown').length;
    assert.ok(got.length >= PEOPLE - unknown, 'a letter that is said to have gone did not');
    const logs = [first, second, third].map((process) => process.said()).join('\n');
    assert.match(logs, /"queue":"mail"/);
    assert.doesNotMatch(logs, /olena-|mailbox\.example|Звернення/);
    shiftClock(0);
  });
});
