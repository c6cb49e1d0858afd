import assert from 'node:assert/strict';
import type { QueryFilter } from 'mongoose';
import { CategoryModel, loadCatalogue } from '#server/catalogue/index.ts';
import { visibilityNow } from '#server/map/case-question.ts';
import { keepPublished, type PublishedKeeper } from '#server/map/index.ts';
import { casesUnder } from '#server/map/published.keeper.ts';
import { DistrictSwitchModel } from '#server/moderation/district-switch.model.ts';
import { loadHiddenDistricts } from '#server/moderation/index.ts';
import { now, today } from '#server/platform/clock.ts';
import { type Case, CaseModel } from '#server/register/case.model.ts';
import { publiclyReadable } from '#server/register/public-case.ts';
import { publicStatusOf } from '#server/register/regime.ts';
import { PUBLIC_STATUSES } from '#shared/domain/appeal.ts';
import { startOfDay } from '#shared/domain/legal-clock/kyiv-time.ts';
import { ZOOMS } from '#shared/domain/map/base-map.ts';
import type { CaseFilters } from '#shared/domain/map/filters.ts';
import { project } from '#shared/domain/map/mercator.ts';
import { useCity } from '../../support/api.ts';
import { aPublishedCase, keepPublished as keepCases } from '../../support/published.ts';
import { randomFrom } from '../../support/random-from.ts';

const CASES = 3_000;
const QUESTIONS = 1_000;
const DAY_MS = 86_400_000;
const CATEGORIES = ['road-surface', 'street-light', 'trees'];
const DISTRICTS = ['prymorskyi', 'kyivskyi', 'peresypskyi', null];
const STATUSES = ['received', 'in_work', 'resolved', 'explained', 'refused'] as const;

