import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { signInStaff } from '#server/identity/index.ts';
import type { Problem } from '#server/platform/problem.ts';
import { seedStaff } from '#server/seeds/demo-city.ts';
import { useCity } from '../../support/api.ts';
import { passSeconds, useClock } from '../../support/clock.ts';

const HOUR_S = 3_600;

describe('identity: delays after failures to sign in', () => {
  useClock();
  const city = useCity();
  let passwords: ReadonlyMap<string, string>;
  before(async () => {
    passwords = new Map((await seedStaff()).map(({ login, password }) => [login, password]));
  });
  beforeEach(() => passSeconds(2 * HOUR_S)); // all is forgotten
  /** What came of a try: `in`, `wrong`, or the seconds to wait. */
  const attempt = (login: string, password: string, address = '10.0.0.1'): Promise<string | number> =>
    signInStaff({ login, password }, address).then(
      () => 'in',
      ({ code, details }: Problem) => (code === 'sign-in.wait' ? Number(details.retryAfterS) : code),
    );
  const right = (login: string) => passwords.get(login) ?? '';

  it('grow from a second to five minutes for a login at an address, and end with the right password', async () => {
    for (let i = 0; i < 4; i += 1) assert.equal(await attempt('operator', 'nope'), 'sign-in.wrong');
    const waits: (string | number)[] = [];
    for (let i = 0; i < 11; i += 1) {
      const wait = Number(await attempt('operator', 'nope'));
      waits.push(wait);
      passSeconds(wait);
      assert.equal(await attempt('operator', 'nope'), 'sign-in.wrong');
    }
    assert.deepEqual(waits, [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
    assert.equal(await attempt('operator', right('operator')), 300);
    passSeconds(300);
    assert.equal(await attempt('operator', right('operator')), 'in');
    assert.equal(await attempt('operator', 'nope'), 'sign-in.wrong');
    assert.equal(await attempt('operator', right('operator')), 'in');
  });

  it('say nothing of whether there is such a login', async () => {
    const said = async (login: string) => {
      const answers: unknown[] = [];
      for (let i = 0; i < 5; i += 1) {
        const { status, body, headers } = await city.api.post('/api/v1/sessions', { login, password: 'nope' });
        answers.push([status, body, headers['retry-after']]);
      }
      return answers.map((answer) => JSON.stringify(answer).replace(/T[\d:.]+Z/, ''));
    };
    const [known, unknown] = [await said('head'), await said('nobody-here')];
    assert.deepEqual(known, unknown);
    assert.match(known[4] ?? '', /^\[429,.*"code":"sign-in.wait".*"retryAt":".*"1"\]$/);
  });

  it('of a login from everywhere never exceed a minute, and do not hold up its owner at a known address', async () => {
    assert.equal(await attempt('controller', right('controller'), '10.1.0.1'), 'in');
    let longest = 0;
    for (let i = 0; i < 40; i += 1) {
      const wait = await attempt('controller', 'nope', `10.2.0.${i}`);
      if (typeof wait !== 'number') continue;
      longest = Math.max(longest, wait);
      passSeconds(wait);
    }
    assert.ok(longest > 1 && longest <= 60, `${longest}`);
    assert.equal(await attempt('controller', right('controller'), '10.1.0.1'), 'in');
  });

  it('of an address hold whichever login is tried', async () => {
    for (let i = 0; i < 21; i += 1)
      assert.equal(await attempt(`somebody${i}`, 'nope', '10.3.0.1'), 'sign-in.wrong', `${i}`);
    assert.equal(typeof (await attempt('somebody-else', 'nope', '10.3.0.1')), 'number');
    assert.equal(await attempt('somebody-else', 'nope', '10.3.0.2'), 'sign-in.wrong');
  });

  it('let many tries at once gain nothing', async () => {
    const tries = await Promise.all(Array.from({ length: 12 }, () => attempt('roads', 'nope', '10.4.0.1')));
    const judged = tries.filter((one) => one === 'sign-in.wrong').length;
    assert.ok(judged >= 1 && judged <= 4, `${judged}`);
  });

  it('keep neither logins nor addresses in the open', async () => {
    await attempt('greenery', 'nope', '10.5.0.1');
    const rows = await mongoose.connection.collection('sign_in_delays').find().toArray();
    assert.ok(rows.length > 0);
    assert.ok(!/greenery|10\.5\.0/.test(JSON.stringify(rows)));
  });
});
