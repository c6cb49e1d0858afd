import assert from 'node:assert/strict';
import request from 'supertest';
import { keepPublished, type PublishedKeeper } from '#server/map/index.ts';
import { CaseModel } from '#server/register/case.model.ts';
import { useCity } from '../../support/api.ts';
import { aPublishedCase, keepPublished as keepCases, type PublishedDraft } from '../../support/published.ts';

describe('home page: map, list and search without scripts', () => {
  const city = useCity();
  let keeper: PublishedKeeper;
  const open = async (path: string) => {
    const { status, text, headers } = await request(city.app.listener).get(path);
    return { status, text, headers };
  };
  const show = async (...drafts: PublishedDraft[]) => {
    const cases = drafts.map(aPublishedCase);
    await keepCases(cases);
    keeper.touch(cases.map(({ _id }) => String(_id)));
    await keeper.settled();
    return cases.map(({ number }) => number);
  };
  /** Numbers of the cards, in their order. */
  const cards = (text: string) =>
    [...text.matchAll(/<li class="case-card" data-case="(\d+)"/g)].map(([, number]) => number);
  const picture = (text: string) => /<img src="([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '';
  beforeEach(async () => {
    await CaseModel.deleteMany({});
    keeper = keepPublished(() => undefined);
    await keeper.settled();
  });
  afterEach(() => keeper.close());

  it('lists the whole city, newest first, those without a place too', async () => {
    const [older, newer] = await show(
      { receivedAt: new Date('2026-02-01T08:00:00Z') },
      { receivedAt: new Date('2026-02-02T08:00:00Z'), at: null, status: 'resolved' },
    );
    const { text } = await open('/');
    assert.deepEqual(cards(text), [newer, older]);
    assert.match(text, /2 звернення в місті/);
    assert.match(text, /Вирішено/);
    assert.match(picture(text), /^\/map\/picture\.svg\?z=12&.*&cases=1$/);
    assert.equal((await open(picture(text))).status, 200);
  });
  it('narrows list and picture alike, shows what is on as chips, and keeps such pages out of search engines', async () => {
    const [, dark] = await show({}, { categoryCode: 'street-light', districtCode: 'kyivskyi' });
    const { text } = await open('/?status=&category=street-light&district=kyivskyi&from=2026-02-01&to=');
    assert.deepEqual(cards(text), [dark]);
    assert.match(picture(text), /category=street-light&district=kyivskyi&from=2026-02-01&z=/);
    assert.match(text, /<option value="street-light" selected>/);
    assert.match(text, /<a href="\/\?district=kyivskyi&amp;from=2026-02-01" aria-label="Прибрати фільтр: [^"]+">/);
    assert.match(text, /від 1\u00a0лютого\u00a02026/);
    assert.match(text, /content="noindex"/);
    assert.doesNotMatch((await open('/')).text, /noindex/);
  });
  it('counts what it lists by district, each number with the way to the same view of that district alone', async () => {
    await show(
      { status: 'in_work' },
      { status: 'in_work' },
      { status: 'resolved' },
      { status: 'in_work', districtCode: 'kyivskyi' },
      { status: 'in_work', districtCode: null },
      { status: 'in_work', districtCode: 'kyivskyi', at: [30.7, 46.4] },
    );
    /** The rows of the table: name, number, and where the number leads. */
    const rows = (text: string) =>
      [...text.matchAll(/<th scope="row">([^<]+)<\/th><td>(?:<a href="([^"]+)">)?(\d+)/g)].map(
        ([, name, href, count]) => [name, count, href?.replaceAll('&amp;', '&')].filter(Boolean).join(' '),
      );
    assert.deepEqual(rows((await open('/')).text), [
      'Приморський район 3 /?district=prymorskyi',
      'Київський район 2 /?district=kyivskyi',
      'Район не вказано 1',
      'Разом 6',
    ]);
    const here = 'z=15&lng=30.7326&lat=46.4846';
    assert.deepEqual(rows((await open(`/?status=in_work&${here}`)).text), [
      `Приморський район 2 /?status=in_work&district=prymorskyi&${here}`,
      `Київський район 1 /?status=in_work&district=kyivskyi&${here}`,
      'Район не вказано 1',
      'Разом 4',
    ]);
    const narrowed = (await open(`/?status=in_work&district=prymorskyi&${here}`)).text;
    assert.equal(cards(narrowed).length, 2);
    assert.match((await open('/en')).text, /<caption class="unseen">Appeals by district<\/caption>/);
    assert.doesNotMatch((await open('/?status=refused')).text, /<table/);
  });
  it('says kindly that there is nothing: in the city, under filters, on a part of the map', async () => {
    assert.match((await open('/')).text, /Ваше може стати першим/);
    await show({});
    assert.match((await open('/?status=refused')).text, /Спробуйте прибрати частину фільтрів/);
    assert.match((await open('/?z=16&lng=30.7&lat=46.4')).text, /Зменште масштаб або посуньте мапу/);
  });
  it('follows a view of the map, and offers views around it', async () => {
    const [here] = await show({}, { at: [30.7, 46.4], receivedAt: new Date('2026-02-01T08:00:00Z') });
    const { text } = await open('/?z=15&lng=30.7326&lat=46.4846&status=received');
    assert.deepEqual(cards(text), [here]);
    assert.match(picture(text), /^\/map\/picture\.svg\?status=received&z=15&lng=30\.7326&lat=46\.4846&/);
    assert.match(
      text,
      /href="\/\?status=received&amp;z=16&amp;lng=30\.7326&amp;lat=46\.4846#map" aria-label="Наблизити"/,
    );
    assert.match(text, /aria-label="На північ"/);
    assert.doesNotMatch((await open('/?z=18&lng=30.7326&lat=46.4846')).text, /aria-label="Наблизити"/);
  });
  it('begins with the chosen case', async () => {
    const [older, newer] = await show({ receivedAt: new Date('2026-02-01T08:00:00Z') }, {});
    const { text } = await open(`/?case=${older}`);
    assert.deepEqual(cards(text), [older, newer]);
    assert.match(text, new RegExp(`href="/appeals/${older}" aria-current="true"`));
  });
  it('looks where the chosen case lies, by its id as by its number, and says nothing of one that is not shown', async () => {
    const cases = [aPublishedCase({ at: [30.7, 46.4] }), aPublishedCase({ at: [30.71, 46.41], state: 'none' })];
    await keepCases(cases);
    keeper.touch(cases.map(({ _id }) => String(_id)));
    await keeper.settled();
    const [shown, unseen] = cases;
    for (const chosen of [shown?._id, shown?.number]) {
      const { text } = await open(`/?case=${chosen}`);
      assert.match(picture(text), /z=16&lng=30\.7&lat=46\.4&/);
      assert.match(text, new RegExp(`href="/appeals/${shown?.number}" aria-current="true"`));
    }
    for (const chosen of [unseen?._id, unseen?.number, 'f'.repeat(24)]) {
      const { status, text } = await open(`/?case=${chosen}`);
      assert.deepEqual([status, cards(text)], [200, [shown?.number]]);
      assert.doesNotMatch(picture(text), /z=16/);
    }
  });
  it('turns its pages, and begins anew with the cursor of another list', async () => {
    const numbers = await show(
      ...Array.from({ length: 12 }, (_, i) => ({ receivedAt: new Date(Date.UTC(2026, 1, i + 1)) })),
    );
    const first = await open('/');
    const next = /<a class="button" href="([^"]+)" rel="next"/.exec(first.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const second = await open(next);
    assert.deepEqual([...cards(first.text), ...cards(second.text)], [...numbers].reverse());
    assert.match(second.text, /Повернутися до найновіших/);
    const mended = await open(`${next}&status=received`);
    assert.deepEqual([mended.status, cards(mended.text).length], [200, 10]);
  });
  it('bears an address that makes no sense', async () => {
    await show({});
    for (const query of [
      'z=99&lng=x&lat=',
      'status=lost',
      'from=tomorrow',
      'case=1',
      'q=&z=12',
      'category=%00',
      'cursor=%',
    ])
      assert.equal((await open(`/?${query}`)).status, 200, query);
  });
  it('leads from a number to its case, and says when there can be no such number', async () => {
    const [number = ''] = await show({});
    const spaced = `${number.slice(0, 4)} ${number.slice(4, 7)} ${number.slice(7)}`;
    const found = await open(`/?q=${encodeURIComponent(spaced)}`);
    assert.deepEqual([found.status, found.headers.location], [303, `/appeals/${number}`]);
    assert.match((await open('/?q=2600000000')).text, /Такого номера звернення не буває/);
  });
  it('moves the map to a street, marks it, and offers namesakes', async () => {
    const { text } = await open(`/?q=${encodeURIComponent('Дерибасівська, 10')}`);
    assert.match(text, /Показано: Дерибасівська[^<]*, 10 · Приморський район/);
    assert.match(picture(text), /z=16&.*pins=30\.7/);
    assert.match((await open(`/?q=${encodeURIComponent('Хогвартс')}`)).text, /Не знайшли «Хогвартс» у місті/);
  });
  it('narrows the list to a district that was looked for, by its former name too', async () => {
    const [, theirs] = await show({}, { districtCode: 'khadzhybeiskyi' });
    const { text } = await open(`/?q=${encodeURIComponent('Малиновський район')}`);
    assert.deepEqual(cards(text), [theirs]);
  });
  it('speaks English at its own address', async () => {
    await show({ status: 'resolved' });
    const { text } = await open('/en?z=12&lng=30.73&lat=46.48');
    assert.match(text, /1 appeal in this area/);
    assert.match(picture(text), /lang=en/);
    assert.match(text, /href="\/en\/appeals\/\d+"/);
  });
  it('gives the list alone to a page whose map was moved', async () => {
    const [here] = await show({}, { at: [30.7, 46.4] });
    const { status, text, headers } = await open('/map/list?bbox=30.72,46.48,30.74,46.49&z=15&lng=30.73&lat=46.485');
    assert.deepEqual([status, cards(text), headers['x-robots-tag']], [200, [here], 'noindex']);
    assert.match(text, /^<div id="cases">/);
    assert.equal((await open('/en/map/list')).status, 200);
    assert.equal((await open('/map/list?bbox=1,2')).status, 422);
  });
});
