import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { connectDatabase } from '#server/platform/database.ts';
import { CaseModel } from '#server/register/case.model.ts';
import { aBrowser, aReport } from '../../support/pages.client.ts';
import { useSite } from '../../support/site.ts';

describe('pages: filing an appeal by a plain form', () => {
  const site = useSite();

  it('answers a good form with the way to its receipt, once for one key', async () => {
    const browser = aBrowser(site);
    const form = aReport();
    const before = await CaseModel.countDocuments();
    const first = await browser.post('/appeals/new', form).expect(303);
    const second = await browser.post('/appeals/new', form).expect(303);
    assert.equal(second.headers.location, first.headers.location);
    assert.equal(await CaseModel.countDocuments(), before + 1);
  });
  it('stays in the language of the page', async () => {
    const { headers } = await aBrowser(site).post('/en/appeals/new', aReport()).expect(303);
    assert.match(headers.location ?? '', /^\/en\/appeals\/\d{10}\/received$/);
  });
  it('asks again, with another key, when a form that was sent comes back changed', async () => {
    const browser = aBrowser(site);
    const form = aReport();
    await browser.post('/appeals/new', form).expect(303);
    const changed = { ...form, text: 'Тепер інша яма, на сусідній вулиці, ще глибша.' };
    const { text } = await browser.post('/appeals/new', changed).expect(422);
    assert.match(text, /ми вже отримали/);
    assert.match(text, /ще глибша\.<\/textarea>/);
    const [, key = ''] = /name="idempotencyKey" value="([^"]+)"/.exec(text) ?? [];
    assert.notEqual(key, form.idempotencyKey);
    await browser.post('/appeals/new', { ...changed, idempotencyKey: key }).expect(303);
  });
  it('keeps the key while the form is put right, so that nothing is filed twice', async () => {
    const form = aReport({ text: 'мало' });
    const { text } = await aBrowser(site).post('/appeals/new', form).expect(422);
    assert.ok(text.includes(`name="idempotencyKey" value="${form.idempotencyKey}"`));
  });
  it('names every wrong field of an empty form', async () => {
    const { text } = await aBrowser(site).post('/appeals/new').expect(422);
    for (const path of [
      'kind',
      'categoryCode',
      'text',
      'applicant-lastName',
      'applicant-firstName',
      'applicant-residence',
      'contact',
    ])
      assert.ok(text.includes(`href="#${path}"`), path);
  });

  const wrong: [string, Record<string, string>, RegExp][] = [
    ['a landline for texts', { 'contact.phone': '048 722 00 00' }, /Це не мобільний номер/],
    ['a foreign number', { 'contact.phone': '+48 601 123 456' }, /лише на українські номери/],
    ['nonsense for a phone', { 'contact.phone': 'завтра' }, /Вкажіть номер мобільного/],
    ['texts without a mobile', { 'contact.phone': '', 'contact.email': 'o@example.com' }, /Щоб отримувати SMS/],
    ['no way to be reached', { 'contact.phone': '', 'consents.sms': '' }, /хоча б один спосіб/],
    ['a letter without an address', { replyBy: 'post' }, /href="#contact-postal"/],
    ['a complaint of nothing', { kind: 'complaint' }, /href="#contested-decision"/],
    ['a topic that is not in the list', { categoryCode: 'no-such' }, /Оберіть тему зі списку/],
    [
      'a day that has not come',
      { 'contested.decision': 'Відмовили', 'contested.decidedOn': '2030-01-01' },
      /ще не настала/,
    ],
    [
      'a day that does not exist',
      { 'contested.decision': 'Відмовили', 'contested.decidedOn': '2026-02-30' },
      /Такої дати немає/,
    ],
    ['a text too long', { text: 'а'.repeat(5_001) }, /Напишіть коротше/],
    ['a text that is not text', { text: `яма\u0000 ${'а'.repeat(30)}` }, /Перевірте це поле/],
    ['a field that nobody asked for', { 'applicant.isMayor': 'true' }, /Такого поля немає/],
    ['a name that reaches for the prototype', { '__proto__.admin': 'true' }, /Такого поля немає/],
  ];
  for (const [what, over, words] of wrong)
    it(`refuses ${what}, and keeps the rest`, async () => {
      const { text } = await aBrowser(site).post('/appeals/new', aReport(over)).expect(422);
      assert.match(text, words);
      assert.match(text, /name="applicant\.lastName"[^>]*value="Шевченко"/);
    });
  it('takes emoji, quotes and markup as plain words', async () => {
    const browser = aBrowser(site);
    const number = await browser.file({ text: '🕳️ <b>Яма</b> "на розі" & далі по вулиці' });
    const { text } = await browser.get(`/appeals/${number}`).expect(200);
    assert.match(text, /<div class="words">🕳️ &lt;b>Яма&lt;\/b> &quot;на розі&quot; &amp; далі/);
  });
  it('refuses a post from another site, and says so on a page', async () => {
    const browser = aBrowser(site);
    const { text } = await browser.post('/appeals/new', aReport()).set('sec-fetch-site', 'cross-site').expect(403);
    assert.match(text, /з іншого сайту/);
  });
  it('refuses a body too large for any form', async () => {
    const { text } = await aBrowser(site)
      .post('/appeals/new', aReport({ text: 'а'.repeat(40_000) }))
      .expect(413);
    assert.match(text, /<h1>/);
  });

  it('keeps everything typed when nothing can be kept, and files it when the button is pressed again', async () => {
    const uri = mongoose.connection.getClient().options.hosts[0]?.toString() ?? '';
    const { name } = mongoose.connection;
    const browser = aBrowser(site);
    const known = await browser.file();
    const form = aReport({ text: 'Яма посеред дороги, поки база відпочиває.' });
    await mongoose.disconnect();
    try {
      const { text, headers } = await browser.post('/appeals/new', form).expect(503);
      assert.match(text, /Усе, що ви ввели, залишилося у формі/);
      assert.match(text, /поки база відпочиває\.<\/textarea>/);
      assert.equal(headers['retry-after'], '60');
      await browser.get(`/appeals/${known}`).expect(503);
      await browser.get('/privacy').expect(200);
    } finally {
      await connectDatabase(`mongodb://${uri}/${name}?replicaSet=rs0&directConnection=true`);
    }
    await browser.post('/appeals/new', form).expect(303);
  });
});
