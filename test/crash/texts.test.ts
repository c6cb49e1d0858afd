import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import type { QueryFilter } from 'mongoose';
import { fileAppeal } from '#server/appeals/index.ts';
import { loadCalendar } from '#server/calendar/index.ts';
import { type Delivery, DeliveryModel } from '#server/notifications/delivery.model.ts';
import { shiftClock } from '#server/platform/clock.ts';
import type { Actor } from '#server/platform/policy.ts';
import { useKeys } from '#server/platform/secrets.ts';
import { installRegimes } from '#server/regimes.ts';
import { moveCase } from '#server/register/index.ts';
import { seedReference } from '#server/seeds/demo-city.ts';
import { type PhoneText, startPhoneSimulator } from '#server/standalone/phone-simulator/phone-simulator.ts';
import { NewAppeal } from '#shared/contract/filing.ts';
import { PERMISSIONS } from '#shared/domain/permissions.ts';
import { KEYS } from '../support/api.ts';
import { aDraft } from '../support/appeals.ts';
import { useOwnDatabases } from '../support/databases.ts';
import { startProcess } from '../support/processes.ts';
import { ACCOUNT } from '../support/simulator.ts';
import { until } from '../support/until.ts';

const PEOPLE = 40;
const TUESDAY = Date.parse('2026-03-03T10:00:00+02:00');
const MINUTE_MS = 60_000;

const operator: Actor = {
  kind: 'staff',
  id: 'f'.repeat(24),
  permissions: new Set(PERMISSIONS),
  caseIds: new Set(),
  knownCaseIds: new Set(),
  joinedCaseIds: new Set(),
};
/** Enters an appeal for a caller and registers it, which is what they are told by text. */
async function callIn(n: number): Promise<void> {
  const phone = `067${String(1_000_000 + n)}`;
  const draft = NewAppeal.parse(aDraft({ contact: { phone } }));
  const { _id } = await fileAppeal(operator, draft, { channel: 'phone' });
  await moveCase(operator, { caseId: String(_id), verb: 'register', expectedVersion: 1, questionGroup: 9 });
}

describe('crash: workers are killed and Redis is wiped while texts go out', () => {
  const databases = useOwnDatabases();
  const folder = mkdtempSync(join(tmpdir(), 'vidhuk-crash-'));
  after(() => rmSync(folder, { recursive: true }));

  it('sends none twice and loses none from sight', async function kill() {
    this.timeout(180_000);
    const shiftMs = TUESDAY - Date.now();
    shiftClock(shiftMs);
    useKeys(KEYS);
    installRegimes();
    await loadCalendar();
    await seedReference();
    const phones = await startPhoneSimulator({ ...ACCOUNT, port: 0, folder });
    const texts = async (): Promise<PhoneText[]> => (await fetch(`${phones.url}/texts`)).json() as Promise<PhoneText[]>;
    const work = (minutesLater: number) =>
      startProcess('workers/main.ts', {
        ...KEYS,
        ...databases.addresses(),
        PUBLIC_URL: 'http://127.0.0.1:9',
        VIDHUK_CLOCK: String(shiftMs + minutesLater * MINUTE_MS),
        TWILIO_ACCOUNT_SID: ACCOUNT.accountSid,
        TWILIO_AUTH_TOKEN: ACCOUNT.authToken,
        TWILIO_MESSAGING_SERVICE_SID: ACCOUNT.messagingServiceSid,
        TWILIO_API_URL: phones.url,
      });
    const wipe = async (): Promise<void> => {
      const redis = new Redis(databases.addresses().REDIS_URL);
      await redis.flushall();
      await redis.quit();
    };
    for (let n = 0; n < PEOPLE; n += 1) await callIn(n);

    const first = await work(0);
    await until(async () => (await texts()).length >= PEOPLE / 4);
    await wipe();
    await until(async () => (await texts()).length >= PEOPLE / 2);
    await first.kill9();
    await wipe();
    const open: QueryFilter<Delivery> = { state: { $in: ['planned', 'queued', 'sending'] } };
    assert.ok((await DeliveryModel.countDocuments(open)) > 0, 'it was killed too late to tell anything');

    for (const minutesLater of [3, 6]) {
      const again = await work(minutesLater); // past the lease of whatever fell silent, so that it is asked after at once
      await until(
        async () => (await DeliveryModel.countDocuments({ ...open, asked: { $lt: minutesLater / 3 } })) === 0,
      );
      assert.equal(await again.stop(), 0);
    }

    const got = (await texts()).map(({ to }) => to);
    assert.equal(new Set(got).size, got.length, 'somebody got the same text twice');
    const rows = await DeliveryModel.find().lean();
    assert.equal(rows.length, PEOPLE);
    const unknown = rows.filter(({ state }) => state === 'unknown').length;
    assert.deepEqual(
      rows.filter(({ state }) => !['accepted', 'sent', 'delivered', 'unknown'].includes(state)),
      [],
    );
    assert.ok(got.length >= PEOPLE - unknown, 'a text that is said to have gone did not');
    await phones.close();
    shiftClock(0);
  });
});
