import assert from 'node:assert/strict';
import request from 'supertest';
import { CategoryModel, loadCatalogue } from '#server/catalogue/index.ts';
import { keepPublished, type PublishedKeeper } from '#server/map/index.ts';
import { DistrictSwitchModel } from '#server/moderation/district-switch.model.ts';
import { loadHiddenDistricts } from '#server/moderation/index.ts';
import { now } from '#server/platform/clock.ts';
import { CaseModel } from '#server/register/case.model.ts';
import { useCity } from '../../support/api.ts';
import { aPublishedCase, keepPublished as keepCases, type PublishedDraft } from '../../support/published.ts';

const TILE = '/api/v1/map/12/2397/1449';
const HOUR_MS = 3_600_000;

describe('map over HTTP', () => {
  const city = useCity();
  let keeper: PublishedKeeper;
  /** A picture is text as far as tests go. */
  const fetched = async (path: string, sent: Record<string, string> = {}) => {
    const { status, headers, body } = await request(city.app.listener).get(path).set(sent).buffer(true);
    return { status, headers, text: Buffer.isBuffer(body) ? body.toString() : '' };
  };
  const show = async (...drafts: PublishedDraft[]) => {
    const cases = drafts.map(aPublishedCase);
    await keepCases(cases);
    keeper.touch(cases.map(({ _id }) => String(_id)));
    await keeper.settled();
    return cases;
  };
  const numbers = async (query: string) => {
    const { body } = await city.api.get(`/api/v1/appeals${query}`);
    return body.items.map(({ number }: { number: string }) => number);
  };
  beforeEach(async () => {
    await CaseModel.deleteMany({});
    keeper = keepPublished(() => undefined);
    await keeper.settled();
  });
  afterEach(async () => {
    await keeper.close();
    await DistrictSwitchModel.deleteMany({});
    await loadHiddenDistricts();
  });

  describe('a tile', () => {
    it('has single cases with what a pin needs, and clusters with their states', async () => {
      const [alone] = await show(
        { at: [30.7326, 46.4846], status: 'in_work' },
        { at: [30.755, 46.47], status: 'received' },
        { at: [30.7551, 46.4701], status: 'resolved' },
      );
      const { status, body } = await city.api.get(TILE);
      assert.equal(status, 200);
      assert.deepEqual(body.points, [[String(alone?._id), 30.7326, 46.4846, 'in_work', 'road-surface']]);
      assert.equal(body.clusters.length, 1);
      assert.deepEqual(body.clusters[0].slice(2), [2, [1, 0, 0, 1, 0, 0, 0, 0]]);
    });
    it('is kept by whoever asked for it, and asked anew by its tag', async () => {
      await show({});
      const first = await city.api.get(TILE);
      assert.equal(first.headers['cache-control'], 'public, max-age=0, must-revalidate');
      const again = { 'if-none-match': String(first.headers.etag) };
      assert.equal((await fetched(TILE, again)).status, 304);
      await show({ at: [30.74, 46.475] });
      assert.equal((await fetched(TILE, again)).status, 200);
    });
    for (const path of ['9/1/1', '19/1/1', '12/4096/0', '12/0/4096', '12/-1/0', '12/a/0', '12/1.5/0'])
      it(`is none at ${path}`, async () => assert.equal((await city.api.get(`/api/v1/map/${path}`)).status, 404));
    for (const query of [
      'status=lost',
      'category=UPPER',
      'from=yesterday',
      'to=2026-02-30',
      'colour=red',
      'status=received&status=in_work',
      'overdue=yes',
    ])
      it(`is not narrowed by ${query}`, async () => assert.equal((await city.api.get(`${TILE}?${query}`)).status, 422));
  });

  describe('the list', () => {
    it('is of cards that hold what was published and nothing else, newest first', async () => {
      const [older, newer] = await show(
        { receivedAt: new Date('2026-02-01T08:00:00Z'), state: 'anonymised' },
        { receivedAt: new Date('2026-02-02T08:00:00Z'), address: 'вул. Софіївська, 8' },
      );
      const { body } = await city.api.get('/api/v1/appeals');
      assert.deepEqual(
        body.items.map(({ number }: { number: string }) => number),
        [newer?.number, older?.number],
      );
      assert.equal(body.items[0].address, 'вул. Софіївська, 8');
      assert.equal(body.items[1].text, null);
      assert.equal(body.next, null);
    });
    it('is narrowed by state, branch, district, days of Kyiv and a part of the map', async () => {
      const [a, b, c] = await show(
        { status: 'resolved', receivedAt: new Date('2026-02-01T21:59:00Z') },
        { categoryCode: 'trees', districtCode: 'kyivskyi', receivedAt: new Date('2026-02-01T22:30:00Z') },
        { at: null, receivedAt: new Date('2026-02-05T10:00:00Z') },
      );
      await CaseModel.collection.updateOne({ number: a?.number ?? '' }, { $set: { dueOn: '2026-02-20' } });
      keeper.touch([String(a?._id)]);
      await keeper.settled();
      const roads = await CategoryModel.findById('road-surface').lean();
      const wanted: [string, (typeof a)[]][] = [
        ['', [c, b, a]],
        ['?status=resolved', [a]],
        ['?category=trees', [b]],
        [`?category=${roads?.parentCode}`, [c, a]],
        ['?district=kyivskyi', [b]],
        ['?from=2026-02-02', [c, b]],
        ['?to=2026-02-01', [a]],
        ['?from=2026-02-02&to=2026-02-02', [b]],
        ['?overdue=1', [a]],
        ['?overdue=1&status=received', []],
        ['?bbox=30.7,46.4,30.8,46.5', [b, a]],
        ['?bbox=30.7,46.4,30.71,46.41', []],
      ];
      for (const [query, cases] of wanted)
        assert.deepEqual(
          await numbers(query),
          cases.map((one) => one?.number),
          query,
        );
    });
    it('turns page after page, and refuses the cursor of another list', async () => {
      const cases = await show(
        ...Array.from({ length: 5 }, (_, i) => ({ receivedAt: new Date(Date.UTC(2026, 1, i + 1)) })),
      );
      const got: string[] = [];
      let next = '';
      do {
        const { body } = await city.api.get(`/api/v1/appeals?limit=2${next && `&cursor=${next}`}`);
        got.push(...body.items.map(({ number }: { number: string }) => number));
        next = body.next ?? '';
        if (next)
          assert.equal((await city.api.get(`/api/v1/appeals?limit=2&status=received&cursor=${next}`)).status, 422);
      } while (next);
      assert.deepEqual(got, cases.map(({ number }) => number).reverse());
    });
    for (const query of [
      'bbox=1,2,3',
      'bbox=31,46,30,47',
      'bbox=30,47,31,46',
      'bbox=30,46,31,99',
      'bbox=30,46,200,47',
      'limit=0',
      'limit=101',
      'limit=2.5',
      'cursor=x',
      'q=x',
    ])
      it(`refuses ${query}`, async () => assert.equal((await city.api.get(`/api/v1/appeals?${query}`)).status, 422));
  });

  describe('what nobody may see', () => {
    const isNowhere = async () => {
      assert.deepEqual(await numbers(''), []);
      const { body } = await city.api.get(TILE);
      assert.deepEqual(body, { clusters: [], points: [] });
      const picture = await fetched('/map/picture.svg?z=12&lng=30.73&lat=46.48&w=400&h=400&cases=1');
      assert.doesNotMatch(picture.text, /class="s-|class="arc/);
    };
    it('a case that is not published', async () => {
      await show({ state: 'none' });
      await isNowhere();
    });
    it('a case whose time has not come; and then it is there', async () => {
      const [later] = await show({ visibleFrom: new Date(now().getTime() + HOUR_MS) });
      await isNowhere();
      await CaseModel.collection.updateOne(
        { number: later?.number ?? '' },
        { $set: { 'publication.visibleFrom': new Date(0) } },
      );
      keeper.touch([String(later?._id)]);
      await keeper.settled();
      assert.deepEqual(await numbers(''), [later?.number]);
    });
    it('a case that was hidden after it had been shown', async () => {
      const [shown] = await show({});
      await CaseModel.collection.updateOne({ number: shown?.number ?? '' }, { $set: { 'publication.state': 'none' } });
      // Even before this process has heard of it the words are gone, for the store is asked once more.
      assert.deepEqual(await numbers(''), []);
      keeper.touch([String(shown?._id)]);
      await keeper.settled();
      await isNowhere();
    });
    it('a case of a category that is never public', async () => {
      await show({});
      await CategoryModel.updateOne({ _id: 'road-surface' }, { publicity: 'never' });
      await loadCatalogue();
      await isNowhere();
      await CategoryModel.updateOne({ _id: 'road-surface' }, { publicity: 'live' });
      await loadCatalogue();
      assert.equal((await numbers('')).length, 1);
    });
    for (const districtCode of ['prymorskyi', '*'])
      it(`a case of a hidden district: ${districtCode}`, async () => {
        await show({});
        await DistrictSwitchModel.create({
          districtCode,
          isHidden: true,
          reason: 'обстріл',
          byId: 'f'.repeat(24),
          at: now(),
        });
        await loadHiddenDistricts();
        await isNowhere();
      });
  });

  describe('a picture', () => {
    const PLAIN = '/map/picture.svg?z=14&lng=30.73&lat=46.48&w=400&h=300';
    it('is an image that may be kept for a day, and harms nobody who opens it as a page', async () => {
      const { status, headers, text } = await fetched(`${PLAIN}&pins=30.73,46.48;30.74,46.48`);
      assert.deepEqual([status, headers['content-type']], [200, 'image/svg+xml; charset=utf-8']);
      assert.equal(headers['cache-control'], 'private, max-age=86400', 'a pin may be somebody’s home');
      assert.equal((await fetched(PLAIN)).headers['cache-control'], 'public, max-age=86400');
      assert.match(String(headers['content-security-policy']), /default-src 'none'.*sandbox/);
      assert.equal([...text.matchAll(/class="place"/g)].length, 2);
    });
    it('shows cases as their tiles do, narrowed alike, and is asked anew', async () => {
      await show({ status: 'resolved' }, { at: [30.7271, 46.4771], status: 'refused' });
      const all = await fetched(`${PLAIN}&cases=1`);
      assert.match(all.text, /class="s-resolved".*class="s-refused"|class="s-refused".*class="s-resolved"/);
      assert.equal(all.headers['cache-control'], 'public, max-age=0, must-revalidate');
      const some = await fetched(`${PLAIN}&cases=1&status=refused`);
      assert.doesNotMatch(some.text, /class="s-resolved" transform/);
    });
    for (const wrong of [
      'z=9',
      'z=19',
      'z=12.5',
      'w=63',
      'w=2001',
      'h=99999',
      'lng=200',
      'lat=86',
      'pins=x',
      'pins=1',
      `pins=${Array(51).fill('30,46').join(';')}`,
      'cases=2',
      'status=lost',
      'script=1',
    ])
      it(`refuses ${wrong.slice(0, 20)}`, async () => {
        const query = new URLSearchParams(PLAIN.split('?')[1]);
        for (const [name, value] of new URLSearchParams(wrong)) query.set(name, value);
        assert.equal((await fetched(`/map/picture.svg?${query}`)).status, 422);
      });
    it('needs its place and size', async () => assert.equal((await fetched('/map/picture.svg')).status, 422));
  });
});
