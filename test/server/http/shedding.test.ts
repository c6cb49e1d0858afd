import assert from 'node:assert/strict';
import { createApp } from '#server/app.ts';
import { guardBy, watchLoop } from '#server/http/load.ts';
import type { LoadClass } from '#server/http/load-classes.ts';
import { BEAT_MS, LoadGuard } from '#server/http/load-guard.ts';
import { useCity } from '../../support/api.ts';
import { aDraft } from '../../support/appeals.ts';
import { KEYS } from '../../support/keys.ts';
import { type RawAnswer, useServer } from '../../support/raw-http.ts';
import { until } from '../../support/until.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded' };
const SETTINGS = { SHED_DELAY_MS: 100, SHED_DEAR: 4, SHED_PLAIN: 64, SHED_VITAL: 64 };
const DEAR = ['/?category=road-surface', '/map/list?bbox=30.6,46.3,30.9,46.6', '/api/v1/appeals'] as const;
const BLOCKED_MS = 1_000;
/** A guard that knows of the loop's lateness only what a test tells it. */
const toldGuard = (most: Record<LoadClass, number>): LoadGuard => new LoadGuard({ delayMs: 100, most }, () => 0);

/** Keeps the event loop of this process from coming round, as a program that reckons too long does. */
function block(): void {
  const end = performance.now() + BLOCKED_MS;
  while (performance.now() < end);
}

