import assert from 'node:assert/strict';
import express from 'express';
import { Types } from 'mongoose';
import request from 'supertest';
import twilio from 'twilio';
import { problems, refuser } from '#server/http/problems.ts';
import { DeliveryModel } from '#server/notifications/delivery.model.ts';
import { planDeliveries } from '#server/notifications/index.ts';
import { receiptRoutes } from '#server/notifications/receipts.routes.ts';
import { useClock } from '../../support/clock.ts';
import { useDatabase } from '../../support/database.ts';
import { anEvent, aRecipient, ledgerOf, useTestAudience } from '../../support/texts.ts';

const PUBLIC_URL = 'https://omr.gov.ua';
const TOKEN = 'a token for tests only';
const appWith = (authToken: string, publicUrl = PUBLIC_URL) =>
  express()
    .use(receiptRoutes({ publicUrl, authToken }))
    .use(problems(refuser(() => assert.fail('a page for a machine'))));
const app = appWith(TOKEN);

/** A status callback, signed as Twilio signs it unless said otherwise. */
const callback = (path: string, params: Record<string, string>, signature: string | null = sign(path, params)) => {
  const post = request(app).post(path).type('form').send(params);
  return signature === null ? post : post.set('x-twilio-signature', signature);
};
const sign = (path: string, params: Record<string, string>, { token = TOKEN, url = PUBLIC_URL } = {}) =>
  twilio.getExpectedTwilioSignature(token, url + path, params);
const pathOf = (id: string) => `/hooks/twilio/status?delivery=${id}`;
const told = (MessageStatus: string, more: object = {}) => ({
  MessageSid: `SM${'a'.repeat(32)}`,
  MessageStatus,
  To: '+380671234567',
  ...more,
});

describe('notifications: receipts over HTTP', () => {
  useDatabase();
  useClock();
  before(useTestAudience);

  /** A message that is with the provider. */
  const aSentText = async () => {
    const { rowId, subjectId } = await anEvent([aRecipient()]);
    await planDeliveries(rowId);
    const sid = `SM${String(new Types.ObjectId()).padStart(32, '0')}`;
    await DeliveryModel.updateOne({ 'subject.id': subjectId }, { state: 'accepted', providerId: sid });
    const row = async () => (await ledgerOf(subjectId))[0] ?? assert.fail('no row');
    return { path: pathOf(String((await row())._id)), sid, row };
  };

  it('are taken where Twilio signed them over this very address', async () => {
    const { path, sid, row } = await aSentText();
    await callback(path, told('delivered', { MessageSid: sid })).expect(204);
    assert.equal((await row()).state, 'delivered');
  });

  it('are refused without a signature or with a wrong one, and change nothing', async () => {
    const { path, sid, row } = await aSentText();
    const params = told('failed', { MessageSid: sid });
    await callback(path, params, null).expect(400);
    for (const wrong of [
      '',
      'nonsense',
      sign(path, params, { token: 'another token' }),
      sign(path, params, { url: 'http://omr.gov.ua' }),
      sign(path, params, { url: 'https://omr.gov.ua.example' }),
      sign(pathOf('e'.repeat(24)), params),
      sign(path, { ...params, MessageStatus: 'delivered' }),
    ])
      await callback(path, params, wrong).expect(wrong === '' ? 400 : 403);
    assert.equal((await row()).state, 'accepted');
  });

  it('do no harm late, shuffled and repeated', async () => {
    const { path, sid, row } = await aSentText();
    for (const status of ['sent', 'delivered', 'queued', 'sending', 'sent', 'delivered', 'undelivered'])
      await callback(path, told(status, { MessageSid: sid })).expect(204);
    const { state, changes } = await row();
    assert.deepEqual([state, changes.map((c) => c.state)], ['delivered', ['planned', 'sent', 'delivered']]);
  });

  it('name the provider’s error as the cause', async () => {
    const { path, sid, row } = await aSentText();
    await callback(path, told('undelivered', { MessageSid: sid, ErrorCode: '30005' })).expect(204);
    assert.equal((await row()).changes.at(-1)?.cause, 'receipt-30005');
  });

  it('are let go where they are for nobody or say nothing new', async () => {
    const { path, sid, row } = await aSentText();
    await callback(pathOf('e'.repeat(24)), told('delivered')).expect(204);
    await callback(pathOf('not-an-id'), told('delivered')).expect(204);
    await callback('/hooks/twilio/status', told('delivered')).expect(204);
    await callback(path, told('partially_delivered', { MessageSid: sid })).expect(204);
    await callback(path, { MessageSid: sid }).expect(204);
    assert.equal((await row()).state, 'accepted');
  });

  it('have no address where no provider is set, for then anybody could sign', async () => {
    const { path, sid, row } = await aSentText();
    const params = told('delivered', { MessageSid: sid });
    const signature = sign(path, params, { token: '' });
    await request(appWith('')).post(path).type('form').send(params).set('x-twilio-signature', signature).expect(404);
    assert.equal((await row()).state, 'accepted');
  });

  it('are checked against the public address, whatever a proxy makes of it', async () => {
    const url = 'https://omr.gov.ua:8443';
    const behindProxy = appWith(TOKEN, url);
    for (const query of ['', '&b=2&a=1', '&word=%D1%97%20%2B', '&empty=']) {
      const { path, sid, row } = await aSentText();
      const params = told('delivered', { MessageSid: sid });
      const post = (signature: string) =>
        request(behindProxy)
          .post(path + query)
          .set({ host: 'web1:3000', 'x-forwarded-host': 'web1', 'x-forwarded-proto': 'http' })
          .type('form')
          .send(params)
          .set('x-twilio-signature', signature);
      await post(sign(path, params, { url })).expect(query ? 403 : 204);
      // Twilio itself signs with the port or without it; the SDK knows both.
      await post(sign(path + query, params, { url })).expect(204);
      await post(sign(path + query, params, { url: 'https://omr.gov.ua' })).expect(204);
      await post(sign(path + query, params, { url: 'https://omr.gov.ua:3000' })).expect(403);
      await post(sign(path + query, params, { url: 'http://web1:3000' })).expect(403);
      assert.equal((await row()).state, 'delivered');
    }
  });
});

