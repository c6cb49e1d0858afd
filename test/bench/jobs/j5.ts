import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { makeNightlyRoot } from '#server/history/index.ts';
import { BudgetModel } from '#server/notifications/budget/budget.model.ts';
import { DeliveryModel } from '#server/notifications/delivery.model.ts';
import { NOTIFICATIONS } from '#server/notifications/index.ts';
import { now, shiftClock } from '#server/platform/clock.ts';
import { database } from '#server/platform/database.ts';
import { OutboxModel } from '#server/platform/outbox.ts';
import type { BenchCity, Site } from '../city.ts';
import { ratioOf } from '../figures.ts';
import type { Result } from '../results.ts';
import { interleaved } from '../rounds.ts';
import { until } from '../until.ts';
import { ask, askAt, clear, crowdsOf, versionOf, WHOLE } from './j5-asking.ts';
import { ASKER, aCaseOf } from './j5-crowd.ts';
import { countIn, onClock, startPhones, startWorkers } from './j5-phones.ts';
import { send } from './j5-send.ts';

const ROUNDS = 5;
const MINUTE_MS = 60_000;
/** The money of each line, in kopiykas: what a year's money stops is another test's business. */
const PLENTY = 10_000_000_000;
/** Ten in the morning of the next day in Kyiv's winter: the night would hold the texts back. */
const tomorrowAtTen = (): number => {
  const at = new Date();
  return Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate() + 1, 8) - at.getTime();
};

/** The request: as quick for a hundred thousand people as for one. Nobody carries the events on meanwhile. */
async function request(result: Result, city: BenchCity, site: Site): Promise<void> {
  const people = crowdsOf(city).many;
  const [one, many] = [await aCaseOf(1), await aCaseOf(people)];
  const versions = { one: await versionOf(site, one.id), many: await versionOf(site, many.id) };
  const { times } = await interleaved(
    {
      one: async () => {
        versions.one = await askAt(site, one.id, versions.one);
      },
      many: async () => {
        versions.many = await askAt(site, many.id, versions.many);
      },
    },
    60,
  );
  result.times('request with 1 person', times.one);
  result.times(`request with ${people} people`, times.many);
  const ratio = ratioOf(times.many, times.one);
  result.ratio('floor', `request with ${people} people against 1`, ratio);
  result.target(
    'request with many people against one',
    { bar: '≤ 1.2', isMet: ratio.ratio <= 1.2, measured: ratio },
    WHOLE,
  );
  await clear(city);
}

/** From the request until every row of the ledger is there, against a job for each in the request. */
async function enqueue(result: Result, city: BenchCity, site: Site, shiftMs: number): Promise<void> {
  const { some } = crowdsOf(city);
  const [naive, found] = [await city.naive(), await aCaseOf(some)];
  const workers = await startWorkers(city, {}, shiftMs);
  let rows = 0;
  const { times } = await interleaved(
    {
      ours: async () => {
        rows += some;
        await ask(site, found.id);
        while ((await DeliveryModel.countDocuments({ 'subject.id': found.id })) < rows) await pause(5);
      },
      naive: async () => void (await naive.post(`/appeals/${found.id}/ask`, {})),
    },
    ROUNDS,
  );
  assert.equal(await DeliveryModel.countDocuments({ 'subject.id': found.id }), (ROUNDS + 1) * some);
  assert.equal(await database().collection('naive_messages').countDocuments(), (ROUNDS + 1) * some);
  result.times(`${some} rows of the ledger, ours`, times.ours);
  result.times(`${some} jobs of the naive`, times.naive);
  const ratio = ratioOf(times.naive, times.ours);
  result.ratio('naive', 'enqueue', ratio);
  result.target('enqueue', { bar: '≥ 3 times the naive', isMet: ratio.ratio >= 3 }, WHOLE);
  await Promise.all(workers.map((worker) => worker.stop()));
  await database().dropCollection('naive_messages');
  await clear(city);
}

/** The same while workers are killed and Redis is wiped: nobody is told twice, and nobody is lost from sight. */
async function kill(result: Result, city: BenchCity, site: Site, shiftMs: number): Promise<void> {
  const { crowd, perSecond } = crowdsOf(city);
  const phones = await startPhones(city, perSecond, shiftMs);
  const found = await aCaseOf(crowd);
  await ask(site, found.id);
  const work = (minutes: number) => startWorkers(city, phones.settings, shiftMs + minutes * MINUTE_MS);
  const reached = (part: number) =>
    until(`${part} of the texts left`, async () => (await countIn(found.id, 'accepted')) >= part * crowd);
  let workers = await work(0);
  // In the middle of the planning, too.
  await until('planning began', async () => (await DeliveryModel.countDocuments({ 'subject.id': found.id })) > 0);
  await workers[0]?.kill9();
  await reached(0.2);
  await Promise.all(workers.map((worker) => worker.kill9()));
  workers = await work(1);
  await reached(0.4);
  await city.wipeRedis();
  await reached(0.6);
  await city.wipeRedis();
  await Promise.all(workers.map((worker) => worker.kill9()));
  for (const minutes of [4, 7, 10]) {
    workers = await work(minutes);
    // Who is to be told is planned for a while after everything that was planned has gone.
    const isDone = async () =>
      (await OutboxModel.countDocuments({ pending: NOTIFICATIONS })) === 0 &&
      (await DeliveryModel.countDocuments({ dueAt: { $lte: now() } })) === 0;
    shiftClock(shiftMs + minutes * MINUTE_MS);
    await until('all was settled that could be', isDone);
    await Promise.all(workers.map((worker) => worker.stop()));
  }
  shiftClock(shiftMs);
  const got = await phones.taken();
  const twice = got.length - new Set(got).size;
  const [accepted, unknown, rows] = await Promise.all([
    countIn(found.id, 'accepted', 'sent', 'delivered'),
    countIn(found.id, 'unknown'),
    DeliveryModel.countDocuments({ 'subject.id': found.id }),
  ]);
  result.figure('told twice after kills and wiped Redis', twice);
  result.figure('listed as unknown', unknown);
  assert.equal(rows, crowd);
  assert.ok(got.length >= accepted, 'a text that is said to have gone did not');
  result.target('told twice', { bar: 'nobody', isMet: twice === 0, measured: String(twice) });
  const lost = crowd - accepted - unknown;
  result.target('lost from sight', { bar: 'nobody', isMet: lost === 0, measured: String(lost) });
  await clear(city);
}

/** J5: one event of a case is told to a crowd by text, against a job for each in the request. */
export async function j5(result: Result, city: BenchCity): Promise<void> {
  const shiftMs = tomorrowAtTen();
  shiftClock(shiftMs);
  try {
    await clear(city);
    await BudgetModel.updateMany({}, { $set: { kopiykas: PLENTY } });
    await makeNightlyRoot(); // of the night that the clock has skipped: a worker would be busy with it in the daytime
    const site = await city.web(ASKER, onClock(shiftMs));
    await request(result, city, site);
    await enqueue(result, city, site, shiftMs);
    await send(result, city, site, shiftMs);
    await kill(result, city, site, shiftMs);
  } finally {
    shiftClock(0);
  }
}
