import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { problems, refuser } from '#server/http/problems.ts';
import { type Delivery, DeliveryModel } from '#server/notifications/delivery.model.ts';
import { gatewayReceiptRoutes } from '#server/notifications/gateway-receipts.routes.ts';
import { receiptRoutes } from '#server/notifications/receipts.routes.ts';
import { readConfig } from '#server/platform/config.ts';
import { useKeys } from '#server/platform/secrets.ts';
import { type SmsGateway, smsGatewayOf } from '#workers/sms/index.ts';
import { passSeconds, useClock } from '../support/clock.ts';
import { redisUrl, useDatabase } from '../support/database.ts';
import { HTTP_KEYS, useHttpGateway } from '../support/http-gateway.ts';
import { KEYS } from '../support/keys.ts';
import { numbersOf } from '../support/phone-numbers.ts';
import { ACCOUNT, useSimulator } from '../support/simulator.ts';
import { useSmppServer } from '../support/smpp-server.ts';
import { anEvent, aRecipient, useTestAudience } from '../support/texts.ts';
import { startTexts } from '../support/texts-at-work.ts';
import { until } from '../support/until.ts';

const aNumber = numbersOf('97');

describe('texts: by the gateways that the settings name', () => {
  const database = useDatabase();
  useClock();
  const operator = useHttpGateway();
  const twilio = useSimulator();
  const smsc = useSmppServer();
  let web: Server;
  let atWork: ReturnType<typeof startTexts> | null = null;
  const publicUrl = () => `http://127.0.0.1:${(web.address() as AddressInfo).port}`;

  before(async () => {
    useKeys(KEYS);
    useTestAudience();
    web = createServer().listen(0, '127.0.0.1');
    await once(web, 'listening');
    const twilioReceipts = receiptRoutes({ publicUrl: publicUrl(), authToken: ACCOUNT.authToken });
    web.on(
      'request',
      express().use(
        twilioReceipts,
        gatewayReceiptRoutes(HTTP_KEYS.hookKey),
        problems(refuser(() => ({ body: 'refused' }))),
      ),
    );
  });
  afterEach(async () => {
    await atWork?.close();
    atWork = null;
  });
  after(() => {
    web.close();
    web.closeAllConnections();
  });
  const settings = (over: NodeJS.ProcessEnv): SmsGateway | null =>
    smsGatewayOf(
      readConfig({ ...KEYS, PUBLIC_URL: publicUrl(), MONGODB_URI: 'mongodb://later', REDIS_URL: redisUrl(), ...over }),
    );
  const viaHttp = () => ({ SMS_HTTP_URL: operator.url, SMS_HTTP_KEY: HTTP_KEYS.key });
  const viaSmpp = () => ({ SMS_SMPP_URL: smsc.url });
  const viaTwilio = () => ({
    TWILIO_ACCOUNT_SID: ACCOUNT.accountSid,
    TWILIO_AUTH_TOKEN: ACCOUNT.authToken,
    TWILIO_MESSAGING_SERVICE_SID: ACCOUNT.messagingServiceSid,
    TWILIO_API_URL: twilio.url,
  });
  const work = (over: NodeJS.ProcessEnv) => {
    const gateway = settings(over) ?? assert.fail('no gateway is set');
    const ground = { redisUrl: redisUrl(), database, simulatorUrl: twilio.url, publicUrl: publicUrl() };
    atWork = startTexts({ ...ground, gateway });
  };
  /** Tells a phone of an event; `row` is its line in the ledger once it is in this state. */
  const tellPhone = async (phone: string) => {
    const { subjectId } = await anEvent([aRecipient({}, phone)]);
    const row = (state: Delivery['state']): Promise<Delivery> =>
      until(async () => DeliveryModel.findOne({ 'subject.id': subjectId, state }).lean<Delivery>());
    return { row, of: () => DeliveryModel.findOne({ 'subject.id': subjectId }).lean<Delivery>() };
  };

  it('leave texts where they are while none is set, and refuse half of one', () => {
    assert.equal(settings({}), null);
    assert.equal(settings({ SMS_HOOK_KEY: HTTP_KEYS.hookKey }), null);
    assert.throws(() => settings({ SMS_GATEWAYS: 'http' }), /SMS_GATEWAYS/);
  });

  it('reach the phone by the operator’s own, whose signed receipt reaches the ledger', async () => {
    work({ ...viaHttp(), ...viaTwilio() });
    const phone = aNumber();
    const { row } = await tellPhone(phone);
    const { _id, providerId } = await row('accepted');
    assert.match(providerId ?? '', /^http:/);
    assert.equal(await operator.report(String(_id), { state: 'delivered' }, { key: 'x'.repeat(32) }), 403);
    assert.equal(await operator.report(String(_id), { state: 'delivered' }), 204);
    await row('delivered');
    assert.deepEqual([(await operator.texts(phone)).length, (await twilio.texts(phone)).length], [1, 0]);
  });

  it('reach the phone by the next where the first is down, in the order that is set', async () => {
    work({ ...viaHttp(), ...viaTwilio(), SMS_HTTP_URL: 'http://127.0.0.1:10/v1', SMS_GATEWAYS: 'http,twilio' });
    const phone = aNumber();
    const { row } = await tellPhone(phone);
    assert.match((await row('delivered')).providerId ?? '', /^SM/);
    assert.equal((await twilio.texts(phone)).length, 1);
  });

  it('find what the first took without an answer, and give it to no other', async () => {
    work({ ...viaHttp(), ...viaTwilio() });
    await operator.behave('reset-after-taking');
    const phone = aNumber();
    const { row, of } = await tellPhone(phone);
    await until(async () => (await of())?.changes.at(-1)?.cause === 'no-answer');
    passSeconds(61);
    assert.equal((await row('accepted')).changes.at(-1)?.cause, 'listed');
    assert.deepEqual([(await operator.texts(phone)).length, (await twilio.texts(phone)).length], [1, 0]);
  });

  it('reach the phone over SMPP, and hear its receipt even where it overtakes the answer', async () => {
    work(viaSmpp());
    const phone = aNumber();
    smsc.answerLate();
    const { row } = await tellPhone(phone);
    await until(async () => (await smsc.texts(phone)).length > 0);
    assert.equal(await smsc.report(phone, 'delivered'), 0);
    assert.match((await row('delivered')).providerId ?? '', /^smpp:/);
    assert.equal((await smsc.texts(phone)).length, 1);
  });

  it('list at once as unknown what SMPP took without an answer, and never send it again', async () => {
    work(viaSmpp());
    await until(async () => smsc.bound() > 0);
    await smsc.behave('reset-after-taking');
    const phone = aNumber();
    const { row, of } = await tellPhone(phone);
    await until(async () => (await of())?.changes.at(-1)?.cause === 'no-answer');
    passSeconds(61);
    assert.equal((await row('unknown')).changes.at(-1)?.cause, 'no-list');
    passSeconds(600);
    assert.equal((await smsc.texts(phone)).length, 1);
  });

  it('let go of a receipt for a text that the ledger does not know', async () => {
    work(viaSmpp());
    await until(async () => smsc.bound() > 0);
    assert.equal(await smsc.report(aNumber(), 'delivered'), 0);
  });
});
