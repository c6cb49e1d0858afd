import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { checkCode, requestPhoneCode } from '#server/identity/index.ts';
import { DeliveryModel } from '#server/notifications/delivery.model.ts';
import { deliveriesOf } from '#server/notifications/index.ts';
import { receiptRoutes } from '#server/notifications/receipts.routes.ts';
import { useKeys } from '#server/platform/secrets.ts';
import { installRegimes } from '#server/regimes.ts';
import { passSeconds, setClock, useClock } from '../support/clock.ts';
import { redisUrl, useDatabase } from '../support/database.ts';
import { KEYS } from '../support/keys.ts';
import { numbersOf } from '../support/phone-numbers.ts';
import { ACCOUNT, useSimulator } from '../support/simulator.ts';
import { anEvent, aRecipient, tell, useTestAudience } from '../support/texts.ts';
import { startTexts } from '../support/texts-at-work.ts';
import { until } from '../support/until.ts';

const aNumber = numbersOf('93');

describe('texts: from an event to the receipt', () => {
  const database = useDatabase();
  useClock();
  const simulator = useSimulator();
  let web: Server;
  let atWork: ReturnType<typeof startTexts>;

  before(async () => {
    useKeys(KEYS);
    useTestAudience();
    installRegimes();
    web = createServer().listen(0, '127.0.0.1');
    await once(web, 'listening');
    const publicUrl = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
    web.on('request', express().use(receiptRoutes({ publicUrl, authToken: ACCOUNT.authToken })));
    atWork = startTexts({ redisUrl: redisUrl(), database, simulatorUrl: simulator.url, publicUrl });
  });
  after(async () => {
    await atWork.close();
    web.close();
  });
  const tellPhone = async (phone: string) => {
    const recipient = aRecipient({}, phone);
    return { recipient, ...(await anEvent([recipient])) };
  };
  const reaches = (subjectId: string, state: string) =>
    until(async () => (await deliveriesOf({ kind: 'test', id: subjectId }))[0]?.state === state);
  const causesOf = async (subjectId: string) =>
    (await DeliveryModel.findOne({ 'subject.id': subjectId }).lean())?.changes.map(({ cause }) => cause) ?? [];

  it('brings an answer to the phone and the receipt to the ledger', async () => {
    const phone = aNumber();
    const { subjectId } = await tellPhone(phone);
    await reaches(subjectId, 'delivered');
    assert.deepEqual(
      (await simulator.texts(phone)).map(({ body }) => body.replace(/127\.0\.0\.1:\d+/, 'here')),
      ['Звернення 2600123452: вирішено. Відповідь: here/c/7KQ2M4P'],
    );
  });

  it('brings a one-time code that works, and keeps none of it', async () => {
    const phone = aNumber();
    const { codeId } = await requestPhoneCode(phone, '203.0.113.0/24');
    const [text] = await until(async () => {
      const texts = await simulator.texts(phone);
      return texts.length > 0 && texts;
    });
    const code = /^\d{6}/.exec(text?.body ?? '')?.[0] ?? '';
    assert.equal((await checkCode(codeId, code)).value, phone);
    const row = await DeliveryModel.findOne({ 'subject.id': codeId }).lean();
    assert.ok(row && !JSON.stringify(row).includes(code) && !JSON.stringify(row).includes(phone.slice(3)));
  });

  it('shows that a text did not arrive, and why', async () => {
    await simulator.behave({ ending: 'undelivered' });
    const { subjectId } = await tellPhone(aNumber());
    await reaches(subjectId, 'undelivered');
    assert.equal((await causesOf(subjectId)).at(-1), 'receipt-30005');
  });

  it('fails at once what the provider refuses', async () => {
    const phone = aNumber();
    await simulator.reply(phone, 'STOP');
    const { subjectId } = await tellPhone(phone);
    await reaches(subjectId, 'failed');
    assert.equal((await causesOf(subjectId)).at(-1), 'twilio-21610');
  });

  it('tries again later where the provider was busy', async () => {
    await simulator.behave({ create: 'busy', times: 2 });
    const phone = aNumber();
    const { subjectId } = await tellPhone(phone);
    const busy = async () => (await causesOf(subjectId)).filter((cause) => cause === 'twilio-20429').length;
    for (const [tries, seconds] of [
      [1, 6],
      [2, 11],
    ] as const) {
      await until(async () => (await busy()) === tries);
      passSeconds(seconds);
    }
    await reaches(subjectId, 'delivered');
    assert.equal((await simulator.texts(phone)).length, 1);
  });

  it('settles by the receipt what was taken without an answer, and does not send it again', async () => {
    await simulator.behave({ create: 'reset-after-taking', times: 1 });
    const phone = aNumber();
    const { subjectId } = await tellPhone(phone);
    await reaches(subjectId, 'delivered');
    assert.equal((await simulator.texts(phone)).length, 1);
  });

  it('finds at the provider what was taken without answer and receipt', async () => {
    await simulator.behave({ create: 'silent-after-taking', times: 1, callbacks: 'off' });
    const phone = aNumber();
    const { subjectId } = await tellPhone(phone);
    await until(async () => (await causesOf(subjectId)).includes('no-answer'));
    passSeconds(61);
    await reaches(subjectId, 'accepted');
    assert.deepEqual([(await causesOf(subjectId)).at(-1), (await simulator.texts(phone)).length], ['listed', 1]);
  });

  it('lists as unknown what the provider does not know, and never sends it again', async () => {
    await simulator.behave({ create: 'reset', times: 1 });
    const phone = aNumber();
    const { subjectId } = await tellPhone(phone);
    await until(async () => (await causesOf(subjectId)).includes('no-answer'));
    for (let asked = 1; asked <= 2; asked += 1) {
      passSeconds(61);
      await until(async () => ((await DeliveryModel.findOne({ 'subject.id': subjectId }).lean())?.asked ?? 0) >= asked);
    }
    await reaches(subjectId, 'unknown');
    assert.deepEqual(await simulator.texts(phone), []);
  });

  it('waits for the morning with what happened in the night, unless texts were turned off by then', async () => {
    setClock('2026-03-03T20:00:00Z');
    const [phone, other] = [aNumber(), aNumber()];
    const [waiting, unwilling] = [await tellPhone(phone), await tellPhone(other)];
    for (const { subjectId } of [waiting, unwilling]) await reaches(subjectId, 'planned');
    tell(unwilling.subjectId, { ...unwilling.recipient, wantsSms: false });
    assert.deepEqual(await simulator.texts(phone), []);
    setClock('2026-03-04T07:00:00Z');
    await reaches(waiting.subjectId, 'delivered');
    await reaches(unwilling.subjectId, 'suppressed');
    assert.deepEqual(await simulator.texts(other), []);
  });
});
