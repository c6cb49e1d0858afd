import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { Secret, TOTP } from 'otpauth';
import { StaffModel } from '#server/identity/index.ts';
import { now } from '#server/platform/clock.ts';
import { passSeconds } from '../../support/clock.ts';
import { passwordOf, useStaffedSite } from '../../support/desk.ts';
import { aBrowser } from '../../support/pages.client.ts';

describe('pages: one’s own account', () => {
  const site = useStaffedSite();
  beforeEach(() => mongoose.connection.collection('sign_in_delays').deleteMany({}));
  const signIn = (login: string, password = passwordOf(site, login)) => {
    const browser = aBrowser(site);
    return browser.post('/desk/sign-in', { login, password, next: '' }).then((answer) => ({ browser, answer }));
  };
  const codeOf = (app: TOTP) => app.generate({ timestamp: now().getTime() });
  const secretIn = (page: string): TOTP => {
    const secret = /<code class="totp-secret">([A-Z2-7 ]+)</.exec(page)?.[1]?.replaceAll(' ', '') ?? assert.fail();
    return new TOTP({ secret: Secret.fromBase32(secret) });
  };

  it('sends whoever has not signed in to the door', async () => {
    for (const path of ['/desk/password', '/desk/totp']) {
      const { headers } = await aBrowser(site).get(path).expect(303);
      assert.equal(headers.location, `/desk/sign-in?next=${encodeURIComponent(path)}`);
    }
  });

  it('leads from a one-time password to a password of one’s own, and only then to the desk', async () => {
    await StaffModel.updateOne({ login: 'roads' }, { $set: { oneTimeUntil: new Date(now().getTime() + 60_000) } });
    const { browser, answer } = await signIn('roads');
    assert.equal(answer.headers.location, '/desk');
    assert.equal((await browser.get('/desk').expect(303)).headers.location, '/desk/password');
    assert.match((await browser.get('/desk/password').expect(200)).text, /Ви увійшли з одноразовим паролем/);
    const present = passwordOf(site, 'roads');
    const say = async (fields: Record<string, string>) =>
      (await browser.post('/desk/password', fields).expect(422)).text;
    assert.match(await say({ present: 'not the one', fresh: 'тихий жовтий трамвай' }), /Пароль не підходить/);
    for (const fresh of ['short', present, 'roads roads roads', 'aaaaaaaaaaaaaaa'])
      assert.match(await say({ present, fresh }), /легко вгадати/, fresh);
    const done = await browser.post('/desk/password', { present, fresh: 'тихий жовтий трамвай' }).expect(303);
    assert.equal(done.headers.location, '/desk');
    await browser.get('/desk').expect(200);
    assert.equal((await signIn('roads')).answer.status, 401);
    assert.equal((await signIn('roads', 'тихий жовтий трамвай')).answer.status, 303);
  });

  it('enrols an app for codes, tells recovery codes once, and asks for a code from then on', async () => {
    const { browser } = await signIn('greenery');
    const page = (await browser.get('/desk/totp').expect(200)).text;
    assert.match(page, /<svg class="qr" .*role="img" aria-label="QR-код для застосунку"/);
    const app = secretIn(page);
    const wrong = codeOf(app) === '000000' ? '000001' : '000000';
    assert.match((await browser.post('/desk/totp', { code: wrong }).expect(422)).text, /Код не підходить/);
    const { text } = await browser.post('/desk/totp', { code: codeOf(app) }).expect(200);
    const recovery = [...text.matchAll(/<li><code>([\w-]+)<\/code>/g)].map(([, code]) => code ?? '');
    assert.equal(recovery.length, 10);
    assert.ok(!(await browser.get('/desk/totp').expect(200)).text.includes(recovery[0] ?? ''));

    passSeconds(30);
    const again = await signIn('greenery');
    assert.equal(again.answer.status, 200);
    assert.ok(!again.answer.headers['set-cookie']);
    const ticket = /name="ticket" value="([^"]+)"/.exec(again.answer.text)?.[1] ?? assert.fail();
    const bring = (totp: string, with_ = ticket) =>
      again.browser.post('/desk/sign-in', { ticket: with_, totp, next: '/desk/cases' });
    assert.match((await bring('12').expect(422)).text, /Код не підходить/);
    assert.match((await bring(wrong).expect(401)).text, /Код не підходить/);
    assert.match((await bring(codeOf(app), ticket.replace(/.{8}$/, 'AAAAAAAA')).expect(401)).text, /Робочий стіл/);
    assert.equal((await bring(codeOf(app)).expect(303)).headers.location, '/desk/cases');
    assert.match((await bring(codeOf(app)).expect(401)).text, /Код не підходить/);
    assert.equal((await bring(recovery[0] ?? '').expect(303)).headers.location, '/desk/cases');
    passSeconds(301);
    assert.match((await bring(recovery[1] ?? '').expect(401)).text, /Минуло понад 5 хвилин/);
  });

  it('says when the next try is taken, to the second', async () => {
    for (let i = 0; i < 4; i += 1) await signIn('municipal', 'not the one');
    const { answer } = await signIn('municipal');
    assert.equal(answer.status, 429);
    assert.match(answer.text, /Наступну зробіть о \d\d:\d\d:\d\d, через 1 с\./);
  });
});
