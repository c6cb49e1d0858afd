import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import mongoose from 'mongoose';
import { verifyHistory } from '#server/history/index.ts';
import { useKeys } from '#server/platform/secrets.ts';
import { installRegimes } from '#server/regimes.ts';
import { auditCases } from '#server/register/index.ts';
import { seedReference } from '#server/seeds/demo-city.ts';
import { freePort } from '#server/standalone/ports.ts';
import { KEYS } from '../support/api.ts';
import { aDraft } from '../support/appeals.ts';
import { useOwnDatabases } from '../support/databases.ts';
import { PATIENT, startProcess } from '../support/processes.ts';

const POSTS = 500;

/** Ids of all rows of a collection, by the field that names the case. */
const idsIn = async (name: string, field: string): Promise<string[]> => {
  const rows = await mongoose.connection.collection(name).find().toArray();
  return rows.map((row) => String(field.split('.').reduce((inner, step) => inner[step], row))).sort();
};

describe('crash: the web process is killed while appeals come in', () => {
  const databases = useOwnDatabases();

  it('loses none that got its 201 and leaves none half-written', async function kill() {
    this.timeout(120_000);
    useKeys(KEYS);
    installRegimes();
    await seedReference();
    const port = await freePort();
    const base = `http://127.0.0.1:${port}`;
    const { MONGODB_URI, REDIS_URL } = databases.addresses();
    const env = {
      ...KEYS,
      ...PATIENT,
      MONGODB_URI,
      REDIS_URL,
      PORT: String(port),
      PUBLIC_URL: base,
      RATE_LIMIT_SCALE: '1000',
    };
    const web = await startProcess('server/main.ts', env);

    const kept: string[] = [];
    const file = async (): Promise<void> => {
      const answer = await fetch(`${base}/api/v1/appeals`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(aDraft()),
      });
      const { id } = (await answer.json()) as { id: string };
      if (answer.status === 201) kept.push(id);
    };
    const posts = Promise.allSettled(Array.from({ length: POSTS }, file));
    while (kept.length < POSTS / 5) await pause(1);
    await web.kill9();
    await posts;

    assert.ok(kept.length < POSTS, 'it was killed too late to tell anything');
    const cases = await idsIn('cases', '_id');
    const lost = kept.filter((id) => !cases.includes(id));
    assert.deepEqual(lost, []);
    assert.deepEqual(await idsIn('case_participants', 'caseId'), cases);
    assert.deepEqual(await idsIn('events', 'subject.id'), cases);
    assert.deepEqual(await idsIn('outbox', 'subject.id'), cases);
    assert.equal((await idsIn('people', '_id')).length, cases.length);
    const { broken, astray } = await verifyHistory(auditCases);
    assert.deepEqual([broken, astray], [[], []]);

    const again = await startProcess('server/main.ts', env);
    const [first = ''] = cases;
    assert.equal(
      (await fetch(`${base}/api/v1/appeals/${first}`)).status,
      404,
      'it answers, and shows nothing to a stranger',
    );
    assert.equal(await again.stop(), 0);
  });
});
