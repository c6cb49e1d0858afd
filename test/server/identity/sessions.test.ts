import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { codeMessage, StaffModel } from '#server/identity/index.ts';
import { lookupHashes } from '#server/platform/secrets.ts';
import { detachContacts } from '#server/register/index.ts';
import { seedStaff } from '#server/seeds/demo-city.ts';
import { type Api, useCity } from '../../support/api.ts';
import { aDraft } from '../../support/appeals.ts';
import { passSeconds, useClock } from '../../support/clock.ts';

const HOUR_S = 3_600;

describe('identity: codes and sessions', () => {
  useClock();
  const city = useCity();
  let last = 1_000_000;
  /** A number that nobody used before, as people type it and in E.164. */
  const aPhone = () => {
    last += 1;
    return { typed: `(067) ${last}`, e164: `+38067${last}` };
  };
  const ask = async (phone: string) => {
    const { status, body } = await city.api.post('/api/v1/phone-codes', { phone });
    assert.equal(status, 202);
    return { codeId: body.codeId as string, code: (await codeMessage(body.codeId))?.code ?? '' };
  };
  const enter = (codeId: string, code: string) => city.api.post('/api/v1/sessions', { codeId, code });
  const wrongFor = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
  const fieldCode = (body: { errors?: { code: string }[] }) => body.errors?.[0]?.code;

  it('a code proves a phone: numbers and states of its cases, nothing of what they say, and nobody else’s', async () => {
    const { typed, e164 } = aPhone();
    const { id } = (await city.api.post('/api/v1/appeals', aDraft({ contact: { phone: typed } }))).body;
    const other = (await city.api.post('/api/v1/appeals', aDraft({ contact: { phone: aPhone().typed } }))).body;
    const { codeId, code } = await ask(e164);
    const { status, body } = await enter(codeId, `${code.slice(0, 3)} ${code.slice(3)}`);
    assert.deepEqual([status, body.kind], [201, 'resident']);
    const resident = city.api.as(body.token);
    const { items } = (await resident.get('/api/v1/my/appeals')).body;
    assert.deepEqual(
      items.map((item: { id: string; details: null }) => [item.id, item.details]),
      [[id, null]],
    );
    assert.equal((await resident.get(`/api/v1/appeals/${id}`)).body.details, null);
    assert.equal((await resident.get(`/api/v1/appeals/${other.id}`)).status, 404);
    await detachContacts({ phoneHashes: lookupHashes(e164) }, id);
    assert.deepEqual((await resident.get('/api/v1/my/appeals')).body.items, []);
  });

  it('a code is dead after five wrong tries, right or not', async () => {
    const { codeId, code } = await ask(aPhone().e164);
    for (const triesLeft of [4, 3, 2, 1, 0]) {
      const { status, body } = await enter(codeId, wrongFor(code));
      assert.deepEqual([status, fieldCode(body), body.triesLeft], [422, 'code.wrong', triesLeft]);
    }
    const { status, body } = await enter(codeId, code);
    assert.deepEqual([status, body.code], [429, 'code.exhausted']);
  });

  it('a code shows no case of need, health, home or family, which the access code opens', async () => {
    const { typed, e164 } = aPhone();
    const draft = aDraft({ categoryCode: 'social-help', contact: { phone: typed } });
    const { id, number, accessCode } = (await city.api.post('/api/v1/appeals', draft)).body;
    const { codeId, code } = await ask(e164);
    const resident = city.api.as((await enter(codeId, code)).body.token);
    assert.deepEqual((await resident.get('/api/v1/my/appeals')).body.items, []);
    assert.equal((await resident.get(`/api/v1/appeals/${id}`)).status, 404);
    const { token } = (await resident.post('/api/v1/sessions', { number, accessCode })).body;
    assert.equal((await city.api.as(token).get(`/api/v1/appeals/${id}`)).body.details.text, draft.text);
  });

  it('the id of a code says nothing of the ids of others', async () => {
    const [one, other] = [await ask(aPhone().e164), await ask(aPhone().e164)];
    for (let i = 0; i < 24; i += 6) assert.notEqual(one.codeId.slice(i, i + 6), other.codeId.slice(i, i + 6));
  });

  it('a code serves once and for ten minutes', async () => {
    const first = await ask(aPhone().e164);
    assert.equal((await enter(first.codeId, first.code)).status, 201);
    assert.equal(fieldCode((await enter(first.codeId, first.code)).body), 'code.expired');
    const second = await ask(aPhone().e164);
    passSeconds(601);
    assert.equal(fieldCode((await enter(second.codeId, second.code)).body), 'code.expired');
  });

  it('another code to the same phone waits for a minute', async () => {
    const { e164 } = aPhone();
    await ask(e164);
    const { status, headers } = await city.api.post('/api/v1/phone-codes', { phone: e164 });
    assert.equal(status, 429);
    assert.ok(Number(headers['retry-after']) > 0 && Number(headers['retry-after']) <= 60);
    passSeconds(61);
    await ask(e164);
  });

  it('an access code opens its case whole, however it was typed; a wrong one is as good as no case', async () => {
    const { number, accessCode, id } = (await city.api.post('/api/v1/appeals', aDraft())).body;
    const typed = accessCode
      .toLowerCase()
      .replace(/0/g, 'o')
      .replace(/(.{5})/, '$1-');
    const { body } = await city.api.post('/api/v1/sessions', {
      number: number.replace(/(.{4})/, '$1 '),
      accessCode: typed,
    });
    assert.equal(body.kind, 'caseHolder');
    assert.match((await city.api.as(body.token).get(`/api/v1/appeals/${id}`)).body.details.text, /ліхтар/);
    const swapped = accessCode[0] === 'A' ? `B${accessCode.slice(1)}` : `A${accessCode.slice(1)}`;
    const wrong = await city.api.post('/api/v1/sessions', { number, accessCode: swapped });
    const none = await city.api.post('/api/v1/sessions', { number: '2699999990', accessCode });
    assert.deepEqual([wrong.status, wrong.body], [401, none.body]);
  });

  describe('staff', () => {
    const signIn = (password: string, login = 'operator') => city.api.post('/api/v1/sessions', { login, password });
    let password = '';
    before(async () => {
      password = (await seedStaff()).find(({ login }) => login === 'operator')?.password ?? '';
    });
    const me = (token: string): ReturnType<Api['get']> => city.api.as(token).get('/api/v1/me');

    it('sign in by password, and are told nothing of what was wrong', async () => {
      const { status, body } = await signIn(password);
      assert.deepEqual([status, body.kind], [201, 'staff']);
      assert.equal((await me(body.token)).body.name, 'Олена Ткаченко');
      const lower = { authorization: `bearer ${body.token}` }; // the scheme's case means nothing (RFC 9110, 11.1)
      assert.equal((await city.api.get('/api/v1/me', lower)).status, 200);
      const [wrong, nobody] = [await signIn('nope'), await signIn(password, 'nobody')];
      assert.deepEqual([wrong.status, wrong.body], [401, nobody.body]);
    });

    it('are signed out after an idle hour, after twelve in all, and when they say so', async () => {
      const idle = (await signIn(password)).body.token;
      passSeconds(HOUR_S + 1);
      assert.equal((await me(idle)).status, 401);
      const busy = (await signIn(password)).body.token;
      for (let half = 0; half < 23; half += 1) {
        passSeconds(HOUR_S / 2);
        assert.equal((await me(busy)).status, 200);
      }
      passSeconds(HOUR_S / 2);
      assert.equal((await me(busy)).status, 401);
      const leaving = (await signIn(password)).body.token;
      await city.api.as(leaving).delete('/api/v1/sessions/current');
      assert.equal((await me(leaving)).status, 401);
    });

    it('lose what a role gave at their next request, and all when they are locked', async () => {
      const { token } = (await signIn(password)).body;
      await StaffModel.updateOne({ login: 'operator' }, { $set: { roles: [] } });
      assert.deepEqual((await me(token)).body.permissions, []);
      await StaffModel.updateOne({ login: 'operator' }, { $set: { isLocked: true } });
      assert.equal((await me(token)).status, 401);
      assert.equal((await signIn(password)).status, 401);
    });
  });

  it('keeps no token and no code, only what they hash to or are derived from', async () => {
    const { codeId, code } = await ask(aPhone().e164);
    const { token } = (await enter(codeId, code)).body;
    for (const name of ['sessions', 'contact_codes', 'outbox']) {
      const rows = JSON.stringify(await mongoose.connection.collection(name).find().toArray());
      assert.ok(!rows.includes(token) && !rows.includes(`"${code}"`), name);
    }
  });
});
