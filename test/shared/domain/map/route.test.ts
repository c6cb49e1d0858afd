import assert from 'node:assert/strict';
import fc from 'fast-check';
import { metresBetween } from '#shared/domain/map/distance.ts';
import type { Position } from '#shared/domain/map/mercator.ts';
import { lengthOf, wayThrough } from '#shared/domain/map/route.ts';

const place: fc.Arbitrary<Position> = fc.tuple(
  fc.double({ min: 30.6, max: 30.85, noNaN: true }),
  fc.double({ min: 46.35, max: 46.6, noNaN: true }),
);
const along = (places: readonly Position[], order: readonly number[]): Position[] =>
  order.map((nth) => places[nth] ?? assert.fail(`no place ${nth}`));

describe('map: a way through many places', () => {
  it('visits each place once from the first on, and is never longer than the list as it was given', () => {
    fc.assert(
      fc.property(fc.array(place, { maxLength: 40 }), (places) => {
        const order = wayThrough(places);
        assert.deepEqual(
          [...order].sort((a, b) => a - b),
          [...places.keys()],
        );
        if (places.length > 0) assert.equal(order[0], 0);
        assert.ok(lengthOf(along(places, order)) <= lengthOf(places) + 1e-6);
      }),
    );
  });
  it('goes along a street without going back, however the houses are listed', () => {
    const street = Array.from({ length: 12 }, (_, nth): Position => [30.7 + nth * 0.001, 46.48]);
    const mixed = [0, 7, 3, 11, 1, 9, 5, 2, 10, 4, 8, 6].map((nth) => street[nth] ?? assert.fail());
    assert.deepEqual(along(mixed, wayThrough(mixed)), street);
  });
  it('knows how far a degree is in Odesa', () => {
    assert.ok(Math.abs(metresBetween([30.7, 46.48], [30.7, 46.49]) - 1_112) < 1);
    assert.ok(Math.abs(metresBetween([30.7, 46.48], [30.71, 46.48]) - 766) < 1);
  });
});
