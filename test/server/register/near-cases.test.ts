import assert from 'node:assert/strict';
import { CategoryModel, loadCatalogue } from '#server/catalogue/index.ts';
import { shiftClock } from '#server/platform/clock.ts';
import { installRegimes } from '#server/regimes.ts';
import { type Case, CaseModel } from '#server/register/case.model.ts';
import { casesNear } from '#server/register/index.ts';
import { CATEGORIES } from '#server/seeds/city.ts';
import { useDatabase } from '../../support/database.ts';
import { aPublishedCase, keepPublished, type PublishedDraft } from '../../support/published.ts';

const TUESDAY = Date.parse('2026-03-03T10:00:00+02:00');
const HERE: [number, number] = [30.7362, 46.4843];
const point = { type: 'Point', coordinates: HERE } as const;
const STREET = 'a'.repeat(24);
/** So many metres to the north. */
const north = (metres: number): [number, number] => [HERE[0], HERE[1] + metres / 111_195];

describe('register: cases near a place', () => {
  useDatabase();
  before(async () => {
    shiftClock(TUESDAY - Date.now());
    installRegimes();
    await CategoryModel.insertMany(CATEGORIES);
    await loadCatalogue();
  });
  afterEach(() => CaseModel.deleteMany({}));
  after(() => shiftClock(0));

  const keep = async (draft: PublishedDraft, over: Partial<Case> = {}): Promise<string> => {
    const one = { ...aPublishedCase({ at: HERE, ...draft }), ...over };
    await keepPublished([one]);
    return one.number;
  };
  const onStreet = (streetId: string): Partial<Case> => ({
    place: { address: 'Грецька, 5', description: null, point: null, accuracy: 'street', streetId, districtCode: null },
  });
  const numbersNear = async (over: Partial<Parameters<typeof casesNear>[0]> = {}) =>
    (await casesNear({ categoryCode: 'road-surface', point: { ...point, coordinates: [...HERE] }, ...over })).map(
      ({ found }) => found.number,
    );

  it('finds those of the same category within 300 m, nearest first, and says how far', async () => {
    const far = await keep({ at: north(290) });
    const close = await keep({ at: north(40) });
    await keep({ at: north(310) });
    await keep({ categoryCode: 'trees' });
    const near = await casesNear({ categoryCode: 'road-surface', point: { ...point, coordinates: [...HERE] } });
    assert.deepEqual(
      near.map(({ found }) => found.number),
      [close, far],
    );
    assert.deepEqual(
      near.map(({ metres }) => Math.round((metres ?? 0) / 10)),
      [4, 29],
    );
  });
  it('finds five at the most', async () => {
    for (let i = 1; i <= 7; i += 1) await keep({ at: north(i * 10) });
    assert.equal((await numbersNear()).length, 5);
  });
  it('finds nothing that is not for everybody to see', async () => {
    await keep({ state: 'none' });
    await keep({ visibleFrom: new Date(TUESDAY + 60_000) });
    await keep({ categoryCode: 'gas' });
    assert.deepEqual(await numbersNear(), []);
    assert.deepEqual(await numbersNear({ categoryCode: 'gas' }), []);
  });
  it('leaves out what was answered over 30 days ago', async () => {
    const fresh = await keep({ status: 'resolved' }, { answeredOn: '2026-02-01' });
    await keep({ status: 'resolved' }, { answeredOn: '2026-01-31' });
    assert.deepEqual(await numbersNear(), [fresh]);
  });
  it('compares streets only where the address is public, the newest first', async () => {
    const older = await keep(
      { at: null, address: 'Грецька, 5', receivedAt: new Date('2026-02-01T08:00:00Z') },
      onStreet(STREET),
    );
    const newer = await keep({ at: null, address: 'Грецька, 8' }, onStreet(STREET));
    await keep({ at: null, address: null }, onStreet(STREET));
    await keep({ at: null, address: 'Базарна, 1' }, onStreet('b'.repeat(24)));
    assert.deepEqual(await numbersNear({ point: null, streetId: STREET }), [newer, older]);
  });
  it('finds one case once, by its point and by its street', async () => {
    const both = await keep({ address: 'Грецька, 5' }, onStreet(STREET));
    assert.deepEqual(await numbersNear({ streetId: STREET }), [both]);
  });
  it('has nothing near a place that is not known', async () => {
    await keep({ address: 'Грецька, 5' }, onStreet(STREET));
    assert.deepEqual(await numbersNear({ point: null }), []);
  });
});
