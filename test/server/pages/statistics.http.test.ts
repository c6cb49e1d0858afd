import assert from 'node:assert/strict';
import supertest from 'supertest';
import { CaseModel } from '#server/register/case.model.ts';
import type { Statistics } from '#shared/contract/statistics.ts';
import { casesForFigures } from '../../support/figures-sample.ts';
import { announce, keepPublished } from '../../support/published.ts';
import { useSite } from '../../support/site.ts';
import { until } from '../../support/until.ts';

const CASES = 120;

describe('pages: the published appeals in figures', function figures() {
  this.timeout(60_000);
  const site = useSite();
  const get = (path: string) => supertest(site.origin).get(path);
  const figuresNow = async (): Promise<Statistics> => (await get('/api/v1/statistics').expect(200)).body;

  it('says kindly that there is nothing yet', async () => {
    await until(async () => /ще не оприлюднило жодного/.test((await get('/statistics')).text));
  });
  describe('of many', () => {
    let cases: ReturnType<typeof casesForFigures> = [];
    before(async () => {
      cases = casesForFigures(CASES); // by the site's clock
      await keepPublished(cases);
      await announce(cases);
      await until(async () => (await figuresNow()).total === CASES);
    });

    it('is answered beforehand for everybody without a session, coded, and asked for again by its tag', async () => {
      for (const path of ['/statistics', '/en/statistics', '/api/v1/statistics']) {
        const { headers } = await get(path).set('accept-encoding', 'br').expect(200);
        assert.equal(headers['content-encoding'], 'br', path);
        assert.equal(headers['cache-control'], 'public, max-age=0, must-revalidate', path);
        // Made anew between the two, it is another.
        await until(async () => {
          const asked = get(path).set('accept-encoding', 'br');
          const { headers: now } = await asked.expect(200);
          const again = get(path).set('accept-encoding', 'br');
          const { status, headers: then } = await again.set('if-none-match', now.etag ?? '');
          if (status !== 304) assert.notEqual(then.etag, now.etag, path);
          return status === 304;
        });
      }
    });
    it('leads from every figure to the list that has as many cases', async () => {
      const { text } = await get('/statistics').expect(200);
      const links = [...text.matchAll(/<a href="(\/\?[^"#]*)">([\d\u202f]+)<\/a>/g)];
      assert.ok(links.length > 20, `${links.length} links`);
      for (const [, href = '', count = ''] of links) {
        const list = await get(href.replaceAll('&amp;', '&')).expect(200);
        assert.match(list.text, new RegExp(`>${count} звернен[^<]* [ву] місті`), href);
      }
    });
    it('counts the parts that a filter leaves, in the page and in the JSON', async () => {
      const all = await figuresNow();
      const district = all.byDistrict[0];
      assert.ok(district);
      const { body } = await get(`/api/v1/statistics?district=${district.districtCode}`).expect(200);
      assert.equal(body.total, district.total);
      const { text } = await get(`/statistics?district=${district.districtCode}`).expect(200);
      assert.match(text, /content="noindex"/);
      assert.doesNotMatch(text, /id="by-district"/);
      assert.equal((await get('/api/v1/statistics?district=nowhere').expect(200)).body.total, 0);
      await get('/api/v1/statistics?status=received').expect(422);
      for (const query of ['from=tomorrow', 'category=%00', 'to=', 'district[]=1', 'from=2026-03-03&to=2020-01-01'])
        await get(`/statistics?${query}`).expect(200);
    });
    it('follows what is hidden and what is answered', async () => {
      const before = await figuresNow();
      const [gone, answered] = [
        cases.find(({ status }) => status === 'answered'),
        cases.find(({ status }) => status === 'in_progress'),
      ];
      assert.ok(gone && answered);
      await CaseModel.updateOne({ _id: gone._id }, { $set: { 'publication.state': 'none' } });
      await CaseModel.updateOne(
        { _id: answered._id },
        { $set: { status: 'answered', result: 'resolved', dueOn: null } },
      );
      await announce([gone, answered]);
      await until(async () => {
        const { total, inWork } = await figuresNow();
        return total === before.total - 1 && inWork === before.inWork - 1;
      });
      await until(async () => (await get('/statistics').expect(200)).text.includes(`>${before.total - 1}</a>`));
    });
  });
});
