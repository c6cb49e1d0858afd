import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { makeNightlyRoot } from '#server/history/index.ts';
import { BudgetModel } from '#server/notifications/budget/budget.model.ts';
import { DeliveryModel } from '#server/notifications/delivery.model.ts';
import { now, shiftClock } from '#server/platform/clock.ts';
import { database } from '#server/platform/database.ts';
import { OutboxModel } from '#server/platform/outbox.ts';
import type { Running } from '../../support/processes.ts';
import type { BenchCity, Site } from '../city.ts';
import { quantile, ratioOf } from '../figures.ts';
import { inMs, type Result } from '../results.ts';
import { interleaved } from '../rounds.ts';
import { ASKER, aCaseOf } from './j5-crowd.ts';
import { countIn, onClock, startPhones, startWorkers, until } from './j5-phones.ts';

const ROUNDS = 5;
/** From this scale on the crowds are as large as the targets want them. */
const WHOLE = 100_000;
/** People who joined the case of the request, who are told by text and at what rate, and those of each round against the naive. */
const crowdsOf = ({ scale }: BenchCity) => ({
  many: scale,
  crowd: scale / 5,
  perSecond: scale / 100,
  some: scale / 50,
});
const CODE_EVERY_MS = 1_000;
const MINUTE_MS = 60_000;
/** The money of each line, in kopiykas: what a year's money stops is another test's business. */
const PLENTY = 10_000_000_000;
/** Ten in the morning of the next day in Kyiv's winter: the night would hold the texts back. */
const tomorrowAtTen = (): number => {
  const at = new Date();
  return Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate() + 1, 8) - at.getTime();
};

const versionOf = async (site: Site, id: string): Promise<number> =>
  (await site.get<{ version: number }>(`/api/v1/register/${id}`)).version;
/** Asks the people of a case, as it stands in this version, for something, which tells each of them by text; answers with its next version. */
async function askAt(site: Site, id: string, expectedVersion: number): Promise<number> {
  const body = { expectedVersion, inquiry: 'Назвіть, будь ласка, номер опори.' };
  return (await site.post<{ version: number }>(`/api/v1/register/${id}/ask`, body)).version;
}
const ask = async (site: Site, id: string): Promise<unknown> => askAt(site, id, await versionOf(site, id));
/** No event waits, and no message is left to be sent. */
async function clear(city: BenchCity): Promise<void> {
  await OutboxModel.updateMany({ 'pending.0': { $exists: true } }, { $set: { pending: [] } });
  await DeliveryModel.deleteMany({});
  await city.wipeRedis();
}

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
    20,
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

/** How long codes take that are asked for while a crowd is told, from the request until the provider has them, in milliseconds. */
function askForCodes(site: Site): { stop(): Promise<ReadonlyMap<string, number>> } {
  const asked = new Map<string, number>();
  // Other numbers in each run: what a number was sent lately counts against it.
  const first = Math.floor(performance.timeOrigin / 1_000);
  let isOver = false;
  const asking = (async () => {
    for (let n = 0; !isOver; n += 1) {
      const phone = `+38050${String((first + n) % 10_000_000).padStart(7, '0')}`;
      asked.set(phone, now().getTime());
      await site.post('/api/v1/phone-codes', { phone });
      await pause(CODE_EVERY_MS);
    }
  })();
  return {
    async stop() {
      isOver = true;
      await asking;
      return asked;
    },
  };
}

/** Where the time of codes goes, by the ledger, in milliseconds. */
async function stagesOfCodes(): Promise<Record<string, number[]>> {
  const stages: Record<string, number[]> = {};
  for (const { eventId, changes } of await DeliveryModel.find({ template: 'otp' }).lean()) {
    const event = await OutboxModel.findById(eventId).lean();
    let from = event?.at;
    for (const { state, at } of changes) {
      if (from) stages[`until ${state}`] = [...(stages[`until ${state}`] ?? []), at.getTime() - from.getTime()];
      from = at;
    }
  }
  return stages;
}

