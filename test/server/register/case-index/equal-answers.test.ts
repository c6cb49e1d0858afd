import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Types } from 'mongoose';
import { catalogue } from '#server/catalogue/index.ts';
import { today } from '#server/platform/clock.ts';
import type { Place } from '#server/platform/columns/table.ts';
import { useLog } from '#server/platform/log.ts';
import type { Actor } from '#server/platform/policy.ts';
import { installRegimes } from '#server/regimes.ts';
import { type Case, CaseModel } from '#server/register/case.model.ts';
import type { CaseFinder } from '#server/register/case-index/case-finder.ts';
import { type CaseIndexKeeper, keepCaseIndex } from '#server/register/case-index/case-index.keeper.ts';
import { inView, orderOf, wantedBy } from '#server/register/case-index/case-question.ts';
import { storedCases } from '#server/register/case-index/stored-cases.ts';
import { unit } from '#server/seeds/city.ts';
import { seedReference } from '#server/seeds/demo-city.ts';
import { type ListQuery, listCases, REGISTER_VIEWS } from '#shared/contract/register-list.ts';
import { CASE_MARKS, CHANNELS, PRIORITIES } from '#shared/domain/appeal.ts';
import { caseNumber } from '#shared/domain/case-number.ts';
import { addCalendarDays } from '#shared/domain/legal-clock/legal-date.ts';
import { useDatabase } from '../../../support/database.ts';
import { announce, aPublishedCase } from '../../../support/published.ts';

const STATUSES = [
  'submitted',
  'registered',
  'assigned',
  'in_progress',
  'answer_review',
  'answered',
  'closed',
  'reopened',
];
const SENTENCES = [
  'Не горить ліхтар біля під’їзду',
  'Яма на дорозі',
  'Вода у підвалі',
  'Зламані лавки у дворі',
  'У дворі яма',
];
const SEARCHES = ['ліхтарі', 'яма', 'ями двору', 'підвал', 'дорога', '…!', '2600', '260000', 'трамвай', 'Софіївській'];
const DISTRICTS = ['prymorskyi', 'kyivskyi', 'khadzhybeiskyi'];
const DEPARTMENTS = [2, 3, 4].map((n) => String(unit(n)));
const near = fc.integer({ min: -12, max: 12 }).map((days) => addCalendarDays(today(), days));
const orNone = <T>(one: fc.Arbitrary<T>) => fc.option(one, { freq: 3 });
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { freq: 1, nil: undefined });
const some = (values: readonly string[]) =>
  maybe(fc.subarray([...values], { minLength: 1 }).map((chosen) => chosen.join(',')));

/** Degrees with as many digits as devices give. */
const degrees = (min: number, max: number) => fc.double({ min, max, noNaN: true });
/** What differs from case to case; everything that a list can ask for. */
const aState = (categories: readonly string[]) =>
  fc.record({
    status: fc.constantFrom(...STATUSES),
    categoryCode: fc.constantFrom(...categories),
    channel: fc.constantFrom(...CHANNELS),
    priority: fc.constantFrom(...PRIORITIES),
    dueOn: orNone(near),
    receivedAt: near.map((date) => new Date(`${date}T21:30:00Z`)),
    text: fc.constantFrom(...SENTENCES),
    address: orNone(fc.constantFrom('вул. Софіївська, 8', 'вул. Торгова, 14')),
    districtCode: orNone(fc.constantFrom(...DISTRICTS)),
    coordinates: orNone(fc.tuple(degrees(30.6, 30.9), degrees(46.3, 46.6))),
    executors: fc.subarray(DEPARTMENTS),
    reopenRequestedAt: orNone(fc.constant(new Date())),
    awaitingApplicantSince: orNone(fc.constant(new Date())),
    marks: fc.subarray([...CASE_MARKS]),
  });
type State = ReturnType<typeof aState> extends fc.Arbitrary<infer S> ? S : never;
const fieldsOf = ({ address, districtCode, coordinates, executors, ...state }: State) => ({
  ...state,
  place: {
    address,
    description: null,
    point: coordinates && { type: 'Point', coordinates },
    accuracy: coordinates ? 'house' : 'none',
    streetId: null,
    districtCode,
  },
  executors: executors.map((id, n) => ({
    departmentId: new Types.ObjectId(id),
    role: n === 0 ? 'main' : 'co',
    dueOn: null,
  })),
});
const anArea = fc.record({
  bounds: fc.constantFrom(
    [30.6, 46.3, 30.9, 46.6] as const,
    [30.7, 46.4, 30.8, 46.5] as const,
    [31, 47, 32, 48] as const,
  ),
  zoom: fc.constantFrom(10, 14, 18),
});
const aQuery = (categories: readonly string[]) =>
  fc
    .record({
      view: fc.constantFrom(...REGISTER_VIEWS),
      q: maybe(fc.constantFrom(...SEARCHES)),
      status: some(STATUSES),
      category: some(categories),
      district: some(DISTRICTS),
      department: some(DEPARTMENTS),
      channel: some(CHANNELS),
      priority: some(PRIORITIES),
      due: maybe(fc.constantFrom('overdue' as const, '3days' as const, 'week' as const)),
      dueFrom: maybe(near),
      dueTo: maybe(near),
      receivedFrom: maybe(near),
      receivedTo: maybe(near),
      mine: maybe(fc.constant('1' as const)),
      sort: fc.constantFrom('due' as const, 'received' as const, '-received' as const),
      limit: fc.constantFrom(1, 3, 20),
    })
    // A few filters at a time, or nothing would ever be found.
    .chain((all) =>
      fc
        .subarray(
          Object.keys(all).filter((name) => !['view', 'sort', 'limit'].includes(name)),
          { maxLength: 3 },
        )
        .map((names) =>
          Object.fromEntries(
            Object.entries(all).filter(([n]) => names.includes(n) || ['view', 'sort', 'limit'].includes(n)),
          ),
        ),
    )
    .map((query): ListQuery => listCases.query.parse(query));