describe('the map and MongoDB', function equal() {
  this.timeout(240_000);
  useCity();
  const { random } = randomFrom('views of the map');
  const whole = (below: number): number => Math.floor(random() * below);
  const chance = (part: number): boolean => random() < part;
  const one = <T>(of: readonly T[]): T => of[whole(of.length)] as T;
  let keeper: PublishedKeeper;
  let ids: string[] = [];
  const at = (): [number, number] => [30.6 + whole(200) / 1_000, 46.4 + whole(150) / 1_000];
  const day = (): string => new Date(now().getTime() - whole(60) * DAY_MS).toISOString().slice(0, 10);
  const aCase = (): Case => ({
    ...aPublishedCase({
      at: chance(0.1) ? null : at(),
      status: one(STATUSES),
      categoryCode: one(CATEGORIES),
      districtCode: one(DISTRICTS),
      receivedAt: new Date(now().getTime() - whole(60 * 86_400) * 1_000),
      visibleFrom: new Date(now().getTime() + (chance(0.1) ? DAY_MS : -DAY_MS)),
      state: chance(0.1) ? 'none' : 'public',
    }),
    dueOn: chance(0.5) ? day() : null,
  });
  /** Files a few, changes a few, hides a few; now and then a district or a category too. */
  async function live(turn: number): Promise<void> {
    const fresh = Array.from({ length: 3 }, aCase);
    await keepCases(fresh);
    const touched = fresh.map(({ _id }) => String(_id));
    for (let i = 0; i < 4; i++) {
      const id = one(ids);
      const { _id, number: _, ...state } = aCase();
      const found = await CaseModel.findById(id).select('_id').lean();
      if (found) await CaseModel.collection.updateOne({ _id: found._id }, { $set: state });
      touched.push(id);
    }
    ids = [...ids, ...fresh.map(({ _id }) => String(_id))];
    if (turn % 40 === 0) {
      const row = { districtCode: 'kyivskyi', isHidden: turn % 80 === 0, reason: 'обстріл', byId: 'f'.repeat(24) };
      await DistrictSwitchModel.create({ ...row, at: new Date(now().getTime() + turn) });
      await loadHiddenDistricts();
    }
    if (turn % 60 === 0) {
      await CategoryModel.updateOne({ _id: 'trees' }, { publicity: turn % 120 === 0 ? 'never' : 'live' });
      await loadCatalogue();
    }
    keeper.touch(touched);
    await keeper.settled();
  }
  const aFilter = (): CaseFilters => ({
    ...(chance(0.3) && { status: one(STATUSES) }),
    ...(chance(0.3) && { category: one([...CATEGORIES, 'roads']) }),
    ...(chance(0.3) && { district: one(['prymorskyi', 'kyivskyi', 'peresypskyi']) }),
    ...(chance(0.3) && { from: day() }),
    ...(chance(0.3) && { to: day() }),
    ...(chance(0.3) && { overdue: '1' as const }),
  });
  /** The same question in MongoDB's language; the public state is worked out of what it finds. */
  async function stored({ status, category, district, from, to, overdue }: CaseFilters): Promise<Case[]> {
    const all: QueryFilter<Case>[] = [publiclyReadable()];
    if (category) all.push({ categoryCode: { $in: [...visibilityNow().branchOf(category)] } });
    if (district) all.push({ 'publication.districtCode': district });
    if (from) all.push({ receivedAt: { $gte: startOfDay(from) } });
    if (to) all.push({ receivedAt: { $lt: startOfDay(to, 1) } });
    if (overdue) all.push({ dueOn: { $type: 'string', $lt: today() } });
    const found = await CaseModel.find({ $and: all }).sort({ receivedAt: -1, _id: -1 }).lean<Case[]>();
    return found.filter((each) => status === undefined || publicStatusOf(each) === status);
  }
  /** What should lie on a tile: how many in each cell, by state, and who is alone in theirs. */
  function cellsOf(cases: readonly Case[], z: number, tile: readonly [number, number]) {
    const cells = new Map<string, Case[]>();
    for (const found of cases) {
      const [lng, lat] = found.publication.point?.coordinates ?? [];
      if (lng === undefined || lat === undefined) continue;
      const [x, y] = project([lng, lat], z);
      if (Math.floor(x / 256) !== tile[0] || Math.floor(y / 256) !== tile[1]) continue;
      const cell = `${Math.floor(x / 64)} ${Math.floor(y / 64)}`;
      cells.set(cell, [...(cells.get(cell) ?? []), found]);
    }
    const counts = (together: readonly Case[]) =>
      PUBLIC_STATUSES.map((status) => together.filter((each) => publicStatusOf(each) === status).length);
    const groups = [...cells.values()];
    return {
      points: groups.flatMap((group) => (group.length === 1 ? group.map(({ _id }) => String(_id)) : [])).sort(),
      clusters: groups.flatMap((group) => (group.length > 1 ? [String([group.length, counts(group)])] : [])).sort(),
    };
  }
  beforeEach(async () => {
    const cases = Array.from({ length: CASES }, aCase);
    await keepCases(cases);
    ids = cases.map(({ _id }) => String(_id));
    keeper = keepPublished(() => undefined);
    await keeper.settled();
  });
  afterEach(async () => {
    await keeper.close();
    await DistrictSwitchModel.deleteMany({});
    await loadHiddenDistricts();
    await CategoryModel.updateOne({ _id: 'trees' }, { publicity: 'live' });
    await loadCatalogue();
  });

  it(`answer ${QUESTIONS} random views and filters alike, while cases come, change and are hidden`, async () => {
    for (let turn = 1; turn <= QUESTIONS / 5; turn++) {
      await live(turn);
      const visibility = visibilityNow();
      if (turn % 50 === 0) await casesUnder(visibility).tidy(visibility);
      const filters = chance(0.3) ? {} : aFilter();
      const wanted = await stored(filters);
      const cases = casesUnder(visibility);
      for (let view = 0; view < 5; view++) {
        const z = ZOOMS.min + whole(ZOOMS.max - ZOOMS.min + 1);
        const [x, y] = project(at(), z).map((pixel) => Math.floor(pixel / 256)) as [number, number];
        const tile = cases.tile({ z, x, y }, filters, visibility);
        const said = `turn ${turn}, ${z}/${x}/${y}, ${JSON.stringify(filters)}`;
        const { points, clusters } = cellsOf(wanted, z, [x, y]);
        assert.deepEqual(tile.points.map(([id]) => id).sort(), points, said);
        assert.deepEqual(tile.clusters.map(([, , count, states]) => String([count, states])).sort(), clusters, said);
      }
      const page = cases.page(filters, visibility, { limit: 50 });
      assert.equal(page.total, wanted.length);
      for (const { districtCode, count } of page.byDistrict)
        assert.equal(count, wanted.filter(({ publication }) => publication.districtCode === districtCode).length);
      assert.equal(
        page.byDistrict.reduce((sum, { count }) => sum + count, 0),
        wanted.length,
      );
      assert.deepEqual(
        page.ids,
        wanted.slice(0, 50).map(({ _id }) => String(_id)),
      );
    }
  });
});