describe('http: above what can be carried', function shedding() {
  this.timeout(60_000);
  const city = useCity();
  let guard = guardBy(SETTINGS);
  let listener: ReturnType<typeof createApp>['listener'];
  const ask = useServer(() => listener);
  const begin = async (over: LoadGuard): Promise<void> => {
    guard = over;
    const config = { ...KEYS, PUBLIC_URL: 'https://vidhuk.example', TRUSTED_PROXIES: 0, RATE_LIMIT_SCALE: 1_000 };
    const figures = () => ({ year: 2026, received: 3, inWork: 2, answered: 1 });
    const app = createApp({ config, dependencies: [], isDraining: () => false, figures, guard });
    await app.lane.putPage('/', { type: 'text/html; charset=utf-8', body: '<!doctype html><p>' });
    listener = app.listener;
  };
  const statusOf = async (asked: Promise<RawAnswer>): Promise<number> => (await asked).status;
  const file = (): Promise<RawAnswer> => {
    const headers = { ...JSON_TYPE, 'idempotency-key': crypto.randomUUID() };
    return ask('POST', '/api/v1/appeals', headers, JSON.stringify(aDraft()));
  };
  /** What nobody may lose, and what costs nothing. */
  const staysUp = async (): Promise<void> => {
    assert.equal(await statusOf(file()), 201);
    assert.equal(await statusOf(ask('POST', '/api/v1/phone-codes', JSON_TYPE, '{}')), 422);
    assert.equal(await statusOf(ask('GET', '/appeals/new/where')), 200);
    assert.equal(await statusOf(ask('GET', '/')), 200);
    assert.equal(await statusOf(ask('GET', '/health/live')), 200);
    const { token } = await city.token('operator');
    assert.equal(await statusOf(ask('GET', '/api/v1/register?view=new', { authorization: `Bearer ${token}` })), 200);
  };

  describe('by the signal', () => {
    beforeEach(() => begin(toldGuard({ dear: 4, plain: 64, vital: 64 })));
    const late = (times: number): void => {
      for (let i = 0; i < times; i += 1) guard.beat(1_000);
    };
    const inTime = (): void => {
      for (let i = 0; i < 10_000 / BEAT_MS; i += 1) guard.beat(0);
    };

    it('refuses what is dear, keeps filing, the lane and staff up, and lets all in again afterwards', async () => {
      for (const path of DEAR) assert.equal(await statusOf(ask('GET', path)), 200, path);
      late(1);
      for (const path of DEAR) {
        const { status, headers } = await ask('GET', path);
        assert.equal(status, 503, path);
        assert.ok(Number(headers['retry-after']) >= 5, path);
        assert.equal(headers['cache-control'], 'no-store');
      }
      assert.equal(await statusOf(ask('GET', '/help')), 200);
      await staysUp();
      late(9);
      assert.equal(await statusOf(ask('GET', '/help')), 503);
      await staysUp();
      inTime();
      for (const path of [...DEAR, '/help']) assert.equal(await statusOf(ask('GET', path)), 200, path);
      assert.equal(guard.figures().shed.dear, DEAR.length);
      assert.deepEqual(guard.figures().underWay, { dear: 0, plain: 0, vital: 0 });
    });
    it('says so as a page in the language of the address, with the way to try again', async () => {
      late(1);
      const page = await ask('GET', '/?category=road-surface&q=a%22b');
      const words = page.body.toString();
      assert.match(String(page.headers['content-type']), /^text\/html/);
      assert.match(words, /<h1>Зараз багато охочих<\/h1>/);
      assert.ok(words.includes(`Спробуйте за ${page.headers['retry-after']} с`));
      assert.ok(words.includes('href="/?category=road-surface&amp;q=a%22b"'));
      const english = (await ask('GET', '/en?q=a')).body.toString();
      assert.match(english, /<h1>Many people are here just now<\/h1>.*href="\/en\?q=a"/);
    });
    it('says so to programs as a problem document', async () => {
      late(1);
      const { headers, body } = await ask('GET', '/api/v1/appeals', { 'accept-language': 'en' });
      assert.match(String(headers['content-type']), /^application\/problem\+json/);
      const { code, status, title } = JSON.parse(body.toString());
      assert.deepEqual([code, status], ['overloaded', 503]);
      assert.match(title, /Wait a few seconds/);
    });
  });

  describe('beyond what is vital', () => {
    beforeEach(() => begin(toldGuard({ dear: 1, plain: 1, vital: 1 })));
    const typed = { text: 'Яма на розі, завглибшки з долоню', kind: 'complaint' };

    it('shows a form again with all that was typed', async () => {
      assert.equal(guard.enter('vital'), 0);
      const { status, headers, body } = await ask(
        'POST',
        '/appeals/new/details',
        FORM_TYPE,
        new URLSearchParams(typed).toString(),
      );
      assert.equal(status, 503);
      assert.ok(Number(headers['retry-after']) > 0);
      assert.equal(headers['cache-control'], 'no-store');
      const page = body.toString();
      assert.ok(page.includes(typed.text) && page.includes('цього разу ми нічого не записали'), page);
      guard.leave('vital');
      assert.equal(guard.figures().underWay.vital, 0);
    });
    it('says that nothing was written where it cannot show a form', async () => {
      guard.enter('vital');
      const { status, body } = await ask('POST', '/my/sign-in', FORM_TYPE, 'codeId=a&code=123456');
      assert.equal(status, 503);
      assert.match(body.toString(), /нічого не записали.*введене залишилося у формі/);
      assert.doesNotMatch(body.toString(), /123456/);
      assert.equal(JSON.parse((await file()).body.toString()).code, 'overloaded');
    });
    it('frees the place of whoever goes away, and of a file whose reader is slow', async () => {
      for (let i = 0; i < 3; i += 1) assert.equal(await statusOf(ask('GET', '/help')), 200);
      assert.deepEqual(guard.figures().underWay, { dear: 0, plain: 0, vital: 0 });
    });
  });

  describe('in truth', () => {
    let stop = (): void => undefined;
    let dear: number = SETTINGS.SHED_DEAR;
    const watched = async (delayMs: number, most: number = SETTINGS.SHED_DEAR): Promise<void> => {
      dear = most;
      await begin(guardBy({ ...SETTINGS, SHED_DELAY_MS: delayMs, SHED_DEAR: most }));
      stop = watchLoop(guard);
    };
    afterEach(() => stop());
    /** Waits until all is let in again; the test's own time-out is the limit. */
    const untilWhole = async (): Promise<void> => {
      await until(async () => {
        for (const path of DEAR) if ((await ask('GET', path)).status !== 200) return false;
        return guard.figures().room.dear === dear;
      });
    };

    it('a crowd for dear pages is let in as far as there is room', async () => {
      await watched(10_000, 1); // whoever asks is in this process, too, and holds its loop up
      await untilWhole();
      assert.equal(guard.enter('dear'), 0); // somebody whose answer takes its time has the only place
      const [crowd] = await Promise.all([
        Promise.all(Array.from({ length: 40 }, () => ask('GET', '/statistics/messages'))),
        staysUp(),
      ]);
      for (const { status, headers } of crowd) {
        assert.equal(status, 503);
        assert.ok(Number(headers['retry-after']) > 0);
      }
      guard.leave('dear');
      await untilWhole();
      assert.equal(await statusOf(ask('GET', '/statistics/messages')), 200);
    });
    it('a loop that stood still answers what is vital first', async () => {
      await watched(SETTINGS.SHED_DELAY_MS);
      await untilWhole();
      const dear = DEAR.map((path) => ask('GET', path));
      const filed = file();
      block(); // they are on their way and find a loop that has not come round
      for (const { status, headers } of await Promise.all(dear)) {
        assert.equal(status, 503);
        assert.ok(Number(headers['retry-after']) > 0);
      }
      assert.equal(await statusOf(filed), 201);
      await staysUp();
      await untilWhole();
    });
  });
});
