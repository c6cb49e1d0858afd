import assert from 'node:assert/strict';
import { Types } from 'mongoose';
import { catalogue } from '#server/catalogue/index.ts';
import { DistrictSwitchModel } from '#server/moderation/district-switch.model.ts';
import { loadHiddenDistricts, WHOLE_CITY } from '#server/moderation/index.ts';
import { districts } from '#server/places/index.ts';
import { legalDateOf, now, today } from '#server/platform/clock.ts';
import { type Case, CaseModel } from '#server/register/case.model.ts';
import { publiclyReadable } from '#server/register/public-case.ts';
import { keepCounted, statisticsOf } from '#server/statistics/index.ts';
import type { StatisticsScope } from '#shared/contract/statistics.ts';
import { startOfDay } from '#shared/domain/legal-clock/kyiv-time.ts';
import { useCity } from '../../support/api.ts';
import { passSeconds, useClock } from '../../support/clock.ts';
import { aPublishedCase } from '../../support/published.ts';
import { randomFrom } from '../../support/random-from.ts';
import { asRecount, recount } from '../../support/statistics-recount.ts';

const [CASES, TURNS, CHANGES, QUESTIONS] = [600, 20, 15, 4];
const DAY_MS = 86_400_000;
const STATES = [
  'submitted',
  'registered',
  'assigned',
  'in_progress',
  'on_site_check',
  'answer_review',
  'reopened',
  'answered',
  'answered',
  'answered',
  'closed',
  'closed',
  'forwarded',
  'returned',
  'terminated',
  'withdrawn',
  'merged',
];

