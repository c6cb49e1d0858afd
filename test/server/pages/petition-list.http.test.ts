import assert from 'node:assert/strict';
import { type Petition, signPetition } from '#server/petitions/index.ts';
import { PetitionModel } from '#server/petitions/petition.model.ts';
import { setClock } from '../../support/clock.ts';
import { aBrowser } from '../../support/pages.client.ts';
import { aPublished, aSigner, aSubmitted, sealAll } from '../../support/petitions.ts';
import { useSite } from '../../support/site.ts';

const plain = (page: string): string => page.replace(/[\u00a0\u202f]/g, ' ');
/** The numbers of the petitions that are listed, in order. */
const listed = (page: string): number[] =>
  [...page.matchAll(/<h3><a href="(?:\/en)?\/petitions\/(\d+)"/g)].map(([, number]) => Number(number));

describe('pages: the list of petitions', () => {
  const site = useSite();
  let browser: ReturnType<typeof aBrowser>;
  before(() => {
    browser = aBrowser(site);
  });
  const list = async (query = '', status = 200): Promise<string> =>
    plain((await browser.get(`/petitions${query}`).expect(status)).text);
  beforeEach(() => setClock('2026-03-03T08:00:00Z'));
  afterEach(() => PetitionModel.deleteMany());
  const become = (petition: Petition, more: object) => PetitionModel.updateOne({ _id: petition._id }, { $set: more });

  it('says what will be there, and how to begin, before there is anything', async () => {
    for (const group of ['', '?group=reached', '?group=answered', '?group=appeals', '?group=all']) {
      const page = await list(group);
      assert.match(page, /<div class="nothing"><p>[^<]{20,}/);
      assert.match(page, /href="\/petitions\/new"[^>]*>Написати петицію/);
    }
    assert.match(await list('?q=трамвай'), /нічого не знайдено.*group=all/);
  });
  it('shows a petition with its state, its count in words and as a bar, and what is left', async () => {
    const petition = await aPublished();
    for (let n = 0; n < 3; n += 1) await signPetition(petition, aSigner(n, n === 0 ? 'sms' : 'eid'));
    await sealAll();
    const page = await list();
    assert.match(page, /Зібрано <strong data-count="signatures">3<\/strong> із 1 000 підписів/);
    assert.match(page, /<progress data-count="bar" value="3" max="1000" aria-labelledby="petition-\d+-says"/);
    assert.match(page, /до 3 червня 2026 — <span class="left">ще 92 дні/);
    assert.match(page, /<svg class="icon".*?Збирає підписи/);
    setClock('2026-06-03T08:00:00Z');
    assert.match(await list(), /сьогодні останній день/);
    const english = plain((await browser.get('/en/petitions').expect(200)).text);
    assert.match(english, /<strong data-count="signatures">3<\/strong> of 1 000 signatures.*until 3 June 2026/s);
  });
  it('keeps each petition under its state, and those that nobody may see out of all of them', async () => {
    const [collects, reached, reviewed, answered, failed] = [
      await aPublished(),
      await aPublished(),
      await aPublished(),
      await aPublished(),
      await aPublished(),
    ];
    const hidden = [await aSubmitted(), await aPublished(), await aPublished(), await aPublished()];
    await become(reached, { status: 'threshold_reached', reachedAt: new Date(), dueOn: '2026-03-06' });
    await become(reviewed, { status: 'under_review', reachedAt: new Date(), dueOn: '2026-03-17' });
    const answer = { decision: 'partially', reasons: 'Гроші є лише на першу чергу.', at: new Date(), followUps: [] };
    await become(answered, { status: 'answered', answer: { measures: null, unit: null, ...answer } });
    await become(failed, { status: 'failed_to_appeal', appealNumber: '2600123452' });
    for (const [i, status] of ['rejected', 'merged', 'withdrawn'].entries())
      await become(hidden[i + 1] ?? assert.fail(), { status });
    const numbers = (...those: Petition[]) => those.map(({ number }) => number).sort();
    for (const [group, those] of [
      ['collecting', [collects]],
      ['reached', [reached, reviewed]],
      ['answered', [answered]],
      ['appeals', [failed]],
      ['all', [collects, reached, reviewed, answered, failed]],
    ] as const) {
      const page = await list(`?group=${group}`);
      assert.deepEqual(listed(page).sort(), numbers(...those), group);
      assert.match(page, /aria-current="page"[^>]*>/, group);
    }
    assert.match(await list('?group=answered'), /Підтримано частково.*Відповідь від/s);
    assert.match(await list('?group=reached'), /Початок розгляду оголосять до 6 березня 2026.*|Розгляд до 17 березня/s);
  });
  it('puts them in the order that is asked for', async () => {
    const first = await aPublished();
    setClock('2026-03-04T08:00:00Z');
    const second = await aPublished();
    await become(first, { 'tally.eid': 5, endsOn: '2026-07-01' });
    const [a, b] = [first.number, second.number];
    assert.deepEqual(listed(await list()), [b, a]);
    assert.deepEqual(listed(await list('?order=signed')), [a, b]);
    assert.deepEqual(listed(await list('?order=ending')), [b, a]);
  });
  it('finds by words in any form, and keeps what was looked for on every link', async () => {
    const tram = await aPublished();
    await aPublished({
      title: 'Відкрити басейн у парку',
      essence: 'Басейн зачинено п’ять років.',
      demand: 'Відкрити басейн до літа.',
    });
    const page = await list('?q=трамваї&order=ending');
    assert.deepEqual(listed(page), [tram.number]);
    assert.match(page, /1 петиція\. Шукали «трамваї»/);
    assert.match(page, /href="\/petitions\?group=all&amp;order=ending&amp;q=%D1%82/);
    assert.match(page, /name="q" [^>]*value="трамваї"/);
    assert.match(page, /noindex/);
  });
  it('turns pages', async () => {
    const one = await aPublished();
    const { _id, ...rest } = (await PetitionModel.findById(one._id).lean()) ?? assert.fail();
    const rows = Array.from({ length: 44 }, (_, i) => ({ ...rest, number: 1_000 + i }));
    await PetitionModel.insertMany(rows);
    const [first, last] = [await list(), await list('?page=3')];
    assert.match(first, /45 петицій.*href="\/petitions\?page=2" rel="next".*Сторінка 1 із 3/s);
    assert.doesNotMatch(first, /rel="prev"/);
    assert.equal(listed(last).length, 5);
    assert.doesNotMatch(last, /rel="next"/);
    assert.match(await list('?page=9'), /На цій сторінці вже нічого немає/);
    for (const odd of ['0', '-1', '1.5', 'x', '99999', '1&page=2', '%00'])
      assert.match(await list(`?page=${odd}`), /<h1>/, odd);
  });
  it('passes over what makes no sense, and says where a search is too long', async () => {
    await aPublished();
    for (const query of ['?group=nothing&order=worst', '?q=%00%01', '?q[]=a', '?q=%ED%A0%80', '?q=$where', '?q=%25'])
      await list(query);
    assert.match(await list(`?q=${'а'.repeat(201)}`, 422), /досить 200 знаків.*<input id="q"[^>]*value="а{201}"/s);
    const { status } = await browser.get(`/petitions?q=${'a'.repeat(100_000)}`);
    assert.ok(status >= 400 && status < 500, String(status));
  });
  it('shows what an author wrote as words, whatever they are', async () => {
    const titles = [
      '<script>alert(1)</script><b>а',
      '=HYPERLINK("http://a.b","а")',
      '+1+cmd|а',
      '-1 а]]>',
      '@SUM(а) &lt;',
    ];
    for (const title of titles) await aPublished({ title });
    const page = (await browser.get('/petitions').expect(200)).text;
    assert.doesNotMatch(page, /<script>alert|<b>а/);
    assert.match(page, /&lt;script>alert\(1\)&lt;\/script>&lt;b>а/);
    const feed = (await browser.get('/petitions.rss').expect(200)).text;
    assert.doesNotMatch(feed, /<script|<b>/);
    assert.match(feed, /&lt;script&gt;alert\(1\)&lt;\/script&gt;/);
    assert.match(feed, /@SUM\(а\) &amp;lt;/);
    assert.match(feed, /<\/rss>\s*$/);
  });
  it('gives a feed of the newest', async () => {
    const { number } = await aPublished();
    const { text, headers } = await browser.get('/petitions.rss').expect(200);
    assert.match(String(headers['content-type']), /application\/rss\+xml/);
    assert.match(text, new RegExp(`<link>${site.origin}/petitions/${number}</link>`));
    assert.match(await list(), /<link rel="alternate" type="application\/rss\+xml"/);
  });
});
