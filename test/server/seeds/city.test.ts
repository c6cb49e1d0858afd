import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { fileAppeal } from '#server/appeals/index.ts';
import { loadCalendar } from '#server/calendar/index.ts';
import { verifyHistory } from '#server/history/index.ts';
import { type Delivery, DeliveryModel } from '#server/notifications/delivery.model.ts';
import { legalDateOf } from '#server/platform/clock.ts';
import { useKeys } from '#server/platform/secrets.ts';
import { installRegimes } from '#server/regimes.ts';
import { type Case, CaseModel } from '#server/register/case.model.ts';
import { auditCases, caseById, publicCaseOf } from '#server/register/index.ts';
import { type Participant, ParticipantModel } from '#server/register/participant.model.ts';
import { chronicleOf } from '#server/seeds/bulk/chronicle.ts';
import { hasCases, makeCity } from '#server/seeds/bulk/city-maker.ts';
import { filingOf } from '#server/seeds/bulk/filing.ts';
import { restoreIndexes, setIndexesAside } from '#server/seeds/bulk/indexes.ts';
import { planOf } from '#server/seeds/bulk/plan.ts';
import { sketchOf, streamOf } from '#server/seeds/bulk/sketch.ts';
import { type World, worldOf } from '#server/seeds/bulk/world.ts';
import { FILLED } from '#server/seeds/bulk/writing.ts';
import { seedReference } from '#server/seeds/demo-city.ts';
import { NewAppeal } from '#shared/contract/filing.ts';
import { isCaseNumber } from '#shared/domain/case-number.ts';
import { KEYS } from '../../support/api.ts';
import { aDraft } from '../../support/appeals.ts';
import { useClock } from '../../support/clock.ts';
import { useDatabase } from '../../support/database.ts';

const NOW = '2026-03-10T08:00:00Z';
const WANTED = { seed: 5, until: '2026-03-10', days: 365, byPhone: 0.79 } as const;
const SIZE = 2_500;

const useEmptyCity = (): void => {
  useClock(NOW);
  useDatabase();
  before(async function reference() {
    this.timeout(60_000);
    useKeys(KEYS);
    installRegimes();
    await loadCalendar();
    await seedReference();
  });
};
const tally = <T>(values: readonly T[]): Map<T, number> =>
  values.reduce((sums, value) => sums.set(value, (sums.get(value) ?? 0) + 1), new Map<T, number>());