describe('statistics: equal to a recount by MongoDB', function recounts() {
  this.timeout(120_000);
  useCity();
  useClock();
  const { random } = randomFrom('statistics');
  const one = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const chance = (part: number): boolean => random() < part;
  const aDay = (from: Date, most: number): string => legalDateOf(new Date(from.getTime() + random() * most * DAY_MS));

  /** A case in any state that can be, likely or not, all of it by chance. */
  function anyCase(): Case {
    // Some at the very edge of a day and a month in Kyiv.
    const receivedAt = chance(0.2)
      ? new Date(startOfDay(one(['2026-03-01', '2025-11-01', '2026-02-15'])).getTime() + one([-1, 0, 1]))
      : new Date(now().getTime() - random() * 400 * DAY_MS);
    const status = one(STATES);
    const isAnswered = ['answered', 'closed', 'merged'].includes(status) && chance(0.95);
    const result = isAnswered ? one(['resolved', 'explained', 'refused'] as const) : null;
    const isOpen = !isAnswered && chance(0.8);
    const clocks = Array.from({ length: one([0, 1, 1, 1, 2]) }, () => ({
      rule: 'appeal.month',
      dueLegal: aDay(receivedAt, 60),
      metOn: isOpen || chance(0.05) ? null : aDay(receivedAt, 50),
    }));
    return {
      ...aPublishedCase({
        state: one(['public', 'anonymised', 'public', 'none']),
        categoryCode: one([...catalogue().categories.map(({ code }) => code), 'long-gone']),
        districtCode: one([...districts().map(({ code }) => code), null]),
        receivedAt,
        visibleFrom: new Date(chance(0.8) ? receivedAt : now().getTime() + (random() - 0.4) * 8 * DAY_MS),
      }),
      status,
      result,
      answeredOn: isAnswered ? aDay(receivedAt, chance(0.02) ? 5_000 : 50) : null,
      dueOn: isOpen ? aDay(receivedAt, 400) : null,
      procedure: chance(0.05) ? 'admin' : 'appeal',
      promise: chance(0.3) ? { on: aDay(now(), 300), keptOn: chance(0.5) ? today() : null, moved: [] } : null,
      clocks,
    } as unknown as Case;
  }
  const aScope = (): StatisticsScope => ({
    ...(chance(0.3) && { category: one([...catalogue().categories.map(({ code }) => code), 'no-such']) }),
    ...(chance(0.3) && { district: one([...districts().map(({ code }) => code), 'no-such']) }),
    ...(chance(0.3) && { from: aDay(new Date(now().getTime() - 400 * DAY_MS), 400) }),
    ...(chance(0.3) && { to: aDay(new Date(now().getTime() - 400 * DAY_MS), 400) }),
  });
  const below = (code: string): string[] => [
    code,
    ...catalogue()
      .categories.filter(({ parentCode }) => parentCode === code)
      .flatMap((child) => below(child.code)),
  ];
  const matchOf = ({ category, district, from, to }: StatisticsScope): Record<string, unknown> => ({
    $and: [
      publiclyReadable(),
      category === undefined ? {} : { categoryCode: { $in: below(category) } },
      district === undefined ? {} : { 'publication.districtCode': district },
      from === undefined ? {} : { receivedAt: { $gte: startOfDay(from) } },
      to === undefined ? {} : { receivedAt: { $lt: startOfDay(to, 1) } },
    ],
  });
  let hidden: string[] = [];
  async function turnSwitch(): Promise<void> {
    const districtCode = hidden.includes(WHOLE_CITY)
      ? WHOLE_CITY
      : one([...districts().map(({ code }) => code), WHOLE_CITY]);
    const isHidden = !hidden.includes(districtCode);
    hidden = isHidden ? [...hidden, districtCode] : hidden.filter((code) => code !== districtCode);
    const row = { _id: new Types.ObjectId(), districtCode, isHidden, reason: 'обстріл', byId: 'test', at: now() };
    await DistrictSwitchModel.create([row]);
    await loadHiddenDistricts();
  }
  /** Branches of the tree are the sums of what lies below them. */
  const assertTree = ({ byCategory }: Awaited<ReturnType<typeof statisticsOf>>): void => {
    for (const { categoryCode, total, onTime } of byCategory) {
      const children = byCategory.filter(({ parentCode }) => parentCode === categoryCode);
      if (children.length === 0) continue;
      const sum = (of: 'total' | 'onTime') => children.reduce((all, child) => all + child[of], 0);
      assert.ok(sum('total') <= total && sum('onTime') <= onTime, categoryCode);
    }
  };

  it('in every figure, by district, topic and month, under any filter, while cases come, change and go', async () => {
    const stored = Array.from({ length: CASES }, anyCase);
    await CaseModel.collection.insertMany(stored as never[]);
    let told = 0;
    const keeper = keepCounted(() => void told++);
    await keeper.settled();
    let nonEmpty = 0;
    for (let turn = 0; turn < TURNS; turn += 1) {
      for (const scope of [{}, ...Array.from({ length: QUESTIONS }, aScope)]) {
        const found = await statisticsOf(scope);
        const leaves = asRecount(found);
        assertTree(found);
        const stored = await recount({ match: matchOf(scope), today: today() });
        // A category with others below it may hold cases of its own; its row is then the sum of both.
        const own = Object.keys(leaves.byCategory);
        assert.deepEqual({ ...leaves, byCategory: {} }, { ...stored, byCategory: {} }, JSON.stringify(scope));
        for (const code of own) assert.deepEqual(leaves.byCategory[code], stored.byCategory[code], code);
        const top = found.byCategory.filter(({ parentCode }) => parentCode === null);
        assert.equal(
          top.reduce((sum, { total }) => sum + total, 0),
          found.total,
        );
        if (found.total > 0) nonEmpty += 1;
      }
      const touched: string[] = [];
      for (let change = 0; change < CHANGES; change += 1) {
        const old = one(stored);
        const next = anyCase();
        if (chance(0.2)) {
          stored.push(next);
          await CaseModel.collection.insertOne(next as never);
          touched.push(String(next._id));
        } else {
          const { _id, ...fields } = next;
          await CaseModel.collection.updateOne({ _id: old._id }, {
            $set: chance(0.2) ? { 'publication.state': 'none' } : fields,
          } as never);
          touched.push(String(old._id));
        }
      }
      keeper.touch(touched);
      if (turn % 10 === 9) keeper.reload();
      if (turn % 3 === 2) await turnSwitch();
      if (turn % 5 === 4) passSeconds(DAY_MS / 1_000);
      await keeper.settled();
    }
    assert.ok(nonEmpty > 2 * TURNS, `only ${nonEmpty} answers had anything in them`);
    assert.ok(told >= TURNS);
    await keeper.close();
    await DistrictSwitchModel.deleteMany({});
    await loadHiddenDistricts();
  });
});