describe('case index: its answers and MongoDB’s', () => {
  useDatabase();
  let categories: string[];
  let keeper: CaseIndexKeeper;
  before(async () => {
    useLog('silent', 'test');
    installRegimes();
    await seedReference();
    const { categories: rows } = catalogue();
    const [child] = rows.filter(({ parentCode }) => parentCode);
    assert.ok(child?.parentCode);
    categories = [child.parentCode, child.code, ...rows.slice(0, 2).map(({ code }) => code)];
    keeper = keepCaseIndex();
  });
  after(() => keeper.close());

  const aViewer = (ids: string[]): fc.Arbitrary<Actor | null> =>
    fc.option(
      fc.record({
        kind: fc.constant('staff' as const),
        id: fc.constant('5'.repeat(24)),
        departmentId: fc.constantFrom(...DEPARTMENTS),
        permissions: fc.constantFrom(new Set(['case.readAny'] as const), new Set(['case.work'] as const)),
        caseIds: fc.subarray(ids.slice(0, 5)).map((chosen) => new Set(chosen)),
        knownCaseIds: fc.constant(new Set<string>()),
        joinedCaseIds: fc.constant(new Set<string>()),
      }),
      { freq: 9 },
    );
  async function walk(finder: CaseFinder, viewer: Actor | null, query: ListQuery) {
    const rows: Place[] = [];
    const totals = new Set<number>();
    let after: Place | null = null;
    for (;;) {
      const page = await finder.page(wantedBy(viewer, query), orderOf(query), { after, limit: query.limit });
      rows.push(...page.rows);
      totals.add(page.total);
      after = page.rows.at(-1) ?? null;
      if (!page.hasMore) return { rows, totals: [...totals] };
    }
  }
  const counts = (finder: CaseFinder, viewer: Actor | null) =>
    finder.counts(REGISTER_VIEWS.map((view) => inView(viewer, view)));

  it('are the same for any cases, filters, orders and viewers, and after any changes', async function equal() {
    this.timeout(120_000);
    let found = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(aState(categories), { minLength: 1, maxLength: 40 }),
        fc.array(fc.tuple(fc.nat(), fc.option(aState(categories), { freq: 4 })), { maxLength: 12 }),
        fc.array(aQuery(categories), { minLength: 4, maxLength: 10 }),
        fc.infiniteStream(fc.nat()),
        async (states, changes, queries, chance) => {
          await CaseModel.deleteMany();
          const cases = states.map(
            (state, n) =>
              ({ ...aPublishedCase({ number: caseNumber(2026, n) }), ...fieldsOf(state) }) as unknown as Case,
          );
          const split = Math.ceil(cases.length / 2);
          await CaseModel.collection.insertMany(cases.slice(0, split) as never[]);
          keeper.reload();
          await keeper.settled();
          // What comes after the loading is told of by the outbox alone, as a process hears of its neighbours' commands.
          if (cases.length > split) await CaseModel.collection.insertMany(cases.slice(split) as never[]);
          const changed = new Map<number, Case>(cases.slice(split).map((one, n) => [split + n, one]));
          for (const [n, state] of changes) {
            const at = n % cases.length;
            const one = cases[at];
            if (!one) continue;
            changed.set(at, one);
            if (state) await CaseModel.collection.updateOne({ _id: one._id }, { $set: fieldsOf(state) });
            else await CaseModel.collection.deleteOne({ _id: one._id });
          }
          await announce([...changed.values()]);
          const ids = cases.map(({ _id }) => String(_id));
          for (const query of queries) {
            const viewer = fc.sample(aViewer(ids), { numRuns: 1, seed: chance.next().value })[0] ?? null;
            const index = (await keeper.fresh()) ?? assert.fail('the index is loaded');
            const [ours, stored] = await Promise.all([walk(index, viewer, query), walk(storedCases, viewer, query)]);
            assert.deepEqual(ours, stored, JSON.stringify(query));
            assert.equal(ours.rows.length, ours.totals[0]);
            assert.deepEqual(await counts(index, viewer), await counts(storedCases, viewer));
            const area = fc.sample(anArea, { numRuns: 1, seed: chance.next().value })[0] ?? assert.fail();
            const [drawn, storedGrid] = await Promise.all(
              [index, storedCases].map((finder) => finder.grid(wantedBy(viewer, query), area)),
            );
            assert.deepEqual(drawn, storedGrid, JSON.stringify({ query, area }));
            assert.deepEqual(
              [drawn?.total, drawn?.seen],
              [ours.rows.length, drawn?.cells.reduce((n, { count }) => n + count, 0)],
            );
            found += ours.rows.length;
          }
        },
      ),
      { numRuns: 40 },
    );
    assert.ok(found > 100, `only ${found} cases were found in all: the questions ask for too much`);
  });
});