describe('seeds: a believable city', () => {
  useEmptyCity();
  let cases: Case[] = [];
  before(async function make() {
    this.timeout(120_000);
    const { cases: made } = await makeCity({ ...WANTED, appeals: SIZE });
    assert.equal(made, SIZE);
    cases = await CaseModel.find().sort({ receivedAt: 1 }).lean<Case[]>();
  });

  it('has a history that holds, and cases that are what it says', async () => {
    const { subjects, events, broken, astray } = await verifyHistory(auditCases);
    assert.deepEqual([broken, astray], [[], []]);
    assert.equal(subjects, SIZE);
    assert.ok(events > 5 * SIZE, `${events} events`);
  });

  it('has cases in every state, with every result, and some that are late', () => {
    const states = tally(cases.map(({ status }) => status));
    for (const status of ['registered', 'assigned', 'in_progress', 'answer_review', 'answered', 'closed'])
      assert.ok(states.get(status), `${status}: ${JSON.stringify([...states])}`);
    const results = tally(cases.map(({ result }) => result));
    for (const result of ['resolved', 'explained', 'refused'] as const)
      assert.ok((results.get(result) ?? 0) > 20, result);
    assert.ok(
      cases.some(({ dueOn }) => dueOn !== null && dueOn < WANTED.until),
      'nothing is overdue',
    );
    assert.ok(
      cases.some(({ clocks }) => clocks.length > 1),
      'nothing was reopened',
    );
    assert.ok(
      cases.some(({ applicants }) => applicants > 1),
      'nobody came together',
    );
  });

  it('is reached mostly by phone, most of all on Mondays and in working hours', () => {
    const byPhone = cases.filter(({ channel }) => channel === 'phone').length / SIZE;
    assert.ok(byPhone > 0.72 && byPhone < 0.84, `${byPhone}`);
    const weekdays = tally(cases.map(({ receivedAt }) => new Date(legalDateOf(receivedAt)).getUTCDay()));
    assert.ok((weekdays.get(1) ?? 0) > 1.5 * (weekdays.get(0) ?? 0));
    const hours = cases.filter(({ receivedAt }) =>
      [6, 7, 8, 9, 10, 11, 12, 13, 14, 15].includes(receivedAt.getUTCHours()),
    );
    assert.ok(hours.length > 0.6 * SIZE);
  });

  it('follows the year: heat in winter, grass in summer, days of storm', () => {
    const monthsOf = (category: string) =>
      tally(
        cases.filter(({ categoryCode }) => categoryCode === category).map(({ receivedAt }) => receivedAt.getUTCMonth()),
      );
    const heat = monthsOf('heating-water');
    const sum = (months: readonly number[]) => months.reduce((all, month) => all + (heat.get(month) ?? 0), 0);
    assert.ok(sum([11, 0, 1]) > 1.5 * sum([5, 6, 7]));
    assert.equal(monthsOf('winter-road').get(6) ?? 0, 0);
    const days = [...tally(cases.map(({ receivedAt }) => legalDateOf(receivedAt))).values()].sort((a, b) => b - a);
    assert.ok((days[0] ?? 0) > 4 * (SIZE / 365), `${days[0]}`);
  });

  it('has spots from which more is heard than from others', () => {
    const addresses = [...tally(cases.flatMap(({ place }) => place.address ?? [])).values()].sort((a, b) => b - a);
    const [first = 0] = addresses;
    assert.ok(first >= 3 && addresses.length > SIZE / 4, `${first} of ${addresses.length}`);
  });

  it('gives each number once, and those of papers without gaps', async () => {
    assert.equal(new Set(cases.map(({ number }) => number)).size, SIZE);
    assert.ok(cases.every(({ number }) => isCaseNumber(number)));
    const series = new Map<string, number[]>();
    for (const { registrationIndex: index } of cases)
      if (index)
        series.set(`${index.year} ${index.series}`, [
          ...(series.get(`${index.year} ${index.series}`) ?? []),
          index.seq,
        ]);
    assert.ok(series.has('2026 КО') || series.has('2025 КО'));
    for (const [name, numbers] of series)
      assert.deepEqual(
        numbers.sort((a, b) => a - b),
        numbers.map((_, i) => i + 1),
        name,
      );
    const letters = await mongoose.connection.collection('answers').distinct('signed.outgoingNumber');
    const given = letters.flatMap((letter) => (letter === null ? [] : [String(letter)]));
    for (const year of [2025, 2026]) {
      const numbers = given.flatMap((letter) => (letter.endsWith(`/${year}-вих`) ? [Number.parseInt(letter, 10)] : []));
      assert.deepEqual(
        numbers.sort((a, b) => a - b),
        numbers.map((_, i) => i + 1),
      );
    }
  });

  it('goes on with the numbers that were given, for who files next', async () => {
    const filed = await fileAppeal(null, NewAppeal.parse(aDraft()), { channel: 'web' });
    assert.ok(!cases.some(({ number }) => number === filed.number));
    await CaseModel.deleteOne({ _id: filed._id });
  });

  it('shows no more than was published, and nothing of what is never shown', () => {
    const shown = cases.filter((found) => publicCaseOf(found) !== null);
    assert.ok(shown.length > 0.1 * SIZE, `${shown.length}`);
    for (const found of shown) {
      assert.ok(!['power-outage', 'gas', 'military', 'explosive', 'shelling-damage'].includes(found.categoryCode));
      const { state, text, point } = found.publication;
      if (found.channel === 'phone') assert.deepEqual([state, text, point], ['anonymised', null, null]);
      if (state === 'anonymised') assert.equal(text, null);
    }
    assert.ok(shown.some(({ publication }) => publication.point !== null && publication.answer !== null));
  });

  it('leaves nothing for the workers to send', async () => {
    const ledger = mongoose.connection.collection('deliveries');
    const states = tally((await ledger.find().toArray()).map(({ state }) => String(state)));
    assert.ok((states.get('delivered') ?? 0) > 100, JSON.stringify([...states]));
    for (const state of states.keys()) assert.ok(['delivered', 'undelivered', 'failed', 'sent'].includes(state), state);
    assert.equal(await ledger.countDocuments({ dueAt: { $ne: null } }), 0);
    const told = await DeliveryModel.findOne({ 'values.link': { $ne: null } })
      .orFail()
      .lean<Delivery>();
    const part = await ParticipantModel.findOne({ link: told.values.link }).orFail().lean<Participant>();
    assert.equal(String(part.personId), told.recipient.id);
  });

  it('says the same thing twice in few cases', async () => {
    const texts = (await CaseModel.find().select('text').lean<{ text: string }[]>()).map(({ text }) => text);
    assert.ok(new Set(texts).size > 0.98 * SIZE, `${new Set(texts).size}`);
  });
});

