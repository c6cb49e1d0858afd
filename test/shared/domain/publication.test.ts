import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PRECISIONS, roundedPoint, withoutFlat } from '#shared/domain/publication.ts';

const METRES_PER_DEGREE = 111_195;
/** Metres between two points of one city, on a plane. */
function metresBetween([lng1, lat1]: readonly number[], [lng2, lat2]: readonly number[]): number {
  const [a = 0, b = 0, c = 0, d = 0] = [lng1, lat1, lng2, lat2];
  const eastward = (c - a) * Math.cos((b * Math.PI) / 180);
  return Math.hypot(eastward, d - b) * METRES_PER_DEGREE;
}
const aPoint = () =>
  fc.tuple(fc.double({ min: 30.6, max: 30.83, noNaN: true }), fc.double({ min: 46.3, max: 46.6, noNaN: true }));

describe('publication: the point that is shown', () => {
  it('is the place itself only where that is public infrastructure', () => {
    assert.deepEqual(roundedPoint([30.7233, 46.4825], 'exact'), [30.7233, 46.4825]);
    for (const precision of ['rounded', 'cell'] as const)
      assert.notDeepEqual(roundedPoint([30.7233, 46.4825], precision), [30.7233, 46.4825]);
  });
  it('lies within half a cell’s diagonal of the place', () => {
    const reach = { exact: 0, rounded: 22, cell: 86 };
    fc.assert(
      fc.property(aPoint(), fc.constantFrom(...PRECISIONS), (point, precision) => {
        assert.ok(metresBetween(point, roundedPoint(point, precision)) <= reach[precision]);
      }),
    );
  });
  it('is the same for all places of a cell, so that many cases tell no more than one', () => {
    fc.assert(
      fc.property(aPoint(), (point) => {
        const shown = roundedPoint(point, 'cell');
        assert.deepEqual(roundedPoint(shown, 'cell'), shown);
      }),
    );
  });
  it('makes residential cells of at least a hundred metres', () => {
    const seen = new Set<string>();
    for (let step = 0; step < 1_000; step += 1)
      seen.add(roundedPoint([30.7, 46.4 + step / METRES_PER_DEGREE], 'cell').join());
    assert.ok(seen.size <= 10, `${seen.size} cells in a kilometre`);
  });
});

describe('publication: the address that is shown', () => {
  for (const [typed, shown] of [
    ['вул. Дерибасівська, 10, кв. 12', 'вул. Дерибасівська, 10'],
    ['Дерибасівська 10 кв12а', 'Дерибасівська 10'],
    ['Дерибасівська, 10, КВАРТИРА № 7, 2 поверх', 'Дерибасівська, 10, 2 поверх'],
    ['12 Derybasivska St, apt. 5', '12 Derybasivska St'],
    ['Успенська, 3, кімната 14-Б', 'Успенська, 3'],
    ['Квартальна, 4', 'Квартальна, 4'],
    ['Лесі Українки, 5/7, корпус 2', 'Лесі Українки, 5/7, корпус 2'],
    ['кв. 12', ''],
  ] as const)
    it(`is «${shown}» where «${typed}» was said`, () => assert.equal(withoutFlat(typed), shown));
  it('is cut however long a row of signs stands before it', () => {
    assert.equal(withoutFlat(`a${' ,'.repeat(50_000)}кв. 1`), 'a');
  });
});
