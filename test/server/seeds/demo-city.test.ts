import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import mongoose from 'mongoose';
import { loadCalendar } from '#server/calendar/index.ts';
import { CategoryModel, DepartmentModel } from '#server/catalogue/index.ts';
import { verifyHistory } from '#server/history/index.ts';
import { RoleModel, StaffModel, signInStaff } from '#server/identity/index.ts';
import { PetitionModel } from '#server/petitions/petition.model.ts';
import { legalDateOf, now } from '#server/platform/clock.ts';
import { useKeys } from '#server/platform/secrets.ts';
import { installRegimes } from '#server/regimes.ts';
import { type Case, CaseModel } from '#server/register/case.model.ts';
import { auditCases, publicCaseOf } from '#server/register/index.ts';
import { DEMO_APPEALS } from '#server/seeds/demo-appeals.ts';
import {
  type DemoAccount,
  seedAppeals,
  seedPast,
  seedPetitions,
  seedReference,
  seedStaff,
} from '#server/seeds/demo-city.ts';
import { KEYS } from '../../support/api.ts';
import { setClock, useClock } from '../../support/clock.ts';
import { mongodbUri, redisUrl, useDatabase } from '../../support/database.ts';
import { aFolder } from '../../support/throw-away.ts';

const NOW = '2026-03-10T08:00:00Z';
/** Everything that is in these collections, and nothing of how it is laid there. */
const contents = async (...names: string[]): Promise<string> => {
  const all = names.map((name) => mongoose.connection.collection(name).find().sort({ _id: 1 }).toArray());
  return JSON.stringify(await Promise.all(all));
};
const run = promisify(execFile);
const runTask = async (entry: string, env: Readonly<Record<string, string>>): Promise<void> => {
  // biome-ignore lint/style/noProcessEnv: a child needs the machine's PATH
  const { PATH = '' } = process.env;
  await run(process.execPath, ['--import', 'tsx', entry, '--demo'], { env: { PATH, ...env } });
};
const REFERENCE = [DepartmentModel, CategoryModel, RoleModel].map(({ collection }) => collection.name);
const ids = async (): Promise<string[]> => (await StaffModel.find().sort({ _id: 1 })).map(({ id }) => String(id));

describe('seeds: the demo city', () => {
  useClock(NOW);
  useDatabase();
  let accounts: DemoAccount[] = [];
  let seededAt = new Date(0);
  before(async function seed() {
    this.timeout(60_000);
    useKeys(KEYS);
    setClock(NOW);
    installRegimes();
    await loadCalendar();
    await seedReference();
    accounts = await seedStaff();
    await seedAppeals();
    seededAt = now();
  });

  it('changes nothing of units, categories and roles when it is seeded again', async () => {
    const before = await contents(...REFERENCE);
    await seedReference();
    assert.equal(await contents(...REFERENCE), before);
    assert.match(before, /Міськсвітло/);
  });

  it('leaves what the city changed of them as the city wants it', async () => {
    await RoleModel.updateOne({ _id: 'operator' }, { $set: { uk: 'Операторка' } });
    await seedReference();
    assert.equal((await RoleModel.findById('operator'))?.uk, 'Операторка');
  });

  it('gives each account one row, and a password that opens it, anew each time', async () => {
    const before = await ids();
    const again = await seedStaff();
    assert.deepEqual(await ids(), before);
    for (const [i, { login, password }] of again.entries()) {
      assert.equal('session' in (await signInStaff({ login, password }, '')), true);
      await assert.rejects(signInStaff({ login, password: accounts[i]?.password ?? '' }, ''), {
        code: 'sign-in.wrong',
      });
    }
    accounts = again;
  });

  it('has appeals in every stage, and every state that they can be told of today', async () => {
    const cases = await CaseModel.find().lean<Case[]>();
    assert.equal(cases.length, DEMO_APPEALS.length);
    const count = (values: readonly string[]) =>
      values.reduce<Record<string, number>>(
        (tally, value) => Object.assign(tally, { [value]: (tally[value] ?? 0) + 1 }),
        {},
      );
    const stages = count(cases.map(({ status }) => status));
    assert.deepEqual(stages, count(DEMO_APPEALS.map(({ stage }) => stage)));
    const every = ['submitted', 'registered', 'assigned', 'in_progress', 'answer_review', 'answered'];
    assert.deepEqual(Object.keys(stages).sort(), [...every].sort());
    const told = new Set(cases.flatMap(({ steps }) => steps.map(({ status }) => status)));
    assert.deepEqual([...told].sort(), ['explained', 'in_work', 'received', 'refused', 'resolved']);
  });

  it('has one that is overdue', async () => {
    assert.ok((await CaseModel.countDocuments({ dueOn: { $ne: null, $lt: '2026-03-10' } })) > 0);
  });

  it('has a history that holds, and cases that are what it says', async () => {
    const { subjects, events, broken, astray } = await verifyHistory(auditCases);
    assert.deepEqual([broken, astray], [[], []]);
    assert.equal(subjects, DEMO_APPEALS.length);
    assert.ok(events > subjects);
  });

  it('happened before now, in order, and put the clock back', async () => {
    const cases = await CaseModel.find().lean<Case[]>();
    for (const { steps, receivedAt } of cases) {
      const moments = [receivedAt, ...steps.map(({ at }) => at)].map((at) => at.getTime());
      assert.deepEqual(
        moments,
        [...moments].sort((a, b) => a - b),
      );
      assert.ok((moments.at(-1) ?? 0) <= seededAt.getTime(), String(moments));
    }
    assert.equal(legalDateOf(seededAt), '2026-03-10');
  });

  it('asks for no texts', async () => {
    assert.equal(await mongoose.connection.collection('people').countDocuments({ phone: { $ne: null } }), 0);
  });
});

