import assert from 'node:assert/strict';
import type { RequestListener } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { createApp } from '#server/app.ts';
import { loadCalendar } from '#server/calendar/index.ts';
import { verifyHistory } from '#server/history/index.ts';
import { CaseModel } from '#server/register/case.model.ts';
import { auditCases } from '#server/register/index.ts';
import { seedReference } from '#server/seeds/demo-city.ts';
import { KEYS } from '../support/api.ts';
import { aDraft } from '../support/appeals.ts';
import { useOwnDatabases } from '../support/databases.ts';
import { useServer } from '../support/raw-http.ts';
import { until } from '../support/until.ts';

const POSTS = 100;
const FIGURES = { year: 2026, received: 0, inWork: 0, answered: 0 };
const JSON_TYPE = { 'content-type': 'application/json' };

describe('crash: MongoDB is killed while appeals come in', () => {
  const databases = useOwnDatabases();
  let listener: RequestListener;
  const ask = useServer(() => listener);
  before(async () => {
    const config = { ...KEYS, PUBLIC_URL: 'http://127.0.0.1', TRUSTED_PROXIES: 0, RATE_LIMIT_SCALE: 1_000 };
    const wiring = { dependencies: [], isDraining: () => false, figures: () => FIGURES };
    listener = createApp({ config: { ...config, TWILIO_AUTH_TOKEN: undefined }, ...wiring }).listener;
    await loadCalendar();
    await seedReference();
  });
  const file = () => ask('POST', '/api/v1/appeals', JSON_TYPE, JSON.stringify(aDraft()));

  // Within the time of one try, not of one try for each that waits: a group whose commit broke is told together.
  it('tells all who wait that it is away, keeps what it promised, and goes on when it is back', async function kill() {
    this.timeout(45_000);
    const kept: string[] = [];
    const refusals: number[] = [];
    const post = async (): Promise<void> => {
      const { status, headers, body } = await file();
      if (status === 201) return void kept.push(JSON.parse(body.toString()).id);
      refusals.push(status);
      assert.ok(Number(headers['retry-after']) > 0, `${status} ${body}`);
    };
    const posts: Promise<void>[] = [];
    let killed: Promise<void> | undefined;
    for (let i = 0; i < POSTS; i += 1) {
      posts.push(post());
      if (i === POSTS / 4) killed = databases.mongod().kill9();
      await pause(5);
    }
    await Promise.all([...posts, killed]);
    assert.ok(kept.length > 0 && refusals.length > 0, `${kept.length} kept, ${refusals.length} refused`);
    assert.deepEqual([...new Set(refusals)], [503]);

    await databases.mongod().restart();
    await until(async () => (await file()).status === 201);
    const found = await CaseModel.find({ _id: { $in: kept } }).lean();
    assert.equal(found.length, kept.length);
    const { broken, astray } = await verifyHistory(auditCases);
    assert.deepEqual([broken, astray], [[], []]);
  });
});
