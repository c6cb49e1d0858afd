import assert from 'node:assert/strict';
import { movePetition, type Petition, signPetition } from '#server/petitions/index.ts';
import { PetitionModel } from '#server/petitions/petition.model.ts';
import { setClock } from '../../support/clock.ts';
import { aBrowser } from '../../support/pages.client.ts';
import { plain } from '../../support/petition-pages.ts';
import { aPublished, aSigner, petitionNow, sealAll } from '../../support/petitions.ts';
import { CLERK, useSite } from '../../support/site.ts';

/** Numbers that no petition has, and what is no number at all. */
const STRANGE = [
  '0',
  '01',
  '-1',
  '+1',
  '1.0',
  '1e3',
  '0x10',
  '1%20',
  '%D9%A1',
  'NaN',
  'null',
  '%00',
  '%7B%24gt:0%7D',
  '2600123452',
  '999999999',
  '9'.repeat(400),
  'a'.repeat(24),
];

describe('pages: one petition', () => {
  const site = useSite();
  let browser: ReturnType<typeof aBrowser>;
  before(() => {
    browser = aBrowser(site);
  });
  beforeEach(() => setClock('2026-03-03T08:00:00Z'));
  const page = async (petition: Pick<Petition, 'number'>, below = ''): Promise<string> =>
    plain((await browser.get(`/petitions/${petition.number}${below}`).expect(200)).text);
  const move = async (petition: Petition, verb: 'announce' | 'conclude' | 'answer' | 'keep', more: object = {}) => {
    const { version } = await petitionNow(petition);
    return movePetition(CLERK, { petitionId: String(petition._id), verb, expectedVersion: version, ...more });
  };
  /** A petition that three signatures are enough for, and has them. */
  const aReached = async (): Promise<Petition> => {
    const petition = await aPublished();
    await PetitionModel.updateOne({ _id: petition._id }, { $set: { threshold: 3 } });
    for (let n = 0; n < 3; n += 1) await signPetition(petition, aSigner(n));
    await sealAll();
    return petitionNow(petition);
  };

  it('tells what is demanded, by whom, how many signed and how, and what happens by when', async () => {
    const petition = await aPublished();
    await signPetition(petition, aSigner(1));
    await signPetition(petition, aSigner(2, 'sms'));
    await sealAll();
    const text = await page(petition);
    assert.match(text, /<h1 lang="uk">Повернути трамвай/);
    assert.match(text, new RegExp(`data-petition-count="${petition.number}" data-threshold="1000"`));
    assert.match(text, /Бракує 998 підписів.*1 за е-ідентифікацією, 1 за кодом SMS/);
    assert.match(text, /Шевченко Ірина Олегівна/);
    assert.match(text, new RegExp(`href="/petitions/${petition.number}/sign">Підписати петицію`));
    assert.match(
      text,
      /Петицію оприлюднено.*3 березня 2026.*до 3 червня 2026.*за 3 робочі дні рада оголосить.*не довше ніж 10 робочих днів.*за 1 робочий день/s,
    );
    assert.doesNotMatch(text, /Підписи за днями/);
    for (const href of ['signers', 'poster', 'poster.pdf', 'signatures.ndjson'])
      assert.ok(text.includes(`href="/petitions/${petition.number}/${href}"`), href);
    for (const href of ['/petitions/verify-petition.mjs', '/petitions/keys.json', '/petitions.rss'])
      assert.ok(text.includes(`href="${href}"`), href);
    setClock('2026-03-04T08:00:00Z');
    assert.match(
      await page(petition),
      /Підписи за днями\. Найбільше — 2, 3 березня 2026.*<th scope="row">4 березня 2026<\/th><td>0<\/td><td>2<\/td>/s,
    );
    const english = plain((await browser.get(`/en/petitions/${petition.number}`).expect(200)).text);
    assert.match(english, /Petition No\. \d+.*2.*of 1 000 signatures.*998 more are needed/s);
    assert.match(english, /1 by e-identification, 1 by a code in a text.*Signatures by day/s);
  });
  it('says each step that the council took and has still to take', async () => {
    const petition = await aReached();
    assert.match(
      await page(petition),
      /Потрібну кількість зібрано.*Рада оголосить про початок розгляду до 6 березня 2026/s,
    );
    setClock('2026-03-04T08:00:00Z');
    await move(petition, 'announce');
    assert.match(
      await page(petition),
      /Рада оголосила про початок розгляду.*4 березня 2026.*Рада розглядає петицію до 18 березня 2026/s,
    );
    setClock('2026-03-16T08:00:00Z');
    await move(petition, 'conclude', { reviewedOn: '2026-03-16' });
    assert.match(await page(petition), /Рада розглянула петицію.*16 березня 2026.*з’явиться тут до 17 березня 2026/s);
    const followUps = [
      { on: '2026-04-01', what: 'Оприлюднити план робіт' },
      { on: '2026-05-01', what: 'Відновити рух' },
      { on: '2026-12-01', what: 'Купити вагони' },
    ];
    const answer = {
      decision: 'partially',
      reasons: 'Рада підтримує відновлення руху,\nале не до кінця року.',
      followUps,
    };
    await move(petition, 'answer', {
      answer: { ...answer, measures: 'Виділити гроші', unit: 'Департамент транспорту' },
    });
    setClock('2026-04-02T08:00:00Z');
    await move(petition, 'keep', { promise: 0 });
    setClock('2026-05-02T08:00:00Z');
    const text = await page(petition);
    assert.match(
      text,
      /Відповідь ради.*Підтримано частково.*але не до кінця року.*Виділити гроші.*Департамент транспорту/s,
    );
    assert.match(
      text,
      /план робіт.*Виконано 2 квітня 2026.*Відновити рух.*Строк минув 1 травня 2026.*Купити вагони.*Обіцяно до 1 грудня 2026/s,
    );
    assert.doesNotMatch(text, /\/sign"/);
  });
  it('says that it became an appeal, and its number', async () => {
    const petition = await aPublished();
    const failed = { status: 'failed_to_appeal', appealNumber: '2600123452', dueOn: null };
    await PetitionModel.updateOne({ _id: petition._id }, { $set: failed });
    setClock('2026-06-04T08:00:00Z');
    const text = await page(petition);
    assert.match(
      text,
      /стала зверненням громадян.*Вона зібрала 0 із 1 000 підписів.*href="\/appeals\/2600123452">Звернення 2600 123 452/s,
    );
  });
  it('is not there before it is published, nor once it was rejected, merged or withdrawn', async () => {
    const petition = await aPublished();
    for (const status of ['submitted', 'rejected', 'merged', 'withdrawn']) {
      await PetitionModel.updateOne({ _id: petition._id }, { $set: { status } });
      for (const below of ['', '/signers', '/sign', '/poster', '/poster.pdf', '/card.png', '/signatures.ndjson'])
        await browser.get(`/petitions/${petition.number}${below}`).expect(404);
    }
  });
  it('is led to by its short address, also where it was rejected: that stands in the text to its author', async () => {
    const petition = await aPublished();
    const path = `/petitions/${petition.number}`;
    await browser.get(`/p/${petition.number}`).expect(303).expect('location', path);
    const rejection = { reason: 'charter', explanation: 'Це не належить до повноважень ради.' };
    await PetitionModel.updateOne({ _id: petition._id }, { $set: { status: 'rejected', rejection } });
    await browser.get(`/p/${petition.number}`).expect(303).expect('location', path);
    await browser.get(path).expect(200);
    await PetitionModel.updateOne({ _id: petition._id }, { $set: { status: 'withdrawn' } });
    await browser.get(`/p/${petition.number}`).expect(404);
  });
  it('knows 17 shapes of a number that is none, and answers 404 to each of them, everywhere', async () => {
    assert.equal(STRANGE.length, 17);
    for (const number of STRANGE) {
      for (const below of [
        '',
        '/signers',
        '/sign',
        '/sign/code',
        '/poster',
        '/poster.pdf',
        '/card.png',
        '/signatures.ndjson',
      ])
        assert.equal((await browser.get(`/petitions/${number}${below}`)).status, 404, number + below);
      for (const path of [`/p/${number}`, `/embed/petitions/${number}`, `/en/petitions/${number}`])
        assert.equal((await browser.get(path)).status, 404, path);
      for (const below of ['/sign', '/sign/code'])
        assert.equal((await browser.post(`/petitions/${number}${below}`, { phone: '1' })).status, 404, number + below);
    }
  });
  it('shows what its author wrote as words, in the page, its head and its picture', async () => {
    const title = '"><script>alert(1)</script> <span size="999"> &';
    const petition = await aPublished({ title, essence: '<img src=x onerror=alert(1)> =1+1 та інше й іще' });
    const { text } = await browser.get(`/petitions/${petition.number}`).expect(200);
    assert.doesNotMatch(text, /<script>alert|<img src=x/);
    assert.match(text, /<meta property="og:title" content="&quot;>&lt;script>alert/);
    await browser.get(`/petitions/${petition.number}/card.png`).expect(200).expect('content-type', /png/);
  });
});
