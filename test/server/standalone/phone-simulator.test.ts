import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import twilio from 'twilio';
import type { Taken } from '#server/standalone/phone-simulator/messages.ts';
import { useClock } from '../../support/clock.ts';
import { numbersOf } from '../../support/phone-numbers.ts';
import { ACCOUNT, useSimulator } from '../../support/simulator.ts';
import { until } from '../../support/until.ts';

const { accountSid, authToken, messagingServiceSid } = ACCOUNT;
const aNumber = numbersOf('67');

describe('phone simulator: what the SDK of Twilio sees', () => {
  useClock();
  const simulator = useSimulator();
  const client = (token: string = authToken) => {
    const made = twilio(accountSid, token, { httpClient: new twilio.RequestClient({ timeout: 1_000 }) });
    made.api.baseUrl = simulator.url;
    return made;
  };
  const send = (to: string, over: object = {}) =>
    client().messages.create({ to, body: 'Привіт', messagingServiceSid, ...over });
  const refusedWith =
    (code: number, status: number) => (error: { code?: number; status?: number; moreInfo?: string }) => {
      assert.deepEqual([error.code, error.status], [code, status]);
      assert.equal(error.moreInfo, `https://www.twilio.com/docs/errors/${code}`);
      return true;
    };

  it('takes a message and carries it to the phone', async () => {
    const to = aNumber();
    const taken = await send(to);
    assert.match(taken.sid, /^SM[0-9a-f]{32}$/);
    assert.deepEqual(
      [taken.accountSid, taken.to, taken.body, taken.messagingServiceSid, taken.direction, taken.errorCode],
      [accountSid, to, 'Привіт', messagingServiceSid, 'outbound-api', null],
    );
    assert.ok(
      taken.dateCreated instanceof Date &&
        Math.abs(taken.dateCreated.getTime() - Date.parse('2026-03-03T08:00:00Z')) < 5_000,
    );
    const arrived = await until(async () => {
      const found = await client().messages(taken.sid).fetch();
      return found.status === 'delivered' && found;
    });
    assert.deepEqual([arrived.numSegments, arrived.from], ['1', 'OdesaRada']);
    assert.ok(arrived.dateSent instanceof Date);
    assert.deepEqual(
      (await simulator.texts(to)).map(({ body, status }) => [body, status]),
      [['Привіт', 'delivered']],
    );
  });

  it('lists by number and date, newest first, page by page', async () => {
    const [to, other] = [aNumber(), aNumber()];
    await send(other);
    for (const body of ['1', '2', '3', '4', '5']) await send(to, { body });
    const bodies = async (filter: object) => (await client().messages.list({ to, ...filter })).map(({ body }) => body);
    assert.deepEqual(await bodies({ pageSize: 2 }), ['5', '4', '3', '2', '1']);
    assert.deepEqual(await bodies({ pageSize: 2, limit: 3 }), ['5', '4', '3']);
    await until(async () => (await simulator.texts(to)).every(({ status }) => status === 'delivered'));
    assert.equal((await bodies({ dateSentAfter: new Date('2026-03-03T07:59:00Z') })).length, 5);
    assert.equal((await bodies({ dateSentAfter: new Date('2026-03-03T09:00:00Z') })).length, 0);
    assert.equal((await bodies({ dateSentBefore: new Date('2026-03-03T09:00:00Z') })).length, 5);
    assert.equal((await bodies({ from: 'OdesaRada' })).length, 5);
    assert.equal((await bodies({ from: 'Somebody' })).length, 0);
  });

  it('deletes a message', async () => {
    const { sid } = await send(aNumber());
    assert.equal(await client().messages(sid).remove(), true);
    await assert.rejects(client().messages(sid).fetch(), refusedWith(20404, 404));
    await assert.rejects(client().messages(sid).remove(), refusedWith(20404, 404));
  });

  it('refuses as Twilio does', async () => {
    const stopped = aNumber();
    await simulator.reply(stopped, 'STOP');
    const cases: [number, () => Promise<unknown>][] = [
      [21211, () => send('+38067')],
      [21614, () => send('+380482345678')],
      [21408, () => send('+48501234567')],
      [21610, () => send(stopped)],
      [21602, () => send(aNumber(), { body: '' })],
      [21603, () => client().messages.create({ to: aNumber(), body: 'Привіт' })],
      [21617, () => send(aNumber(), { body: 'я'.repeat(1_601) })],
    ];
    for (const [code, attempt] of cases) await assert.rejects(attempt, refusedWith(code, 400));
    await assert.rejects(client('a wrong token').messages.list(), refusedWith(20003, 401));
    await simulator.reply(stopped, 'START');
    assert.equal((await send(stopped)).to, stopped);
  });

  it('answers 429 beyond its rate', async () => {
    await simulator.behave({ perSecond: 1 });
    const tries = await Promise.allSettled(Array.from({ length: 6 }, () => send(aNumber())));
    const refused = tries.flatMap((t) => (t.status === 'rejected' ? [t.reason as { code: number }] : []));
    assert.ok(refused.length >= 4, 'six in a moment fall within two seconds at the most');
    assert.ok(refused.every(({ code }) => code === 20429));
  });

  it('can break down, with and without having taken the message', async () => {
    for (const [create, isTaken] of [
      ['reset', false],
      ['broken', false],
      ['busy', false],
      ['refuse', false],
      ['reset-after-taking', true],
      ['broken-after-taking', true],
      ['silent-after-taking', true],
    ] as const) {
      const to = aNumber();
      await simulator.behave({ create, times: 1 });
      await assert.rejects(send(to), create);
      assert.equal((await simulator.texts(to)).length, isTaken ? 1 : 0, create);
      await send(to);
    }
  });

  it('still has its texts after it was started again', async () => {
    const to = aNumber();
    const { sid } = await send(to);
    await simulator.restart();
    const arrived = await until(async () => (await simulator.texts(to)).find(({ status }) => status === 'delivered'));
    assert.equal(arrived.sid, sid);
  });

  it('still says of every message that it took it, deleted or not, also after it was started again', async () => {
    const statusCallback = 'http://127.0.0.1:9/hooks?delivery=kept';
    const sids: string[] = [];
    for (const one of ['a', 'b'])
      sids.push((await send(aNumber(), { statusCallback: `${statusCallback}-${one}` })).sid);
    await client()
      .messages(sids[0] ?? '')
      .remove();
    const taken = async () => {
      const all = (await (
        await fetch(`${simulator.url}/taken`, { headers: { connection: 'close' } })
      ).json()) as Taken[];
      return all.flatMap((one) => (one.statusCallback?.startsWith(statusCallback) ? [one] : []));
    };
    for (const round of ['before', 'after']) {
      const found = await taken();
      assert.deepEqual(found.map(({ sid }) => sid).sort(), [...sids].sort(), round);
      assert.ok(found.every((one) => one.parts === 1 && !('to' in one) && !('body' in one)));
      await simulator.restart();
    }
  });

  it('can be so slow that whoever asked has gone before it takes the message', async () => {
    const to = aNumber();
    await simulator.behave({ delayMs: 1_500 });
    await assert.rejects(send(to));
    assert.deepEqual(await simulator.texts(to), []);
    await until(async () => (await simulator.texts(to)).length === 1);
  });

  it('is no page’s business', async () => {
    const answer = await fetch(`${simulator.url}/texts`, { headers: { origin: 'https://elsewhere.example' } });
    assert.equal(answer.status, 403);
  });
});

