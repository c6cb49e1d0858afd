import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import express from 'express';
import request from 'supertest';
import { problems, refuser } from '#server/http/problems.ts';
import { DeliveryModel } from '#server/notifications/delivery.model.ts';
import { gatewayReceiptRoutes } from '#server/notifications/gateway-receipts.routes.ts';
import { planDeliveries, takeFoundReceipt } from '#server/notifications/index.ts';
import { now } from '#server/platform/clock.ts';
import { passSeconds, useClock } from '../../support/clock.ts';
import { useDatabase } from '../../support/database.ts';
import { anEvent, aRecipient, ledgerOf, useTestAudience } from '../../support/texts.ts';

const KEY = 'a key of 32 characters for tests.';
const app = express()
  .use(gatewayReceiptRoutes(KEY))
  .use(problems(refuser(() => assert.fail('a page for a machine'))));
const secondsNow = (): string => String(Math.floor(now().getTime() / 1_000));
/** Written out here as docs/sms-gateway.md says it. */
const sign = (body: string, seconds = secondsNow(), key = KEY) =>
  createHmac('sha256', key).update(`${seconds}.${body}`).digest('hex');
const post = (body: string, headers: Record<string, string>) =>
  request(app).post('/hooks/sms/status').type('json').set(headers).send(body);
const headersOf = (seconds: string, signature: string) => ({
  'x-sms-timestamp': seconds,
  'x-sms-signature': signature,
});
const tell = (body: string) => post(body, headersOf(secondsNow(), sign(body)));

describe('notifications: receipts of an HTTP gateway', () => {
  useDatabase();
  useClock();
  before(useTestAudience);

  let last = 0;
  /** A message that is with the provider, or may be. */
  const aText = async ({ isSilent = false } = {}) => {
    const { rowId, subjectId } = await anEvent([aRecipient()]);
    await planDeliveries(rowId);
    const id = `m-${++last}`;
    const providerId = `http:${id}`;
    await DeliveryModel.updateOne(
      { 'subject.id': subjectId },
      isSilent ? { state: 'sending' } : { state: 'accepted', providerId },
    );
    const row = async () => (await ledgerOf(subjectId))[0] ?? assert.fail('no row');
    const reference = String((await row())._id);
    const body = (state: string, more: object = {}) => JSON.stringify({ id, reference, state, ...more });
    return { body, row, providerId };
  };

  it('are taken where the gateway signed this very body just now', async () => {
    const { body, row } = await aText();
    await tell(body('delivered')).expect(204);
    assert.equal((await row()).state, 'delivered');
  });

  it('settle a text whose sending fell silent', async () => {
    const { body, row, providerId } = await aText({ isSilent: true });
    await tell(body('sent')).expect(204);
    const { state, providerId: found } = await row();
    assert.deepEqual([state, found], ['sent', providerId]);
  });

  it('are refused without a signature, with a wrong one and with an old one, and change nothing', async () => {
    const { body, row } = await aText();
    const said = body('failed');
    const at = secondsNow();
    await post(said, {}).expect(400);
    await post(said, { 'x-sms-timestamp': at }).expect(400);
    await post(said, { 'x-sms-signature': sign(said) }).expect(400);
    for (const [seconds, signature] of [
      [at, 'nonsense'],
      [at, sign(said, at, 'another key')],
      [at, sign(body('delivered'), at)],
      [String(Number(at) + 1), sign(said, at)],
      ['nonsense', sign(said, 'nonsense')],
      ['', sign(said, '')],
    ] as const)
      await post(said, headersOf(seconds, signature)).expect(seconds === '' ? 400 : 403);
    const signature = sign(said, at);
    passSeconds(301);
    await post(said, headersOf(at, signature)).expect(403);
    assert.equal((await row()).state, 'accepted');
  });

  it('do no harm late, shuffled and repeated', async () => {
    const { body, row } = await aText();
    for (const state of ['sent', 'delivered', 'accepted', 'sent', 'delivered', 'undelivered'])
      await tell(body(state)).expect(204);
    const { state, changes } = await row();
    assert.deepEqual([state, changes.map((c) => c.state)], ['delivered', ['planned', 'sent', 'delivered']]);
  });

  it('name the gateway’s error as the cause', async () => {
    const { body, row } = await aText();
    await tell(body('undelivered', { errorCode: 'absent.subscriber' })).expect(204);
    assert.equal((await row()).changes.at(-1)?.cause, 'receipt-absent.subscriber');
  });

  it('are let go where they are for nobody or say nothing that is known', async () => {
    const { body, row } = await aText();
    for (const said of [
      body('read-by-a-cat'),
      body('delivered', { reference: 'e'.repeat(24) }),
      body('delivered', { reference: 'not-an-id' }),
      body('delivered', { id: 'words of a person' }),
      body('delivered', { errorCode: '+380 50 123 45 67' }),
      '{}',
      'null',
      '[]',
    ])
      await tell(said).expect(204);
    await tell('no JSON').expect(400);
    assert.equal((await row()).state, 'accepted');
  });

  it('are found by the provider’s id alone where they come over a connection', async () => {
    const { row, providerId } = await aText();
    assert.equal(await takeFoundReceipt({ providerId, state: 'delivered', errorCode: null }), true);
    assert.equal((await row()).state, 'delivered');
    assert.equal(await takeFoundReceipt({ providerId: 'smpp:nobody', state: 'sent', errorCode: null }), false);
  });
});
