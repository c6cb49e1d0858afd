import assert from 'node:assert/strict';
import { charterNow, loadCharters, type Petition, useCharters } from '#server/petitions/index.ts';
import { SignatureModel } from '#server/petitions/signature.model.ts';
import { openContact } from '#server/platform/secrets.ts';
import { setClock } from '../../support/clock.ts';
import { aBrowser } from '../../support/pages.client.ts';
import { hiddenIn, plain, signerCode, signThrough, typedSigner } from '../../support/petition-pages.ts';
import { aPublished, petitionNow, sealAll } from '../../support/petitions.ts';
import { useSite } from '../../support/site.ts';

let phones = 0;
/** A number that no other test has. */
const aPhone = (): string => {
  phones += 1;
  return `067 555 ${String(phones)
    .padStart(4, '0')
    .replace(/(..)(..)/, '$1 $2')}`;
};

describe('pages: signing a petition', () => {
  const site = useSite();
  let browser: ReturnType<typeof aBrowser>;
  before(() => {
    browser = aBrowser(site);
  });
  beforeEach(() => setClock('2026-03-03T08:00:00Z'));
  const signPath = ({ number }: { number: number | null }): string => `/petitions/${number}/sign`;
  const count = (petition: Pick<Petition, '_id'>) => SignatureModel.countDocuments({ petitionId: petition._id });

  it('says first what becomes public, and signs nothing by being opened', async () => {
    const petition = await aPublished();
    const { text, headers } = await browser.get(signPath(petition)).expect(200);
    assert.match(text, /дату й час побачать усі.*Я громадянин або громадянка України.*Отримати код у SMS/s);
    assert.match(text, /noindex/);
    assert.equal(headers['cache-control'], 'no-cache');
    await browser
      .get(`${signPath(petition)}/code?code=123456`)
      .expect(303)
      .expect('location', signPath(petition));
    assert.equal(await count(petition), 0);
  });
  it('signs by a code, gives a receipt, and is counted once it is sealed', async () => {
    const petition = await aPublished();
    const { asked, answer } = await signThrough(browser, petition.number, { phone: aPhone(), patronymic: 'Іванович' });
    assert.match(plain(asked.text), /код на \+380 67 555.*Підписує Мельник Олександр Іванович/s);
    assert.equal(answer.status, 200);
    assert.match(answer.text, /Дякуємо, ваш підпис прийнято/);
    const [, leaf = ''] = /\/api\/v1\/petitions\/\d+\/signatures\/([0-9a-f]{64})"/.exec(answer.text) ?? [];
    assert.ok(leaf);
    assert.match(plain(answer.text), /3 березня 2026, 10:00.*код SMS/s);
    await sealAll();
    await browser.get(`/api/v1/petitions/${petition.number}/signatures/${leaf}`).expect(200);
    assert.deepEqual((await petitionNow(petition)).tally, { eid: 0, sms: 1, removed: 0 });
    const signers = (await browser.get(`/petitions/${petition.number}/signers`)).text;
    assert.match(signers, /Мельник Олександр Іванович/);
    const [signature] = await SignatureModel.find({ petitionId: petition._id }).lean();
    assert.equal(signature?.news, null);
  });
  it('keeps the number for news of the answer where that was ticked', async () => {
    const petition = await aPublished();
    await signThrough(browser, petition.number, { phone: '050 555 77 01', news: 'true' });
    const [signature] = await SignatureModel.find({ petitionId: petition._id }).lean();
    assert.ok(signature?.news);
    assert.equal(openContact(signature.news.contact, String(signature._id)), '+380505557701');
  });
  it('tells of every wrong field at once, and loses nothing', async () => {
    const petition = await aPublished();
    const form = typedSigner({ lastName: '', phone: '048 722 00 00', isEntitled: '', news: 'true' });
    const { text } = await browser.post(signPath(petition), form).expect(422);
    for (const name of ['lastName', 'phone', 'isEntitled']) assert.ok(text.includes(`<a href="#${name}">`), name);
    assert.match(text, /без цього підписати не можна/);
    assert.match(text, /value="Олександр".*value="048 722 00 00".*name="news"[^>]*checked/s);
    await browser.post(`${signPath(petition)}/code`, { ...form, code: '123456', codeId: 'a'.repeat(24) }).expect(422);
  });
  it('is told that the person has signed, and when, the second time', async () => {
    const petition = await aPublished();
    const phone = aPhone();
    await signThrough(browser, petition.number, { phone });
    setClock('2026-03-10T08:00:00Z');
    const { answer } = await signThrough(browser, petition.number, { phone, lastName: 'Інакша' });
    assert.equal(answer.status, 200);
    assert.match(plain(answer.text), /Ви вже підписали цю петицію 3 березня 2026.*Перший враховано/s);
    assert.equal(await count(petition), 1);
  });
  it('shows the same receipt where a button was pressed twice, or the page was loaded anew', async () => {
    const petition = await aPublished();
    const path = signPath(petition);
    const first = hiddenIn((await browser.get(path)).text, path);
    const form = { ...first, ...typedSigner({ phone: aPhone() }) };
    const asked = await Promise.all([1, 2, 3].map(() => browser.post(path, form).expect(200)));
    const codeIds = asked.map(({ text }) => hiddenIn(text, `${path}/code`).codeId);
    assert.equal(new Set(codeIds).size, 1);
    const second = hiddenIn(asked[0]?.text ?? '', `${path}/code`);
    const filled = { ...second, code: await signerCode(second.codeId) };
    const answers = await Promise.all([1, 2, 3].map(() => browser.post(`${path}/code`, filled).expect(200)));
    const leaves = answers.map(({ text }) => /signatures\/([0-9a-f]{64})/.exec(text)?.[1]);
    assert.equal(new Set(leaves).size, 1);
    for (const { text } of answers) assert.match(text, /Дякуємо, ваш підпис прийнято/);
    assert.equal(await count(petition), 1);
    setClock('2026-03-03T09:00:00Z');
    assert.match((await browser.post(`${path}/code`, filled).expect(200)).text, /Дякуємо/);
  });
  it('takes no wrong code and no expired one, and offers another where all tries are spent', async () => {
    const petition = await aPublished();
    const path = signPath(petition);
    const asked = await browser.post(path, typedSigner({ phone: aPhone() })).expect(200);
    const second = hiddenIn(asked.text, `${path}/code`);
    const right = await signerCode(second.codeId);
    const wrong = right === '111111' ? '222222' : '111111';
    const refused = await browser.post(`${path}/code`, { ...second, code: wrong }).expect(422);
    assert.match(refused.text, /Код не підходить.*<title>|<title>Помилка: .*Код не підходить/s);
    assert.equal(hiddenIn(refused.text, `${path}/code`).codeId, second.codeId);
    await browser.post(`${path}/code`, { ...second, codeId: 'nothing', code: right }).expect(422);
    setClock('2026-03-03T08:11:00Z');
    const late = await browser.post(`${path}/code`, { ...second, code: right }).expect(422);
    assert.match(late.text, /Строк дії коду минув/);
    const again = await browser.post(path, hiddenIn(late.text, path)).expect(200);
    const third = hiddenIn(again.text, `${path}/code`);
    for (let n = 0; n < 5; n += 1) await browser.post(`${path}/code`, { ...third, code: 'abcdef' }).expect(422);
    for (let n = 0; n < 5; n += 1) await browser.post(`${path}/code`, { ...third, code: wrong });
    const spent = await browser.post(`${path}/code`, { ...third, code: wrong }).expect(429);
    assert.match(spent.text, /забагато разів/);
    assert.doesNotMatch(spent.text, /one-time-code/);
    assert.equal(await count(petition), 0);
  });
  it('says how long another code takes, and lets what was typed be changed', async () => {
    const petition = await aPublished();
    const path = signPath(petition);
    const phone = aPhone();
    const asked = await browser.post(path, typedSigner({ phone })).expect(200);
    const early = await browser.post(path, hiddenIn(asked.text, path)).expect(429);
    assert.match(early.text, /role="alert">Новий код можна замовити за \d+ с/);
    assert.equal(hiddenIn(early.text, `${path}/code`).codeId, hiddenIn(asked.text, `${path}/code`).codeId);
    const stranger = await browser.post(path, typedSigner({ phone, lastName: 'Чужа' })).expect(429);
    assert.match(stranger.text, /<a href="#phone">.*Новий код можна замовити/);
    const edit = await browser.post(path, { ...hiddenIn(asked.text, path), step: 'edit' }).expect(200);
    assert.match(edit.text, new RegExp(`value="Мельник".*value="${phone}"`, 's'));
  });
  it('is over after the last day, also for who asked for a code before', async () => {
    const petition = await aPublished();
    const path = signPath(petition);
    setClock('2026-06-03T20:58:00Z');
    const asked = await browser.post(path, typedSigner({ phone: aPhone() })).expect(200);
    const second = hiddenIn(asked.text, `${path}/code`);
    const filled = { ...second, code: await signerCode(second.codeId) };
    setClock('2026-06-03T21:00:01Z');
    const { text } = await browser.post(`${path}/code`, filled).expect(409);
    assert.match(plain(text), /Підписати вже не можна.*завершено 3 червня 2026/s);
    await browser.post(path, typedSigner()).expect(409);
    assert.match((await browser.get(path).expect(200)).text, /Підписати вже не можна/);
    assert.equal(await count(petition), 0);
  });
  it('has no form for codes where the charter wants electronic identification alone', async () => {
    const petition = await aPublished();
    const { version: _id, ...charter } = charterNow();
    const value = { ...charter, signerAuth: ['eid'] as const, signerScope: 'resident' as const };
    useCharters([{ _id, validFrom: '2024-01-01', source: 'статут', author: 'test', value }]);
    try {
      const { text } = await browser.get(signPath(petition)).expect(200);
      assert.match(text, /лише за е-ідентифікацією/);
      assert.doesNotMatch(text, /<form method="post" action="\/petitions/);
      assert.match(
        (await browser.post(signPath(petition), typedSigner()).expect(409)).text,
        /лише за е-ідентифікацією/,
      );
    } finally {
      await loadCharters();
    }
  });
  it('answers a form that no page of ours made', async () => {
    const petition = await aPublished();
    const path = signPath(petition);
    for (const form of [
      {},
      { phone: '0'.repeat(5_000) },
      { lastName: '<b>', phone: '067 123 45 67' },
      { isEntitled: 'no' },
    ])
      await browser.post(path, form as Record<string, string>).expect(422);
    const asked = await browser.post(path, typedSigner({ phone: aPhone(), lastName: '"><script>alert(1)</script>' }));
    assert.doesNotMatch(asked.text, /<script>alert/);
  });
});