describe('seeds: the past of the demo city', function () {
  this.timeout(60_000);
  useClock(NOW);
  useDatabase();

  it('puts some two hundred published cases on the map, and reaches up to today', async () => {
    useKeys(KEYS);
    installRegimes();
    await loadCalendar();
    await seedReference();
    const made = await seedPast();
    const cases = await CaseModel.find().lean<Case[]>();
    assert.equal(cases.length, made);
    const shown = cases.flatMap((found) => publicCaseOf(found) ?? []);
    const onMap = shown.filter(({ point }) => point !== null);
    assert.ok(onMap.length >= 150 && onMap.length <= 300, `${onMap.length} of ${shown.length}`);
    assert.ok(new Set(onMap.map(({ districtCode }) => districtCode)).size >= 4, 'not all districts are heard');
    assert.ok(
      cases.some(({ receivedAt }) => legalDateOf(receivedAt) === '2026-03-09'),
      'nobody filed yesterday',
    );
    assert.ok(cases.every(({ receivedAt }) => receivedAt < now()));
  });
});

describe('seeds: the task', function () {
  this.timeout(60_000);
  const name = useDatabase();

  it('changes nothing when it is run again', async () => {
    const env = {
      ...KEYS,
      MONGODB_URI: mongodbUri(name),
      REDIS_URL: redisUrl(),
      PUBLIC_URL: 'http://127.0.0.1:3000',
      VIDHUK_DEMO: '1',
      VIDHUK_DATA_DIR: aFolder('seed'),
    };
    const everything = async (): Promise<string> => {
      const all = await mongoose.connection.listCollections();
      return contents(...all.map((collection) => collection.name).sort());
    };
    await runTask('server/tasks/seed.ts', env);
    const once = await everything();
    assert.ok(once.includes('Коваль'), 'nothing was seeded');
    await runTask('server/tasks/seed.ts', env);
    assert.equal(await everything(), once);
  });
  it('has petitions at every stage, once, whose lists are whole', async function petitions() {
    this.timeout(60_000);
    assert.equal(await seedPetitions(), 0);
    const found = await PetitionModel.find().sort({ _id: 1 }).lean();
    assert.deepEqual(
      found.map(({ status, tally }) => [status, tally.eid + tally.sms]),
      [
        ['failed_to_appeal', 214],
        ['answered', 1_482],
        ['under_review', 1_093],
        ['collecting', 742],
        ['collecting', 128],
        ['submitted', 0],
        ['threshold_reached', 0],
      ],
    );
    const { broken, astray } = await verifyHistory(auditCases);
    assert.deepEqual([broken, astray], [[], []]);
  });
});