describe('phone simulator: status callbacks', () => {
  useClock();
  const simulator = useSimulator();
  let listener: Server;
  let heard: string[] = [];
  let refusals = 0;
  const address = () => `http://127.0.0.1:${(listener.address() as AddressInfo).port}/hooks?delivery=d%201`;

  before((done) => {
    listener = createServer(async (req, res) => {
      let body = '';
      for await (const chunk of req) body += chunk;
      const params = Object.fromEntries(new URLSearchParams(body));
      const url = new URL(req.url ?? '', address());
      const isSigned = twilio.validateRequest(authToken, String(req.headers['x-twilio-signature']), url.href, params);
      const isTaken = refusals === 0;
      if (isTaken) heard.push(isSigned ? `${params.MessageStatus}` : 'unsigned');
      else refusals -= 1;
      res.writeHead(isTaken ? 204 : 503).end();
    }).listen(0, '127.0.0.1', done);
  });
  beforeEach(() => {
    heard = [];
    refusals = 0;
  });
  after(() => listener.close());

  const send = async () => {
    const client = twilio(accountSid, authToken);
    client.api.baseUrl = simulator.url;
    return client.messages.create({ to: aNumber(), body: 'Привіт', messagingServiceSid, statusCallback: address() });
  };
  const after3 = () => until(async () => heard.length >= 3 && heard);

  it('come signed and in order', async () => {
    await send();
    assert.deepEqual(await after3(), ['queued', 'sent', 'delivered']);
  });
  it('are tried again, in order, where they were not taken', async () => {
    refusals = 2;
    await send();
    assert.deepEqual(await after3(), ['queued', 'sent', 'delivered']);
  });
  it('can be late', async () => {
    await simulator.behave({ callbacks: 'late' });
    const { to } = await send();
    await until(async () => (await simulator.texts(to)).some(({ status }) => status === 'queued'));
    assert.deepEqual(heard, []);
    await simulator.behave({ callbacks: 'on' });
    assert.deepEqual(await after3(), ['queued', 'sent', 'delivered']);
  });
  it('can come shuffled, twice, with another ending or not at all', async () => {
    await simulator.behave({ callbacks: 'shuffled' });
    await send();
    assert.deepEqual(await after3(), ['delivered', 'sent', 'queued']);
    heard = [];
    await simulator.behave({ callbacks: 'doubled', ending: 'undelivered' });
    await send();
    await until(async () => heard.length === 6);
    assert.deepEqual(heard, ['queued', 'queued', 'sent', 'sent', 'undelivered', 'undelivered']);
    heard = [];
    await simulator.behave({ callbacks: 'off', ending: 'delivered' });
    const { to } = await send();
    await until(async () => (await simulator.texts(to)).every(({ status }) => status === 'delivered'));
    assert.deepEqual(heard, []);
  });
});