/** Twilio's own worked examples: that of its documentation (Security, "Validating requests") and an older one, of its libraries. */
const VECTORS = [
  ['https://example.com', '+14158675310', 'L/OH5YylLD5NRKLltdqwSvS0BnU='],
  ['https://mycompany.com', '+14158675309', 'RSOYDt4T1cUTdK1PDd93/VVr8B8='],
] as const;

describe('notifications: the signature of Twilio’s documentation', () => {
  const path = '/myapp.php?foo=1&bar=2';
  const paramsOf = (caller: string) => ({
    CallSid: 'CA1234567890ABCDE',
    Caller: caller,
    Digits: '1234',
    From: caller,
    To: '+18005551212',
  });

  it('is what the SDK reckons', () => {
    for (const [site, caller, signature] of VECTORS)
      assert.equal(twilio.getExpectedTwilioSignature('12345', site + path, paramsOf(caller)), signature);
  });

  it('passes our own check, and nothing beside it', async () => {
    for (const [site, caller, signature] of VECTORS) {
      // The example has an address of its own; ours is put in its place once the request has been read.
      const example = express()
        .use((req, _res, next) => {
          req.url = '/hooks/twilio/status';
          next();
        })
        .use(receiptRoutes({ publicUrl: site, authToken: '12345' }))
        .use(problems(refuser(() => ({ body: 'refused' }))));
      const post = (to: string, params: object) =>
        request(example).post(to).type('form').send(params).set('x-twilio-signature', signature);
      const params = paramsOf(caller);
      await post(path, params).expect(204);
      await post('/myapp.php?bar=2&foo=1', params).expect(403);
      await post('/myapp.php', params).expect(403);
      await post(path, { ...params, Digits: '1235' }).expect(403);
      await post(path, { ...params, More: '' }).expect(403);
    }
  });
});
