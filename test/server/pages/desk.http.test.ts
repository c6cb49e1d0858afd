import assert from 'node:assert/strict';
import { passwordOf, useStaffedSite } from '../../support/desk.ts';
import { aBrowser } from '../../support/pages.client.ts';

describe('pages: the door of the desk', () => {
  const site = useStaffedSite();
  const enter = async (login: string, next = '') => {
    const browser = aBrowser(site);
    const answer = await browser.post('/desk/sign-in', { login, password: passwordOf(site, login), next });
    return { browser, answer };
  };

  it('sends whoever has not signed in to the form, and brings them where they were going', async () => {
    const browser = aBrowser(site);
    const wanted = '/desk/cases/65f000000000000000000abc?view=new';
    const { headers } = await browser.get(wanted).expect(303);
    assert.equal(headers.location, `/desk/sign-in?next=${encodeURIComponent(wanted)}`);
    const { text } = await browser.get(headers.location ?? '').expect(200);
    assert.ok(text.includes(`name="next" value="${wanted}"`));
    const { answer } = await enter('operator', wanted);
    assert.equal(answer.status, 303);
    assert.equal(answer.headers.location, wanted);
  });
  it('sends residents to the form as well', async () => {
    const browser = aBrowser(site);
    await browser.file();
    await browser.get('/desk').expect(303);
  });
  it('goes on to a place in the desk alone', async () => {
    for (const next of [
      'https://elsewhere.example/desk',
      '//elsewhere.example',
      '/my',
      '/desk/../my',
      '/desk/sign-out',
    ])
      assert.equal((await enter('operator', next)).answer.headers.location, '/desk', next);
  });
  it('opens the desk at any address below it, says what it needs, and tells the server’s time', async () => {
    const { browser } = await enter('operator');
    for (const path of ['/desk', '/desk/new', '/desk/cases/65f000000000000000000abc?view=open']) {
      const { text, headers } = await browser.get(path).expect(200);
      assert.match(text, /Робочий стіл потребує скриптів/);
      assert.match(text, /id="desk" data-now="2026-03-03T08:\d\d:/);
      assert.equal(headers['cache-control'], 'no-store');
    }
    const { text } = await browser.get('/en/desk').expect(200);
    assert.match(text, /lang="en".*The desk needs scripts/s);
  });
  it('says calmly that login and password do not fit, keeps the login and never the password', async () => {
    for (const login of ['operator', 'nobody']) {
      const wrong = { login, password: 'not the one' };
      const { text } = await aBrowser(site).post('/desk/sign-in', wrong).expect(401);
      assert.match(text, /Логін або пароль не підходить/);
      assert.ok(text.includes(`value="${login}"`));
      assert.ok(!text.includes('not the one'));
    }
  });
  it('names the empty fields', async () => {
    const { text } = await aBrowser(site).post('/desk/sign-in', { login: '', password: '' }).expect(422);
    assert.match(text, /href="#login".*href="#password"/s);
  });
  it('hands the session over as a cookie that no script can read', async () => {
    const { answer } = await enter('head');
    assert.match(String(answer.headers['set-cookie']), /^vidhuk=[\w-]{43}; .*HttpOnly; SameSite=Lax/);
  });
  it('ends the session on leaving', async () => {
    const { browser } = await enter('head');
    const { headers } = await browser.post('/desk/sign-out').expect(303);
    assert.match((await browser.get(headers.location ?? '').expect(200)).text, /Ви вийшли/);
    await browser.get('/desk').expect(303);
  });
  it('refuses a form that another site sent', async () => {
    const { browser } = await enter('operator');
    await browser.post('/desk/sign-out').set('sec-fetch-site', 'cross-site').expect(403);
    await browser.get('/desk').expect(200);
  });
});
