import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { Secret, TOTP } from 'otpauth';
import { confirmTotp, totpOnOffer } from '#server/accounts/index.ts';
import { StaffModel } from '#server/identity/index.ts';
import { now } from '#server/platform/clock.ts';
import type { Actor } from '#server/platform/policy.ts';
import { whoAsks } from '#server/register/index.ts';
import { seedStaff } from '#server/seeds/demo-city.ts';
import { useCity } from '../../support/api.ts';
import { passSeconds, useClock } from '../../support/clock.ts';

describe('identity: a second factor of staff', () => {
  useClock();
  const city = useCity();
  let passwords: ReadonlyMap<string, string>;
  before(async () => {
    passwords = new Map((await seedStaff()).map(({ login, password }) => [login, password]));
  });
  beforeEach(() => mongoose.connection.collection('sign_in_delays').deleteMany({}));
  const actorOf = async (login: string): Promise<Actor> =>
    (await whoAsks((await city.token(login)).token)) ?? assert.fail();
  const appWith = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret) });
  const codeOf = (app: TOTP, laterS = 0) => app.generate({ timestamp: now().getTime() + laterS * 1_000 });
  /** Enrols a member of staff; answers their app and recovery codes. The code that confirmed is spent. */
  const enrol = async (login: string) => {
    await StaffModel.updateOne({ login }, { $set: { totp: null } });
    const actor = await actorOf(login);
    const { secret } = (await totpOnOffer(actor)) ?? assert.fail();
    const app = appWith(secret);
    const recovery = await confirmTotp(actor, codeOf(app));
    passSeconds(30);
    return { app, recovery, secret };
  };
  const enter = async (login: string, totp?: string) => {
    const { status, body } = await city.api.post('/api/v1/sessions', {
      login,
      password: passwords.get(login),
      ...(totp !== undefined && { totp }),
    });
    return [status, body.code ?? body.kind];
  };

  it('makes the codes of RFC 6238, appendix B', () => {
    const app = appWith(Secret.fromUTF8('12345678901234567890').base32);
    assert.equal(app.generate({ timestamp: 1_111_111_109_000 }), '081804');
    assert.equal(app.generate({ timestamp: 20_000_000_000_000 }), '353130');
  });

  it('is asked for after a right password, and taken once', async () => {
    const { app } = await enrol('operator');
    assert.deepEqual(await enter('operator'), [401, 'sign-in.code-needed']);
    const code = codeOf(app);
    assert.deepEqual(await enter('operator', `${code.slice(0, 3)} ${code.slice(3)}`), [201, 'staff']);
    assert.deepEqual(await enter('operator', code), [401, 'sign-in.wrong']);
    passSeconds(30);
    assert.deepEqual(await enter('operator', codeOf(app)), [201, 'staff']);
    const wrong = await city.api.post('/api/v1/sessions', { login: 'operator', password: 'nope', totp: '123456' });
    assert.deepEqual([wrong.status, wrong.body.code], [401, 'sign-in.wrong']);
  });

  it('takes one of two that bring the same code at once', async () => {
    const { app } = await enrol('head');
    const code = codeOf(app);
    const both = await Promise.all([enter('head', code), enter('head', code)]);
    assert.deepEqual(both.map(([status]) => status).sort(), [201, 401]);
  });

  it('takes a code of one step early or late, and none before the last', async () => {
    const { app } = await enrol('roads');
    passSeconds(60);
    assert.deepEqual(await enter('roads', codeOf(app, 30)), [201, 'staff']);
    assert.deepEqual(await enter('roads', codeOf(app, -30)), [401, 'sign-in.wrong']);
    assert.deepEqual(await enter('roads', codeOf(app, 90)), [401, 'sign-in.wrong']);
  });

  it('is replaced once by each recovery code, however it was typed', async () => {
    const { recovery } = await enrol('executor');
    const [first = ''] = recovery;
    assert.equal(new Set(recovery).size, 10);
    assert.deepEqual(await enter('executor', `${first.slice(0, 5)}-${first.slice(5)}`.toLowerCase()), [201, 'staff']);
    assert.deepEqual(await enter('executor', first), [401, 'sign-in.wrong']);
    assert.deepEqual(await enter('executor', recovery[9]), [201, 'staff']);
  });

  it('is confirmed by a right code alone, once, and its secret is shown no more', async () => {
    await StaffModel.updateOne({ login: 'greenery' }, { $set: { totp: null } });
    const actor = await actorOf('greenery');
    const invalid = (code: string) => ({
      code: 'fields.invalid',
      details: { errors: [{ in: 'body', path: 'code', code }] },
    });
    await assert.rejects(confirmTotp(actor, '000000'), invalid('code.expired'));
    const offered = (await totpOnOffer(actor)) ?? assert.fail();
    assert.deepEqual(await totpOnOffer(actor), offered);
    assert.match(offered.address, /^otpauth:\/\/totp\/Vidhuk:greenery\?/);
    const code = codeOf(appWith(offered.secret));
    await assert.rejects(confirmTotp(actor, code === '000000' ? '000001' : '000000'), invalid('code.wrong'));
    assert.deepEqual(await enter('greenery'), [201, 'staff']);
    await confirmTotp(actor, code);
    assert.equal(await totpOnOffer(actor), null);
    await assert.rejects(confirmTotp(actor, code), invalid('code.expired'));
  });

  it('lies sealed, and recovery codes hashed', async () => {
    const { secret, recovery } = await enrol('municipal');
    const rows = await mongoose.connection.collection('staff').find().toArray();
    const kept = JSON.stringify(rows, (_, value) => (value?._bsontype === 'Binary' ? value.toString('latin1') : value));
    for (const plain of [secret, ...recovery]) assert.ok(!kept.includes(plain));
  });
});
