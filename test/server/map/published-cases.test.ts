import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ListPage, ListPlace } from '#server/map/case-list.ts';
import type { Visibility } from '#server/map/case-question.ts';
import { PublishedCases } from '#server/map/published-cases.ts';
import type { PublishedCase } from '#server/register/index.ts';
import { PUBLIC_STATUSES } from '#shared/domain/appeal.ts';
import { instantInKyiv } from '#shared/domain/legal-clock/kyiv-time.ts';
import type { CaseFilters } from '#shared/domain/map/filters.ts';
import { type Bounds, project } from '#shared/domain/map/mercator.ts';

const NOW = Date.parse('2026-03-03T08:00:00Z');
const DAY_MS = 86_400_000;
const CATEGORIES = ['roads', 'pothole', 'lamps', 'secret'];
const DISTRICTS = ['prymorskyi', 'kyivskyi', null];
/** Roads are a branch with one leaf; what is secret is never shown. */
const isIn = (category: string | undefined, code: string) =>
  category === undefined || code === category || (category === 'roads' && code === 'pothole');

const aCase = fc
  .record({
    id: fc.stringMatching(/^[0-9a-f]{24}$/),
    status: fc.constantFrom(...PUBLIC_STATUSES),
    categoryCode: fc.constantFrom(...CATEGORIES),
    districtCode: fc.constantFrom(...DISTRICTS),
    lng: fc.integer({ min: 30_690, max: 30_760 }),
    lat: fc.integer({ min: 46_440, max: 46_490 }),
    hasPoint: fc.boolean(),
    secondsAgo: fc.integer({ min: 0, max: 40 }).map((n) => n * 43_200),
    delayS: fc.constantFrom(0, 0, 0, 10 * 86_400),
    dueOn: fc.constantFrom(null, '2026-03-02', '2026-03-03', '2026-03-04'),
  })
  .map(
    ({ lng, lat, hasPoint, secondsAgo, delayS, ...rest }): PublishedCase => ({
      ...rest,
      point: hasPoint ? [lng / 1_000, lat / 1_000] : null,
      receivedAt: new Date(NOW - secondsAgo * 1_000),
      visibleFrom: new Date(NOW - secondsAgo * 1_000 + delayS * 1_000),
    }),
  );
const cases = fc.uniqueArray(aCase, { selector: ({ id }) => id, maxLength: 60 });
const date = fc.integer({ min: -25, max: 1 }).map((days) => new Date(NOW + days * DAY_MS).toISOString().slice(0, 10));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const filters: fc.Arbitrary<CaseFilters> = fc.record({
  status: maybe(fc.constantFrom(...PUBLIC_STATUSES)),
  category: maybe(fc.constantFrom(...CATEGORIES, 'unheard-of')),
  district: maybe(fc.constantFrom('prymorskyi', 'kyivskyi')),
  from: maybe(date),
  to: maybe(date),
  overdue: maybe(fc.constant('1' as const)),
});
const hidden = fc.subarray<string | null>(DISTRICTS);
const visibility = (hiddenDistricts: readonly (string | null)[]): Visibility => ({
  nowMs: NOW,
  today: '2026-03-03',
  isShownCategory: (code) => code !== 'secret',
  isHiddenDistrict: (code) => hiddenDistricts.includes(code),
  branchOf: (code) => new Set(CATEGORIES.filter((leaf) => isIn(code, leaf))),
});
const startOf = (day: string) => instantInKyiv(day, '00:00')?.getTime() ?? 0;

/** The plain rule, case by case, that the columns are held to; newest first. */
const meant = (all: readonly PublishedCase[], asked: CaseFilters, hiddenDistricts: readonly (string | null)[]) =>
  all
    .filter(({ status, categoryCode, districtCode, receivedAt, visibleFrom, dueOn }) => {
      const { status: state, category, district, from, to, overdue } = asked;
      const day = receivedAt.getTime();
      return (
        categoryCode !== 'secret' &&
        !hiddenDistricts.includes(districtCode) &&
        visibleFrom.getTime() <= NOW &&
        (state === undefined || state === status) &&
        isIn(category, categoryCode) &&
        (district === undefined || district === districtCode) &&
        (overdue === undefined || (dueOn !== null && dueOn < '2026-03-03')) &&
        (from === undefined || day >= startOf(from)) &&
        (to === undefined || day < startOf(new Date(Date.parse(to) + DAY_MS).toISOString().slice(0, 10)))
      );
    })
    .sort((a, b) => b.receivedAt.getTime() - a.receivedAt.getTime() || (a.id < b.id ? 1 : -1));
