import assert from 'node:assert/strict';
import type { RequestListener } from 'node:http';
import { createApp } from '#server/app.ts';
import { securityHeaders } from '#server/http/security.ts';
import { KEYS, useCity } from '../../support/api.ts';
import { aHomePage } from '../../support/home-sample.ts';
import { type RawAnswer, useServer } from '../../support/raw-http.ts';

const PUBLIC_URL = 'https://vidhuk.example';
const FIGURES = { year: 2026, received: 3, inWork: 2, answered: 1 };
const JSON_TYPE = { 'content-type': 'application/json' };
const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded' };

describe('http: the front', () => {
  const city = useCity();
  const ask = useServer(() => city.app.listener);
  before(() => city.app.lane.putPage('/', { type: 'text/html; charset=utf-8', body: aHomePage() }));

  /** One of every kind of answer. */
  const kinds = (): [method: string, path: string, status: number][] => [
    ['GET', '/', 200],
    ['HEAD', '/', 200],
    ['GET', city.app.lane.paths().find((path) => path.startsWith('/assets/')) ?? '', 200],
    ['GET', '/en', 200],
    ['GET', '/appeals/new', 303],
    ['GET', '/appeals/new/where', 200],
    ['GET', '/desk', 303],
    ['GET', '/desk/sign-in', 200],
    ['GET', '/clock', 200],
    ['GET', '/api/docs', 200],
    ['GET', '/api/openapi.json', 200],
    ['GET', '/api/v1/catalogue', 200],
    ['GET', '/api/v1/me', 401],
    ['GET', '/health/live', 200],
    ['GET', '/metrics', 200],
    ['GET', '/nowhere', 404],
    ['GET', '/api/v1/nowhere', 404],
    ['GET', '/%', 404],
    ['POST', '/', 404],
    ['POST', '/hooks/twilio/status', 400],
    ['POST', '/hooks/sms/status', 400],
    ['OPTIONS', '/api/v1/me', 200],
  ];

  it('sets the same guards on every kind of answer, and says nothing of what it is built with', async () => {
    for (const [method, path, status] of kinds()) {
      const { headers, ...answer } = await ask(method, path);
      const at = `${method} ${path}`;
      assert.equal(answer.status, status, at);
      assert.equal(headers['x-content-type-options'], 'nosniff', at);
      assert.equal(headers['x-frame-options'], 'DENY', at);
      assert.equal(headers['referrer-policy'], 'same-origin', at);
      assert.equal(headers['strict-transport-security'], 'max-age=31536000', at);
      assert.equal(headers['cross-origin-opener-policy'], 'same-origin', at);
      assert.match(String(headers['permissions-policy']), /microphone=\(\)/, at);
      assert.equal(headers['x-powered-by'], undefined, at);
      assert.equal(headers.server, undefined, at);
    }
  });

  it('lets pages run and style themselves from files of our own only', async () => {
    for (const [method, path] of kinds()) {
      const policy = String((await ask(method, path)).headers['content-security-policy']);
      const directives = Object.fromEntries(policy.split(';').map((said) => [said.split(' ')[0], said]));
      assert.equal(directives['default-src'], "default-src 'none'", path);
      assert.equal(directives['script-src'], "script-src 'self'", path);
      assert.equal(directives['style-src'], "style-src 'self'", path);
      assert.equal(directives['frame-ancestors'], "frame-ancestors 'none'", path);
      assert.equal(directives['base-uri'], "base-uri 'none'", path);
      assert.equal(directives['form-action'], "form-action 'self'", path);
      assert.equal(directives['connect-src'], "connect-src 'self' wss://vidhuk.example", path);
      assert.doesNotMatch(policy, /unsafe-|\*|https?:(?!\S)/, path);
    }
  });

  it('asks for no https where the city has none', () => {
    const set = new Map(securityHeaders('http://127.0.0.1:3000').map(([name, value]) => [name.toLowerCase(), value]));
    assert.match(set.get('content-security-policy') ?? '', /connect-src 'self' ws:\/\/127\.0\.0\.1:3000/);
    assert.doesNotMatch(set.get('content-security-policy') ?? '', /upgrade-insecure-requests/);
    assert.ok(!set.has('strict-transport-security'));
  });

  it('answers the home page from the lane, and by the application to who has a session', async () => {
    assert.ok((await ask('GET', '/')).headers.etag);
    const { token } = await city.token('operator');
    const { status, headers } = await ask('GET', '/', { cookie: `__Host-vidhuk=${token}` });
    assert.deepEqual([status, headers.etag, headers['cache-control']], [200, undefined, 'no-store']);
  });

  describe('cross-site rule', () => {
    const post = (headers: Record<string, string>): Promise<RawAnswer> =>
      ask('POST', '/api/v1/phone-codes', { ...JSON_TYPE, ...headers }, '{}');
    const passes = async (headers: Record<string, string>) => assert.equal((await post(headers)).status, 422);
    const isRefused = async (headers: Record<string, string>) => {
      const { status, body } = await post(headers);
      assert.deepEqual([status, JSON.parse(body.toString()).code], [403, 'cross-site']);
    };
    const cookie = 'theme=dark';

    it('takes a write from our own pages', async () => {
      await passes({ cookie, 'sec-fetch-site': 'same-origin' });
      await passes({ cookie, origin: PUBLIC_URL });
    });

    it('takes a write from a program, which has no cookie and says nothing', () => passes({}));

    it('refuses a write with a cookie that does not say where it comes from', () => isRefused({ cookie }));

    it('refuses a write from any other site, with a cookie or without', async () => {
      for (const site of ['cross-site', 'same-site', 'none', '']) {
        await isRefused({ 'sec-fetch-site': site });
        await isRefused({ cookie, 'sec-fetch-site': site, origin: PUBLIC_URL });
      }
    });

    it('refuses a write from an origin that only looks like ours, with a cookie or without', async () => {
      for (const origin of [
        'null',
        'http://vidhuk.example',
        `${PUBLIC_URL}.evil.example`,
        `${PUBLIC_URL}:8443`,
        `${PUBLIC_URL}/`,
      ])
        await Promise.all([isRefused({ cookie, origin }), isRefused({ origin })]);
    });

    it('lets anybody read', async () => {
      assert.equal((await ask('GET', '/api/v1/catalogue', { 'sec-fetch-site': 'cross-site', cookie })).status, 200);
    });

    it('refuses pages’ forms as a page', async () => {
      const { status, headers } = await ask('POST', '/my/sign-out', { ...FORM_TYPE, 'sec-fetch-site': 'cross-site' });
      assert.equal(status, 403);
      assert.match(String(headers['content-type']), /^text\/html/);
    });
  });

  describe('limits', () => {
    let listener: RequestListener;
    const limited = useServer(() => listener);
    beforeEach(() => {
      const config = { ...KEYS, PUBLIC_URL, TRUSTED_PROXIES: 1, RATE_LIMIT_SCALE: 1, TWILIO_AUTH_TOKEN: undefined };
      listener = createApp({ config, dependencies: [], isDraining: () => false, figures: () => FIGURES }).listener;
    });
    const spend = async (times: number, path: string, headers: Record<string, string>, body: string): Promise<void> => {
      for (let i = 0; i < times; i += 1) assert.equal((await limited('POST', path, headers, body)).status, 422);
    };

    it('refuse the 61st filing of ten minutes, as a problem that says how long to wait', async () => {
      const from = { ...JSON_TYPE, 'x-forwarded-for': '203.0.113.1' };
      await spend(60, '/api/v1/appeals', from, '{}');
      const { status, headers, body } = await limited('POST', '/api/v1/appeals', from, '{}');
      assert.equal(status, 429);
      assert.match(String(headers['content-type']), /^application\/problem\+json/);
      assert.equal(JSON.parse(body.toString()).code, 'too-many-requests');
      const waitS = Number(headers['retry-after']);
      assert.ok(waitS > 0 && waitS <= 600, String(waitS));
      const other = { ...JSON_TYPE, 'x-forwarded-for': '203.0.113.2' };
      assert.equal((await limited('POST', '/api/v1/appeals', other, '{}')).status, 422);
      assert.equal((await limited('GET', '/api/v1/catalogue', from)).status, 200);
    });

    it('refuse the form alike, as a page', async () => {
      await spend(60, '/appeals/new/check', FORM_TYPE, 'kind=application');
      const { status, headers, body } = await limited('POST', '/appeals/new/check', FORM_TYPE, 'kind=application');
      assert.equal(status, 429);
      assert.match(String(headers['content-type']), /^text\/html/);
      assert.match(body.toString(), /^<!doctype html>/i);
      assert.ok(Number(headers['retry-after']) > 0);
    });

    it('cannot be passed by another spelling of the address', async () => {
      await spend(60, '/api/v1/appeals', JSON_TYPE, '{}');
      for (const path of ['/API/v1/appeals', '/api/v1/appeals/', '/api/v1/appeals?a=1', '/Api/V1/Appeals/?a'])
        assert.equal((await limited('POST', path, JSON_TYPE, '{}')).status, 429, path);
    });
  });

  it('links to no other site from a page about an address that reads like one', async () => {
    for (const target of ['//elsewhere.example/a', '/en//elsewhere.example/a', '/en///elsewhere.example'])
      assert.doesNotMatch((await ask('GET', target)).body.toString(), /(href|action)="(\/en)?\/\//, target);
  });

  it('knows no address that is written in any form but a plain path', async () => {
    const plain = await ask('POST', '/desk/sign-in', FORM_TYPE, 'login=a');
    assert.equal(plain.status, 422);
    for (const target of ['http://x/desk/sign-in', '/desk/sign-in#a', '/desk\\sign-in#', '*']) {
      const { status } = await ask('POST', target, FORM_TYPE, 'login=a');
      assert.equal(status, 404, target);
    }
  });
});
