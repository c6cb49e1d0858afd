import assert from 'node:assert/strict';
import express from 'express';
import request from 'supertest';
import twilio from 'twilio';
import { phonePages } from '#server/standalone/demo/phone.routes.ts';
import { useClock } from '../../support/clock.ts';
import { useManifest } from '../../support/manifest.ts';
import { ACCOUNT, useSimulator } from '../../support/simulator.ts';
import { until } from '../../support/until.ts';

describe('demo: the phones', () => {
  useManifest();
  useClock();
  const simulator = useSimulator();
  const [first, second] = ['+380671112233', '+380502223344'];
  const get = (path: string, accept = 'text/html') =>
    request(express().use(phonePages(simulator.url)))
      .get(path)
      .set('accept', accept);

  before(async () => {
    const client = twilio(ACCOUNT.accountSid, ACCOUNT.authToken);
    client.api.baseUrl = simulator.url;
    const { messagingServiceSid } = ACCOUNT;
    const texts: [string, string][] = [
      [first, '123456 – код для localhost:3000. Діє 10 хвилин. Нікому його не кажіть.'],
      [second, 'Звернення 2600123452: відповідь до 17.03.2026. localhost:3000/c/7KQ2M4P'],
      [first, 'Хто <script>alert(1)</script> пише'],
    ];
    for (const [to, body] of texts) await client.messages.create({ to, body, messagingServiceSid });
    await until(async () => (await simulator.texts()).every(({ status }) => status === 'delivered'));
  });

  it('are a page: each number with its texts, the last one last, and whether they arrived', async () => {
    const { text, headers } = await get('/dev/phone').expect(200).expect('content-type', /html/);
    const places = ['+380 67 111 22 33', '123456 – код', 'Хто &lt;script', '+380 50 222 33 44'].map((s) =>
      text.indexOf(s),
    );
    assert.ok(
      places.every((place, i) => place > (places[i - 1] ?? 0)),
      `${places}`,
    );
    assert.match(text, /<a href="\/c\/7KQ2M4P">localhost:3000\/c\/7KQ2M4P<\/a>/);
    assert.equal(text.split('доставлено').length - 1, 3);
    assert.equal(headers.refresh, '3');
    assert.doesNotMatch(text, /style=|<script>/);
  });
  it('are JSON for one number however it is written', async () => {
    for (const to of ['+380671112233', '%2B380671112233', '0671112233'])
      assert.deepEqual(
        (await get(`/dev/phone?to=${to}`).expect(200)).body.map((t: { to: string; body: string }) => [
          t.to,
          t.body.slice(0, 3),
        ]),
        [
          [first, '123'],
          [first, 'Хто'],
        ],
      );
    assert.deepEqual((await get('/dev/phone?to=nonsense')).body, []);
  });
  it('are JSON where that is asked for', async () => {
    assert.equal((await get('/dev/phone', 'application/json')).body.length, 3);
    const [text] = (await get('/dev/phone?format=json')).body;
    assert.deepEqual(Object.keys(text), ['to', 'body', 'at', 'status', 'sid']);
  });
  it('say that they do not answer while the simulator is away', async () => {
    const away = request(express().use(phonePages('http://127.0.0.1:9')));
    const { text } = await away.get('/dev/phone').set('accept', 'text/html').expect(503);
    assert.match(text, /Телефони зараз не відповідають/);
  });
});