/** Some of them read at once and put in order, some changed and others come since: the answers must not tell which. */
async function kept(all: readonly PublishedCase[], hiddenDistricts: readonly (string | null)[] = []) {
  const index = new PublishedCases();
  const [first, later] = [all.slice(0, all.length / 2), all.slice(all.length / 2)];
  for (const one of first)
    index.append(one.categoryCode === 'lamps' ? { ...one, status: 'refused', point: [30.7, 46.45] } : one);
  await index.tidy(visibility(hiddenDistricts));
  for (const one of [...later, ...first.filter(({ categoryCode }) => categoryCode === 'lamps')]) index.put(one);
  return index;
}
/** How many of them lie in each district. */
const byDistrict = (all: readonly PublishedCase[]): Map<string | null, number> => {
  const counts = new Map<string | null, number>();
  for (const { districtCode } of all) counts.set(districtCode, (counts.get(districtCode) ?? 0) + 1);
  return counts;
};
const countsIn = (page: ListPage) => new Map(page.byDistrict.map(({ districtCode, count }) => [districtCode, count]));
const everything: CaseFilters = {};
const onTile = ({ point }: Pick<PublishedCase, 'point'>, { z, x, y }: { z: number; x: number; y: number }) => {
  if (!point) return false;
  const [px, py] = project(point, z);
  return Math.floor(px / 256) === x && Math.floor(py / 256) === y;
};

