import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import { LOAD_CLASSES, worthOf } from '#server/http/load-classes.ts';
import { useCity } from '../../support/api.ts';
import { routesOf } from '../../support/routes.ts';

const SESSION = { authorization: `Bearer ${'a'.repeat(43)}` };
const worth = (asked: string, headers: Record<string, string> = {}) => {
  const [method = '', url = ''] = asked.split(' ');
  return worthOf({ method, url, headers } as IncomingMessage);
};

describe('http: what a request is worth under load', () => {
  const city = useCity();

  it('never refuses health, figures and receipts', () => {
    for (const asked of ['GET /health/live', 'GET /health/ready', 'GET /metrics', 'POST /hooks/sms/status'])
      assert.equal(worth(asked).of, null, asked);
  });
  it('gives up searches, filtered lists, reports and files of many rows first', () => {
    for (const asked of [
      'GET /?category=pothole',
      'GET /en?q=вода',
      'GET /EN/?q=a',
      'GET /map/list?bbox=1,2,3,4',
      'GET /en/Map/List/',
      'GET /api/v1/appeals',
      'GET /api/v1/register?view=new&q=яма',
      'GET /api/v1/reports/quarter',
      'GET /api/v1/reports/journal.xlsx',
      'GET /statistics/messages.csv',
      'GET /news.rss',
      'GET /en/petitions/7/poster.pdf',
      'POST /api/v1/people/search',
    ])
      assert.equal(worth(asked, SESSION).of, 'dear', asked);
  });
  it('keeps filing, signing in and the work of staff to the last', () => {
    for (const asked of [
      'POST /api/v1/appeals',
      'POST /api/v1/phone-codes',
      'POST /api/v1/sessions',
      'POST /appeals/new/files',
      'POST /en/appeals/new/check',
      'GET /appeals/new/what',
      'GET /en/appeals/2600123452/received',
      'POST /my/sign-in',
      'GET /my',
      'GET /desk/new',
      'POST /desk/sign-in',
      'POST /c/ABCDEFG',
      'GET /petitions/7/sign',
      'GET /en/petitions/7/sign/code',
      'POST /petitions/7/eid',
      'GET /petitions/eid/callback?code=a&state=b',
    ])
      assert.equal(worth(asked).of, 'vital', asked);
    for (const asked of [
      'GET /api/v1/register?view=new',
      'GET /api/v1/register/1',
      'GET /api/v1/me',
      'GET /api/v1/reports',
    ]) {
      assert.equal(worth(asked, SESSION).of, 'vital', asked);
      assert.equal(worth(asked).of, 'plain', asked);
    }
  });
  it('lets the forms of signing and of a new appeal say by themselves that they have to wait', () => {
    for (const asked of [
      'POST /petitions/7/sign',
      'POST /en/petitions/7/sign/code',
      'POST /petitions/7/eid',
      'POST /petitions/7/eid/sign',
      'POST /appeals/new/details',
    ])
      assert.deepEqual(worth(asked), { of: 'vital', saysItself: true }, asked);
    for (const asked of ['POST /petitions/new', 'GET /petitions/7/sign', 'POST /petitions/x/sign', 'POST /my/sign-in'])
      assert.equal(worth(asked).saysItself, false, asked);
  });
  it('counts whatever else is read as plain', () => {
    for (const asked of [
      'GET /',
      'HEAD /en',
      'GET /help',
      'GET /appeals/2600123452',
      'GET /petitions/7',
      'GET /petitions/7/signers',
      'GET /api/v1/map/11/1/2',
      'GET /nowhere',
    ])
      assert.equal(worth(asked).of, 'plain', asked);
  });
  it('lets every write of the application through to the last, but for those that are named', () => {
    const dear = routesOf(city.app.routes)
      .filter(({ method }) => method !== 'GET')
      .map(({ method, path }) => `${method} ${path.replace(/:\w+/g, 'a')}`)
      .filter((asked) => worth(asked).of === 'dear');
    assert.deepEqual(dear.sort(), [
      'POST /api/v1/bulk/preview',
      'POST /api/v1/calendar/martial-law/preview',
      'POST /api/v1/calendar/preview',
      'POST /api/v1/people/search',
      'POST /api/v1/reference/a/trial',
      'POST /api/v1/routing/trial',
    ]);
  });
  it('has routes of every class', () => {
    const seen = new Set(
      routesOf(city.app.routes).map(({ method, path }) => worth(`${method} ${path.replace(/:\w+/g, 'a')}`).of),
    );
    for (const of of LOAD_CLASSES) assert.ok(seen.has(of), of);
  });
});