/** A row without what is drawn by chance that nobody may foresee, and what follows from that. */
const SECRET = new Set(['textSalt', 'salt', 'digest', 'docDigest', 'mac', 'prev', 'link', 'box']);
const open = (rows: unknown): string => JSON.stringify(rows, (key, value) => (SECRET.has(key) ? undefined : value));

describe('seeds: a city made again', () => {
  useEmptyCity();
  const numbers = {
    number: '2500000013',
    registrationIndex: { year: 2025, series: 'К', seq: 1 },
    outgoing: ['1', '2'],
  };
  const chronicles = async (wanted: typeof WANTED, indexes: readonly number[]): Promise<string[]> => {
    const world = await worldOf(wanted);
    return indexes.map((index) => open(chronicleOf(world, index, numbers)));
  };
  const some = Array.from({ length: 120 }, (_, i) => i * 7);

  it('is the same city to the last comma', async () => {
    assert.deepEqual(await chronicles(WANTED, some), await chronicles(WANTED, some));
  });
  it('is another one for another seed', async () => {
    const other = await chronicles({ ...WANTED, seed: 6 } as unknown as typeof WANTED, some);
    const same = await chronicles(WANTED, some);
    assert.ok(other.every((rows, i) => rows !== same[i]));
  });
  it('is part of a larger one, whose cases come in order of receipt', async () => {
    const world = await worldOf(WANTED);
    const [small, large] = [await planOf(world, 0, 60), await planOf(world, 0, 240)];
    const of = ({ order }: typeof small) => [...order];
    assert.deepEqual(
      [...of(small)].sort((a, b) => a - b),
      Array.from({ length: 60 }, (_, i) => i),
    );
    const within = of(large).filter((index) => index < 60);
    assert.deepEqual(within, of(small));
    const minutes = of(large).map((index) => sketchOf(WANTED.seed, index, world).arrival.minute);
    assert.deepEqual(
      minutes,
      [...minutes].sort((a, b) => a - b),
    );
  });

  it('files what a form would take, each draft by itself', async () => {
    const world: World = await worldOf(WANTED);
    for (let index = 0; index < 3_000; index += 1) {
      const sketch = sketchOf(WANTED.seed, index, world);
      const { draft } = filingOf(streamOf(WANTED.seed, index, 'filing'), sketch, world.places, world.almanac);
      const { success, error } = NewAppeal.safeParse(draft);
      assert.ok(success, JSON.stringify({ draft, issues: error?.issues }));
    }
  });
});

describe('seeds: a city that grows', () => {
  useEmptyCity();
  const indexesOf = async (): Promise<string> => {
    const all = await Promise.all(FILLED.map((name) => mongoose.connection.collection(name).indexes()));
    return JSON.stringify(
      all.map((indexes) =>
        indexes.map(({ v: _, ...index }) => index).sort((a, b) => (String(a.name) < String(b.name) ? -1 : 1)),
      ),
    );
  };

  it('takes the indexes off while it is filled and puts the same ones back', async () => {
    const before = await indexesOf();
    await setIndexesAside(FILLED);
    assert.ok((await indexesOf()).length < before.length / 3);
    await setIndexesAside(FILLED); // a process that died before it put them back
    let told = '';
    await restoreIndexes((done, of) => {
      told = `${done} of ${of}`;
    });
    assert.equal(await indexesOf(), before);
    assert.match(told, /^([5-8]) of \1$/);
    await restoreIndexes(() => assert.fail('there was nothing to put back'));
  });

  it('has others beside those that were there', async function grow() {
    this.timeout(60_000);
    assert.equal(await hasCases(), false);
    const make = () => makeCity({ ...WANTED, appeals: 150 });
    await make();
    assert.equal(await hasCases(), true);
    await make();
    const found = await CaseModel.find().lean<Case[]>();
    assert.equal(found.length, 300);
    assert.equal(new Set(found.map(({ number }) => number)).size, 300);
    const { subjects, broken, astray } = await verifyHistory(auditCases);
    assert.deepEqual([subjects, broken, astray], [300, [], []]);
    assert.ok(await caseById(String(found[0]?._id)));
  });
});
