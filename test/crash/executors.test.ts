import assert from 'node:assert/strict';
import { Redis } from 'ioredis';
import { Types } from 'mongoose';
import { fileAppeal } from '#server/appeals/index.ts';
import { loadCalendar } from '#server/calendar/index.ts';
import { ExecutorLetterModel } from '#server/executors/executor-letter.model.ts';
import { StaffModel } from '#server/identity/index.ts';
import { DeliveryModel } from '#server/notifications/delivery.model.ts';
import { shiftClock } from '#server/platform/clock.ts';
import { database } from '#server/platform/database.ts';
import { useKeys } from '#server/platform/secrets.ts';
import { installRegimes } from '#server/regimes.ts';
import { CaseModel } from '#server/register/case.model.ts';
import { unit } from '#server/seeds/city.ts';
import { seedReference, seedStaff } from '#server/seeds/demo-city.ts';
import { NewAppeal } from '#shared/contract/filing.ts';
import { aDraft } from '../support/appeals.ts';
import { useOwnDatabases } from '../support/databases.ts';
import { KEYS } from '../support/keys.ts';
import { useMailServer } from '../support/mail-server.ts';
import { startProcess } from '../support/processes.ts';
import { until } from '../support/until.ts';

const PEOPLE = 100;
const TUESDAY = Date.parse('2026-03-03T10:00:00+02:00');
const MINUTE_MS = 60_000;

describe('crash: a worker is killed in the middle of the morning’s letters to executors', () => {
  const databases = useOwnDatabases();
  const server = useMailServer();

  it('writes to everybody once: Redis is wiped, the mail server is away, and two others go on at once', async function kill() {
    this.timeout(180_000);
    // The clock is set back, and the server's own clock would sweep what is meant to live for months.
    await database().admin().command({ setParameter: 1, ttlMonitorEnabled: false });
    const shiftMs = TUESDAY - Date.now();
    shiftClock(shiftMs);
    useKeys(KEYS);
    installRegimes();
    await loadCalendar();
    await seedReference();
    await seedStaff();
    const { _id } = await fileAppeal(null, NewAppeal.parse(aDraft({ consents: {} })), { channel: 'web' });
    const executors = [{ departmentId: unit(4), role: 'main', dueOn: '2026-03-04', since: null }];
    await CaseModel.updateOne({ _id }, { $set: { status: 'assigned', executors } });
    const boss = new Types.ObjectId();
    const one = await StaffModel.findOne({ login: 'executor' }).orFail().lean();
    await StaffModel.insertMany([
      { ...one, _id: boss, login: 'boss', departmentId: null, email: 'boss@city.example' },
      ...Array.from({ length: PEOPLE }, (_, n) => ({
        ...one,
        _id: new Types.ObjectId(),
        login: `executor-${n}`,
        email: `executor-${n}@city.example`,
        superiorId: boss,
      })),
    ]);
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
    await server.stop();
    const first = await work(0);
    await until(async () => (await ExecutorLetterModel.countDocuments()) >= 3);
    await first.kill9();
    const begun = await ExecutorLetterModel.countDocuments();
    assert.ok(begun <= PEOPLE, `it was killed too late: ${begun} letters were planned`);
    const redis = new Redis(databases.addresses().REDIS_URL);
    await redis.flushall();
    await redis.quit();

    await server.restart();
    const [second, third] = await Promise.all([work(31), work(31)]); // past the lease of the one that died
    const open = { state: { $in: ['planned' as const, 'queued' as const, 'sending' as const] } };
    await until(
      async () => (await DeliveryModel.countDocuments()) > PEOPLE && (await DeliveryModel.countDocuments(open)) === 0,
    );
    assert.deepEqual([await second.stop(), await third.stop()], [0, 0]);
    const got = server.letters().map(({ to }) => to[0]);
    const wanted = ['boss@city.example', ...Array.from({ length: PEOPLE }, (_, n) => `executor-${n}@city.example`)];
    assert.equal(new Set(got).size, got.length, 'somebody got the same letter twice');
    const lost = await DeliveryModel.countDocuments({ state: 'unknown' }); // under way when it died: never sent again by itself
    const missing = wanted.filter((address) => !got.includes(address));
    assert.equal(missing.length, lost, `nothing came to ${missing.join(', ')}`);
    assert.equal(await ExecutorLetterModel.countDocuments(), PEOPLE + 1);
    const logs = [first, second, third].map((process) => process.said()).join('\n');
    assert.match(logs, /"list":\d+/);
    assert.doesNotMatch(logs, /executor-\d|boss@|city\.example/);
    shiftClock(0);
  });
});