/** How many a second left between the 5th and the 95th hundredth of these moments. */
function rateOf(at: readonly number[]): number {
  const [from, to] = [quantile(at, 0.05), quantile(at, 0.95)];
  return (0.9 * at.length) / ((to - from) / 1_000);
}
/** Whether a bare sender has sent all; throws what it said where it failed. */
async function hasSent(sender: Running): Promise<boolean> {
  if (!sender.lives() && (await sender.stop()) !== 0)
    throw new Error(`the bare SDK did not send: ${sender.said().slice(-2_000)}`);
  return sender.said().includes('sent');
}
/** What this machine can send at the most: two processes with the provider's SDK and nothing else. Per second. */
async function bareRate(city: BenchCity, crowd: number, shiftMs: number): Promise<number> {
  const phones = await startPhones(city, null, shiftMs);
  const senders = await Promise.all(
    [0, 1].map((nth) =>
      city.run('test/bench/naive/bare-sender.ts', {
        ...phones.settings,
        FIRST: String((nth * crowd) / 2),
        MANY: String(crowd / 2),
      }),
    ),
  );
  await until('the bare SDK has sent', async () => (await Promise.all(senders.map(hasSent))).every(Boolean));
  const texts = await phones.texts();
  assert.equal(texts.length, crowd);
  await Promise.all([...senders, phones].map((one) => one.stop()));
  return rateOf(texts.map(({ at }) => Date.parse(at)));
}

/** A crowd is told as fast as the provider bears it, and codes go before them. */
async function send(result: Result, city: BenchCity, site: Site, shiftMs: number): Promise<void> {
  const { crowd, perSecond } = crowdsOf(city);
  result.figure('sent a second by the bare SDK before', await bareRate(city, crowd / 2, shiftMs));
  const phones = await startPhones(city, perSecond, shiftMs);
  const [before, found] = [await aCaseOf(crowd / 10), await aCaseOf(crowd)];
  const workers = await startWorkers(city, phones.settings, shiftMs);
  // A worker runs for weeks: what is measured is one that has sent before.
  await ask(site, before.id);
  await until('they are warm', async () => (await countIn(before.id, 'accepted')) === crowd / 10);
  await ask(site, found.id);
  await until('the first texts left', async () => (await countIn(found.id, 'accepted')) > crowd / 50);
  const codes = askForCodes(site);
  await until('the crowd was told', async () => (await countIn(found.id, 'planned', 'queued', 'sending')) === 0);
  const asked = await codes.stop();
  await until(
    'the codes went',
    async () => (await DeliveryModel.countDocuments({ state: { $in: ['planned', 'queued', 'sending'] } })) === 0,
  );
  const texts = await phones.texts();
  const toCrowd = texts
    .slice(crowd / 10)
    .filter(({ to }) => !asked.has(to))
    .map(({ at }) => Date.parse(at));
  const waits = texts.flatMap(({ to, at }) => (asked.has(to) ? Date.parse(at) - (asked.get(to) ?? 0) : []));
  assert.equal(toCrowd.length, crowd);
  assert.equal(waits.length, asked.size);
  assert.equal(new Set(texts.map(({ to }) => to)).size, texts.length, 'somebody got a text twice');
  const rate = rateOf(toCrowd);
  const used = rate / perSecond;
  const refused = await DeliveryModel.countDocuments({ 'changes.cause': 'twilio-20429' });
  result.times('a code meanwhile', waits);
  for (const [stage, times] of Object.entries(await stagesOfCodes())) result.times(`a code, ${stage}`, times);
  result.figure('of the rate used', used);
  result.figure('sent a second', rate);
  result.figure('answers of 429', refused);
  result.target(
    'rate used',
    { bar: '≥ 0.95', isMet: used >= 0.95, measured: `${used.toFixed(2)} of ${perSecond} a second` },
    WHOLE,
  );
  result.target('429', { bar: 'none', isMet: refused === 0, measured: String(refused) });
  const longest = Math.max(...waits);
  result.target('codes meanwhile', { bar: '≤ 2 s, each', isMet: longest <= 2_000, measured: inMs(longest) }, WHOLE);
  await Promise.all([...workers, phones].map((one) => one.stop()));
  result.figure('sent a second by the bare SDK afterwards', await bareRate(city, crowd / 2, shiftMs));
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
    const isDone = async () => (await DeliveryModel.countDocuments({ dueAt: { $lte: now() } })) === 0;
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
