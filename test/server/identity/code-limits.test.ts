import assert from 'node:assert/strict';
import type { RequestListener } from 'node:http';
import mongoose from 'mongoose';
import supertest, { type Response } from 'supertest';
import { createApp } from '#server/app.ts';
import { CodeCountModel } from '#server/identity/code-count.model.ts';
import { ContactCodeModel } from '#server/identity/contact-code.model.ts';
import { codeMessage, codesAsked } from '#server/identity/index.ts';
import { connectDatabase } from '#server/platform/database.ts';
import { OutboxModel } from '#server/platform/outbox.ts';
import { CODE_LIMITS, CODES_A_DAY, type CountedBy } from '#shared/domain/code-limits.ts';
import { passSeconds, useClock } from '../../support/clock.ts';
import { mongodbUri, useDatabase } from '../../support/database.ts';
import { KEYS } from '../../support/keys.ts';

const FIGURES = { year: 2026, received: 0, inWork: 0, answered: 0 };
const [HOUR_S, DAY_S] = [3_600, 86_400];
const most = (by: CountedBy, seconds: number): number =>
  CODE_LIMITS.find((limit) => limit.by === by && limit.lastsMs === seconds * 1_000)?.most ?? 0;

describe('identity: limits on codes', function limits() {
  this.timeout(60_000);
  useClock();
  const name = useDatabase();
  let listener: RequestListener;
  before(() => {
    const config = { ...KEYS, PUBLIC_URL: 'https://vidhuk.example', TRUSTED_PROXIES: 1, TWILIO_AUTH_TOKEN: undefined };
    const wiring = { dependencies: [], isDraining: () => false, figures: () => FIGURES };
    listener = createApp({ config: { ...config, RATE_LIMIT_SCALE: 1 }, ...wiring }).listener;
  });
  beforeEach(async () => {
    await Promise.all([ContactCodeModel.deleteMany(), CodeCountModel.deleteMany(), OutboxModel.deleteMany()]);
  });
  const ask = (phone: string, from: string): Promise<Response> =>
    supertest(listener).post('/api/v1/phone-codes').set('x-forwarded-for', from).send({ phone });
  /** A number of its own range for each `n`, or the `n`th of one range. */
  const apart = (n: number): string => `+38050${String(n).padStart(3, '0')}0000`;
  const near = (n: number): string => `+38067111${String(n).padStart(4, '0')}`;
  /** An address of a network of its own for each `n`. */
  const afar = (n: number): string => `100.${64 + (n >> 8)}.${n & 255}.7`;
  const sent = (): Promise<number> => OutboxModel.countDocuments({ kind: 'identity.code-requested' });
  const times = <T>(count: number, one: (n: number) => Promise<T>): Promise<T[]> =>
    Promise.all(Array.from({ length: count }, (_, n) => one(n)));
  const inTurn = async <T>(count: number, one: (n: number) => Promise<T>): Promise<T[]> => {
    const all: T[] = [];
    for (let n = 0; n < count; n += 1) all.push(await one(n));
    return all;
  };
  /** All of the city's codes of today, and those of one network and one range that nobody else asks from. */
  const spendTheDay = async (): Promise<void> => {
    await ask(apart(900), afar(900));
    await CodeCountModel.updateMany({}, { $set: { count: most('city', DAY_S) } });
  };

  it('let one number have ten in any 24 hours, and say when there is another', async () => {
    for (let n = 0; n < CODES_A_DAY; n += 1) {
      assert.equal((await ask(near(0), afar(n))).status, 202);
      passSeconds(n === 0 ? 2 * HOUR_S : 61);
    }
    const { status, headers, body } = await ask(near(0), afar(50));
    const waitS = DAY_S - 2 * HOUR_S - 61 * (CODES_A_DAY - 1);
    assert.deepEqual(
      [status, body.code, Math.abs(Number(headers['retry-after']) - waitS) < 5],
      [429, 'too-many-requests', true],
    );
    passSeconds(Number(headers['retry-after']) + 1);
    assert.equal((await ask(near(0), afar(51))).status, 202);
  });

  it('let one network ask for so many an hour, from whichever of its addresses', async () => {
    const mostNow = most('network', HOUR_S);
    const all = await inTurn(mostNow + 1, (n) => ask(apart(n), `203.0.113.${n}`));
    assert.deepEqual([all.filter(({ status }) => status === 202).length, all.at(-1)?.status], [mostNow, 429]);
    assert.equal(all.at(-1)?.body.code, 'too-many-requests');
    assert.equal(Number(all.at(-1)?.headers['retry-after']) <= HOUR_S, true);
    assert.equal(await sent(), mostNow);
    assert.equal((await ask(apart(998), '203.0.114.1')).status, 202, 'the neighbours');
    assert.equal((await ask(apart(997), '::ffff:203.0.113.9')).status, 429, 'the same in other clothes');
    passSeconds(HOUR_S);
    assert.equal((await ask(apart(999), '203.0.113.1')).status, 202, 'an hour later');
  });

  it('let one network of IPv6 ask for as many, from whichever of its subnets', async () => {
    const mostNow = most('network', HOUR_S);
    const all = await inTurn(mostNow + 1, (n) => ask(apart(n), `2001:db8:7:${n.toString(16)}::1`));
    assert.deepEqual([all.filter(({ status }) => status === 202).length, all.at(-1)?.status], [mostNow, 429]);
    assert.equal((await ask(apart(999), '2001:db8:8::1')).status, 202);
  });

  it('let one network ask for so many a day', async () => {
    const perHour = most('network', HOUR_S) - 1;
    const hours = Math.ceil(most('network', DAY_S) / perHour);
    const statuses: number[] = [];
    for (let hour = 0; hour < hours; hour += 1) {
      const asked = await times(perHour, (n) => ask(apart(hour * perHour + n), `203.0.113.${n}`));
      statuses.push(...asked.map(({ status }) => status));
      passSeconds(HOUR_S);
    }
    assert.equal(statuses.filter((status) => status === 202).length, most('network', DAY_S));
  });

  it('send no more than so many to one range of numbers, and let nobody notice', async () => {
    const mostNow = most('range', HOUR_S);
    const heldBefore = codesAsked().range ?? 0;
    const all = await inTurn(mostNow + 3, (n) => ask(near(n), afar(n)));
    assert.deepEqual([...new Set(all.map(({ status }) => status))], [202]);
    assert.equal(await sent(), mostNow);
    assert.equal((codesAsked().range ?? 0) - heldBefore, 3);
    const [first, last] = [all[0], all.at(-1)] as [Response, Response];
    assert.deepEqual(Object.keys(last.body), Object.keys(first.body));
    assert.deepEqual(Object.keys(last.headers).sort(), Object.keys(first.headers).sort());
    // Asked again at once, entered wrongly: as for any other number.
    assert.equal((await ask(near(mostNow + 2), afar(500))).status, 429);
    const enter = async (codeId: string): Promise<[number, string]> => {
      const code = (await codeMessage(codeId))?.code === '000000' ? '000001' : '000000';
      const { status, body } = await supertest(listener).post('/api/v1/sessions').send({ codeId, code });
      return [status, body.errors[0].code];
    };
    assert.deepEqual(await enter(last.body.codeId), await enter(first.body.codeId));
    assert.equal((await ask(apart(1), afar(501))).status, 202);
    assert.equal(await sent(), mostNow + 1, 'another range');
    passSeconds(HOUR_S);
    await ask(near(4_000), afar(502));
    assert.equal(await sent(), mostNow + 2, 'an hour later');
  });

  it('send no more than so many to one range in a day', async () => {
    for (let hour = 0; hour < 4; hour += 1) {
      await times(most('range', HOUR_S) - 1, (n) => ask(near(hour * 100 + n), afar(hour * 100 + n)));
      passSeconds(HOUR_S);
    }
    assert.equal(await sent(), most('range', DAY_S));
  });

  it('hold when all ask at once', async () => {
    const mostNow = most('range', HOUR_S);
    const all = await times(mostNow * 2, (n) => ask(near(n), afar(n)));
    assert.deepEqual([...new Set(all.map(({ status }) => status))], [202]);
    assert.equal(await sent(), mostNow);
    const others = await times(most('network', HOUR_S) + 20, (n) => ask(apart(n), `203.0.113.${n}`));
    assert.equal(others.filter(({ status }) => status === 202).length, most('network', HOUR_S));
  });

  it('stop all codes by text when the city’s day is spent, say so, and let letters go on', async () => {
    await spendTheDay();
    const { status, body, headers } = await ask(apart(1), afar(1));
    assert.deepEqual([status, body.code], [429, 'codes.stopped']);
    assert.ok(Number(headers['retry-after']) > HOUR_S);
    const letter = supertest(listener).post('/api/v1/email-codes').set('x-forwarded-for', afar(2));
    assert.equal((await letter.send({ email: 'olena@city.example' })).status, 202);
    passSeconds(DAY_S);
    assert.equal((await ask(apart(2), afar(3))).status, 202);
  });

  it('say on the page that codes have stopped, in its place', async () => {
    await spendTheDay();
    const page = await supertest(listener)
      .post('/my/phone-code')
      .type('form')
      .set({ 'x-forwarded-for': afar(4), 'sec-fetch-site': 'same-origin' })
      .send({ phone: '050 123 45 67' });
    assert.equal(page.status, 429);
    assert.match(page.text, /Коди в SMS сьогодні більше не надсилаються/);
  });

  it('let a code die after five tries, however many come at once, and after ten minutes', async () => {
    const enter = async (codeId: string, code: string): Promise<string> => {
      const { status, body } = await supertest(listener).post('/api/v1/sessions').send({ codeId, code });
      return status === 201 ? 'in' : (body.errors?.[0].code ?? body.code);
    };
    const { codeId } = (await ask(near(1), afar(1))).body;
    const code = (await codeMessage(codeId))?.code ?? '';
    const wrong = code === '000000' ? '000001' : '000000';
    const said = await times(20, () => enter(codeId, wrong));
    assert.deepEqual(
      ['code.wrong', 'code.exhausted'].map((one) => said.filter((word) => word === one).length),
      [5, 15],
    );
    assert.equal(await enter(codeId, code), 'code.exhausted', 'the right one comes too late');

    const other = (await ask(near(2), afar(2))).body.codeId;
    const right = (await codeMessage(other))?.code ?? '';
    passSeconds(10 * 60);
    assert.equal(await enter(other, right), 'code.expired');
    assert.equal(await codeMessage(other), null);
  });

  it('keep neither a network nor a range in the open', async () => {
    await ask(near(1), '203.0.113.9');
    const kept = JSON.stringify(await CodeCountModel.find().lean());
    assert.equal((await CodeCountModel.countDocuments()) > 0, true);
    assert.ok(!/203\.0\.113|67111/.test(kept), kept);
  });

  it('let no code go while they cannot be counted', async () => {
    await mongoose.disconnect();
    const { status, body, headers } = await ask(apart(1), afar(1));
    await connectDatabase(mongodbUri(name));
    assert.deepEqual([status, body.code, Number(headers['retry-after']) > 0], [503, 'store.unavailable', true]);
    assert.equal(await ContactCodeModel.countDocuments(), 0);
  });
});