describe('published cases: found and counted in memory', () => {
  it('lists what the plain rule lists, page by page, newest first, and counts it', () =>
    fc.assert(
      fc.asyncProperty(
        cases,
        filters,
        hidden,
        fc.integer({ min: 1, max: 7 }),
        async (all, asked, hiddenDistricts, limit) => {
          const index = await kept(all, hiddenDistricts);
          const wanted = meant(all, asked, hiddenDistricts);
          const got: string[] = [];
          let after: ListPlace | undefined;
          do {
            const page = index.page(asked, visibility(hiddenDistricts), { limit, after });
            assert.equal(page.total, wanted.length);
            assert.deepEqual(countsIn(page), byDistrict(wanted));
            assert.ok(page.ids.length <= limit);
            got.push(...page.ids);
            after = page.next ?? undefined;
          } while (after);
          assert.deepEqual(
            got,
            wanted.map(({ id }) => id),
          );
        },
      ),
    ));
  it('lists of a part of the map only what lies there', () =>
    fc.assert(
      fc.asyncProperty(cases, async (all) => {
        const bounds: Bounds = [30.7, 46.45, 30.7405, 46.4705];
        const wanted = meant(all, everything, []).filter(
          ({ point }) => point && point[0] >= 30.7 && point[0] < 30.7405 && point[1] > 46.45 && point[1] <= 46.4705,
        );
        const page = (await kept(all)).page(everything, visibility([]), { bounds, limit: 100 });
        const { ids, total } = page;
        // On the very edge a rounded pixel may fall to either side.
        const isClear = ({ point }: PublishedCase) => point?.[0] !== 30.7 && point?.[1] !== 46.45;
        const clear = new Set(all.filter(isClear).map(({ id }) => id));
        assert.deepEqual(
          ids.filter((id) => clear.has(id)),
          wanted.filter(isClear).map(({ id }) => id),
        );
        assert.equal(total, ids.length);
        assert.deepEqual(countsIn(page), byDistrict(all.filter(({ id }) => ids.includes(id))));
      }),
    ));
  it('puts every case of a tile on it once, alone or in a cluster of its states', () =>
    fc.assert(
      fc.asyncProperty(
        cases,
        maybe(filters),
        hidden,
        fc.integer({ min: 10, max: 18 }),
        async (all, filtered, hiddenDistricts, z) => {
          const asked = filtered ?? everything;
          const index = await kept(all, hiddenDistricts);
          const wanted = meant(all, asked, hiddenDistricts).filter(({ point }) => point);
          const tiles = new Map(
            wanted.map(({ point }) => {
              const [px, py] = project(point ?? [0, 0], z);
              const tile = { z, x: Math.floor(px / 256), y: Math.floor(py / 256) };
              return [JSON.stringify(tile), tile] as const;
            }),
          );
          for (const tile of tiles.values()) {
            const { points, clusters } = index.tile(tile, asked, visibility(hiddenDistricts));
            const here = wanted.filter((one) => onTile(one, tile));
            const together = clusters.reduce((sum, [, , count]) => sum + count, 0);
            assert.equal(points.length + together, here.length);
            for (const [nth, status] of PUBLIC_STATUSES.entries()) {
              const alone = points.filter(([, , , state]) => state === status).length;
              const counted = clusters.reduce((sum, [, , , counts]) => sum + (counts[nth] ?? 0), 0);
              assert.equal(alone + counted, here.filter((one) => one.status === status).length);
            }
            const inOrder = here.map(({ id }) => id).filter((id) => points.some(([pointId]) => pointId === id));
            assert.deepEqual(
              points.map(([id]) => id),
              inOrder,
            );
            for (const [id, lng, lat, , categoryCode] of points) {
              const found = here.find((one) => one.id === id);
              assert.deepEqual([[lng, lat], categoryCode], [found?.point, found?.categoryCode]);
            }
            for (const [lng, lat, count, counts] of clusters) {
              assert.ok(count >= 2 && count === counts.reduce((sum, n) => sum + n, 0));
              assert.ok(onTile({ point: [lng, lat] }, tile), 'a cluster stays on its tile');
            }
          }
        },
      ),
      { numRuns: 60 },
    ));
  it('keeps clusters so far apart that none covers another', async () => {
    const grid = Array.from({ length: 4_000 }, (_, i) => ({
      ...(fc.sample(aCase, { numRuns: 1, seed: i })[0] as PublishedCase),
      id: i.toString(16).padStart(24, '0'),
      categoryCode: 'lamps',
      point: [30.69 + (i % 80) / 1_000, 46.44 + Math.floor(i / 80) / 1_000] as const,
      visibleFrom: new Date(0),
    }));
    const index = await kept(grid);
    const all = [2396, 2397].flatMap((x) =>
      [1448, 1449].flatMap((y) => index.tile({ z: 12, x, y }, everything, visibility([])).clusters),
    );
    const pixels = all.map(([lng, lat]) => project([lng, lat], 12));
    assert.ok(pixels.length > 10);
    for (const [i, [x1, y1]] of pixels.entries())
      for (const [x2, y2] of pixels.slice(i + 1))
        assert.ok(Math.hypot(x1 - x2, y1 - y2) >= 31, 'half a cell at the least');
  });
  it('takes a newer state in the place of an older one, and forgets what is taken back, though it may come again', () =>
    fc.assert(
      fc.asyncProperty(cases, cases, async (first, second) => {
        const index = await kept(first);
        const tidied = index.tidy(visibility([]));
        for (const { id } of first.slice(0, 10)) index.remove(id);
        index.remove('0'.repeat(24));
        for (const one of second) index.put(one);
        await tidied;
        const newest = new Map([...first.slice(10), ...second].map((one) => [one.id, one]));
        const page = index.page(everything, visibility([]), { limit: 1_000 });
        const wanted = meant([...newest.values()], everything, []);
        assert.deepEqual(
          page.ids,
          wanted.map(({ id }) => id),
        );
        assert.deepEqual(countsIn(page), byDistrict(wanted));
      }),
    ));
  it('holds a hundred thousand in a few megabytes, and stays under 15 KB a tile', () => {
    const [sample] = fc.sample(aCase, { numRuns: 1, seed: 1 });
    const before = process.memoryUsage().arrayBuffers;
    const index = new PublishedCases();
    for (let i = 0; i < 100_000; i++)
      index.put({
        ...(sample as PublishedCase),
        id: (i * 2_654_435_761).toString(16).padStart(24, '0').slice(-24),
        categoryCode: 'lamps',
        point: [30.7 + (i % 1_009) / 100_000, 46.46 + (i % 997) / 100_000],
        visibleFrom: new Date(0),
      });
    assert.ok(process.memoryUsage().arrayBuffers - before < 20_000_000);
    assert.equal(index.page(everything, visibility([]), { limit: 1 }).total, 100_000);
    for (const z of [10, 14, 16, 18]) {
      const [px, py] = project([30.705, 46.465], z);
      const tile = index.tile({ z, x: Math.floor(px / 256), y: Math.floor(py / 256) }, everything, visibility([]));
      assert.ok(JSON.stringify(tile).length <= 15 * 1_024);
    }
  });
});
