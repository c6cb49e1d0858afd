import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { DeliveryModel } from '#server/notifications/delivery.model.ts';
import { now } from '#server/platform/clock.ts';
import { OutboxModel } from '#server/platform/outbox.ts';
import type { Running } from '../../support/processes.ts';
import type { BenchCity, Site } from '../city.ts';
import { quantile } from '../figures.ts';
import { inMs, type Result } from '../results.ts';
import { until } from '../until.ts';
import { ask, clear, crowdsOf, WHOLE } from './j5-asking.ts';
import { aCaseOf } from './j5-crowd.ts';
import { countIn, startPhones, startWorkers } from './j5-phones.ts';

const CODE_EVERY_MS = 1_000;

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
  const codes = await DeliveryModel.find({ template: 'otp' }).lean();
  const events = await OutboxModel.find({ _id: { $in: codes.map(({ eventId }) => eventId) } }).lean();
  const begun = new Map(events.map(({ _id, at }) => [String(_id), at]));
  for (const { eventId, changes } of codes) {
    let from = begun.get(String(eventId));
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
export async function send(result: Result, city: BenchCity, site: Site, shiftMs: number): Promise<void> {
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
