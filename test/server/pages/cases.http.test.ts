import assert from 'node:assert/strict';
import { codeMessage } from '#server/identity/index.ts';
import { caseByNumber } from '#server/register/index.ts';
import { ParticipantModel } from '#server/register/participant.model.ts';
import { aBrowser } from '../../support/pages.client.ts';
import { answerIt, useSite } from '../../support/site.ts';

const codeIdIn = (page: string): string => /name="codeId" value="([0-9a-f]{24})"/.exec(page)?.[1] ?? '';
const accessCodeIn = (page: string): string => /class="code">([^<]+)</.exec(page)?.[1] ?? '';

describe('pages: a case and its receipt', () => {
  const site = useSite();

  it('shows the receipt to the browser that filed, and to no other', async () => {
    const browser = aBrowser(site);
    const number = await browser.file();
    const { text, headers } = await browser.get(`/appeals/${number}/received`).expect(200);
    assert.match(accessCodeIn(text), /^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
    assert.equal(headers['cache-control'], 'no-store');
    const stranger = await aBrowser(site).get(`/appeals/${number}/received`).expect(303);
    assert.equal(stranger.headers.location, `/appeals/${number}`);
  });
  it('answers strangers alike whether there is such a case or not', async () => {
    const number = await aBrowser(site).file();
    const real = await aBrowser(site).get(`/appeals/${number}`).expect(403);
    const none = await aBrowser(site).get('/appeals/2600999990').expect(403);
    const alike = (page: string) => page.replaceAll(/\d{10}|\d{4}.\d{3}.\d{3}/g, 'N');
    assert.equal(alike(real.text), alike(none.text));
  });
  it('has no page for a number that cannot be one', async () => {
    for (const number of ['2600000000', '123', 'abc', '26000000170'])
      await aBrowser(site).get(`/appeals/${number}`).expect(404);
  });
  it('keeps the cases that are open when another is filed', async () => {
    const browser = aBrowser(site);
    const [first, second] = [await browser.file(), await browser.file()];
    for (const number of [first, second]) await browser.get(`/appeals/${number}`).expect(200);
    const { text } = await browser.get('/my').expect(200);
    for (const number of [first, second]) assert.ok(text.includes(`/appeals/${number}"`));
  });
  it('shows the signed answer with how to contest it', async () => {
    const browser = aBrowser(site);
    const number = await browser.file();
    const appealRoute = 'Скаргу можна подати міському голові.';
    await answerIt(number, { text: 'Ділянка належить державі, а не місту.', result: 'refused', appealRoute });
    const { text } = await browser.get(`/appeals/${number}`).expect(200);
    for (const words of ['Відмовлено', 'належить державі', appealRoute, '1/2026-вих'])
      assert.ok(text.includes(words), words);
  });
  it('never shows the registration index', async () => {
    const browser = aBrowser(site);
    const number = await browser.file();
    await answerIt(number, { text: 'Роботи виконано вчора, дякуємо вам.', result: 'resolved' });
    const index = (await caseByNumber(number))?.registrationIndex;
    assert.ok(index);
    const { text } = await browser.get(`/appeals/${number}`).expect(200);
    assert.ok(!text.includes(`${index.series}-${index.seq}`));
  });
});

describe('pages: proving a phone on the receipt', () => {
  const site = useSite();
  const filed = async (phone: string) => {
    const browser = aBrowser(site);
    const number = await browser.file({ 'contact.phone': phone });
    return { browser, number, receipt: `/appeals/${number}` };
  };

  it('gives up after five wrong codes, and offers another', async () => {
    const { browser, receipt } = await filed('067 000 00 01');
    const codeId = codeIdIn((await browser.post(`${receipt}/phone-code`).expect(200)).text);
    const right = (await codeMessage(codeId))?.code ?? '';
    const wrong = right === '111111' ? '222222' : '111111';
    for (let i = 0; i < 5; i++) await browser.post(`${receipt}/confirm-phone`, { codeId, code: wrong }).expect(422);
    const { text } = await browser.post(`${receipt}/confirm-phone`, { codeId, code: right }).expect(429);
    assert.match(text, /забагато разів/);
    assert.match(text, />Надіслати код</);
  });
  it('says how long to wait for another code, and keeps the field for the one that was sent', async () => {
    const { browser, receipt } = await filed('067 000 00 02');
    const codeId = codeIdIn((await browser.post(`${receipt}/phone-code`).expect(200)).text);
    const { text } = await browser.post(`${receipt}/phone-code`, { codeId }).expect(429);
    assert.match(text, /Новий код можна замовити за \d+ с/);
    assert.equal(codeIdIn(text), codeId);
  });
  it('takes a code that is no code, or of nobody, for a wrong one', async () => {
    const { browser, receipt } = await filed('067 000 00 03');
    for (const key of [{ codeId: 'x', code: '1' }, { codeId: 'a'.repeat(24), code: '123456' }, {}])
      await browser.post(`${receipt}/confirm-phone`, key as Record<string, string>).expect(422);
  });
  it('is for whoever filed alone', async () => {
    const { receipt } = await filed('067 000 00 04');
    await aBrowser(site).post(`${receipt}/phone-code`).expect(404);
    await aBrowser(site)
      .post(`${receipt}/confirm-phone`, { codeId: 'a'.repeat(24), code: '123456' })
      .expect(404);
  });
  it('is not offered where no texts are wanted', async () => {
    const browser = aBrowser(site);
    const number = await browser.file({ 'consents.sms': '' });
    const { text } = await browser.get(`/appeals/${number}/received`).expect(200);
    assert.doesNotMatch(text, /phone-code/);
    await browser.post(`/appeals/${number}/phone-code`).expect(404);
  });
});

describe('pages: my cases and short links', () => {
  const site = useSite();
  const signIn = async (phone: string) => {
    const browser = aBrowser(site);
    const codeId = codeIdIn((await browser.post('/my/phone-code', { phone }).expect(200)).text);
    const code = (await codeMessage(codeId))?.code ?? '';
    await browser.post('/my/sign-in', { phone, codeId, code }).expect(303);
    return browser;
  };

  it('answers alike whether the phone is known or not', async () => {
    await aBrowser(site).file({ 'contact.phone': '067 000 00 11' });
    const pages = await Promise.all(
      ['067 000 00 11', '067 000 00 12'].map((phone) => aBrowser(site).post('/my/phone-code', { phone }).expect(200)),
    );
    const [known, unknown] = pages.map(({ text }) => text.replaceAll(/[0-9a-f]{24}|067 000 00 1\d/g, ''));
    assert.equal(known, unknown);
  });
  it('refuses a phone that gets no texts, and keeps what was typed', async () => {
    const { text } = await aBrowser(site).post('/my/phone-code', { phone: '048 722 00 00' }).expect(422);
    assert.match(text, /value="048 722 00 00"/);
  });
  it('lists a phone’s cases without their text, and opens none of them', async () => {
    const number = await aBrowser(site).file({ 'contact.phone': '067 000 00 13' });
    const browser = await signIn('067 000 00 13');
    const list = await browser.get('/my').expect(200);
    assert.ok(list.text.includes(`/appeals/${number}"`));
    const page = await browser.get(`/appeals/${number}`).expect(200);
    for (const { text } of [list, page]) assert.doesNotMatch(text, /завглибшки|Дерибасівська, 10|Рішельєвська/);
    await browser.get(`/appeals/${number}/received`).expect(303);
  });
  it('lets nobody put away a case of another phone', async () => {
    const number = await aBrowser(site).file({ 'contact.phone': '067 000 00 14' });
    const browser = await signIn('067 000 00 15');
    await browser.post('/my/detach', { number }).expect(404);
    await aBrowser(site).post('/my/detach', { number }).expect(404);
  });
  it('ends the session on the server when its owner leaves', async () => {
    const browser = await signIn('067 000 00 16');
    const { headers } = await browser.post('/my/sign-out').expect(303);
    assert.equal(headers.location, '/my?signed=out');
    assert.match((await browser.get('/my').expect(200)).text, /name="phone"/);
  });

  it('opens a short link however it was typed, and turns nothing off on a mere visit', async () => {
    await aBrowser(site).file({ 'contact.phone': '067 000 00 17' });
    const { link = '' } = (await ParticipantModel.findOne().sort({ _id: -1 }).lean()) ?? {};
    const { text } = await aBrowser(site).get(`/c/${link.toLowerCase()}?sms=off`).expect(200);
    assert.match(text, /SMS про це звернення надходять/);
    assert.match(text, /noindex/);
    await aBrowser(site).post(`/c/${link}`, { sms: 'off' }).expect(303);
    assert.match((await aBrowser(site).get(`/en/c/${link}`).expect(200)).text, /Texts about this appeal are off/);
  });
  it('says kindly that a link leads nowhere', async () => {
    for (const code of ['0000000', 'UUUUUUU', 'x'])
      assert.match((await aBrowser(site).get(`/c/${code}`).expect(404)).text, /Посилання не підходить/);
    await aBrowser(site).post('/c/0000000', { sms: 'off' }).expect(404);
  });
});

describe('pages: the rest of the site', () => {
  const site = useSite();
  for (const path of [
    '/',
    ...['where', 'what', 'details', 'you', 'check'].map((step) => `/appeals/new/${step}`),
    '/my',
    '/accessibility',
    '/privacy',
    '/how-it-works',
    '/help',
    '/api/docs',
    '/clock',
    '/statistics',
    '/statistics/messages',
  ])
    it(`${path} is a whole page in both languages`, async () => {
      for (const [address, lang] of [
        [path, 'uk'],
        [`/en${path === '/' ? '' : path}`, 'en'],
      ] as const) {
        const { text, headers } = await aBrowser(site).get(address).expect(200);
        assert.ok(text.startsWith(`<!doctype html><html lang="${lang}">`), address);
        assert.equal([...text.matchAll(/<h1/g)].length, 1, address);
        assert.match(headers['content-type'] ?? '', /text\/html/);
        assert.doesNotMatch(text, /<script>|<style|style="/);
      }
    });
  it('lists every endpoint of the API for people', async () => {
    const { text } = await aBrowser(site).get('/api/docs').expect(200);
    for (const path of ['/api/v1/appeals', '/api/v1/register/{id}/{verb}', '/api/v1/phone-codes'])
      assert.ok(text.includes(path), path);
  });
  it('has a friendly page for an address that leads nowhere, in its language', async () => {
    assert.match((await aBrowser(site).get('/no-such-page').expect(404)).text, /Такої сторінки немає/);
    assert.match((await aBrowser(site).get('/en/no-such-page').expect(404)).text, /There is no such page/);
    await aBrowser(site).get('/%E0%A4%A').expect(404);
  });
});
