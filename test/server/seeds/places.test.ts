import assert from 'node:assert/strict';
import { districtAt, districts, streetById, usePlaces } from '#server/places/index.ts';
import { COASTLINE, DISTRICT_DRAWINGS } from '#server/seeds/places/districts.ts';
import { seedDistrictRows, seedStreetRows } from '#server/seeds/places/seed-places.ts';
import { KNOWN_STREETS } from '#server/seeds/places/streets.ts';

describe('seeds: places of a fresh city', () => {
  before(() => usePlaces(seedDistrictRows(), seedStreetRows()));

  it('are four districts with closed outlines of 15 to 30 positions', () => {
    assert.equal(districts().length, 4);
    for (const { code, ring, katottg } of DISTRICT_DRAWINGS) {
      assert.deepEqual(ring.at(-1), ring[0], code);
      assert.ok(ring.length >= 15 && ring.length <= 30, `${code}: ${ring.length}`);
      assert.match(katottg, /^UA51100270010\d{6}$/);
    }
  });
  it('leave no gap between neighbours: each side is the sea, the edge of the city, or drawn the other way round once', () => {
    const sides = DISTRICT_DRAWINGS.flatMap(({ ring }) => ring.slice(1).map((to, i) => `${ring[i]} ${to}`));
    assert.equal(new Set(sides).size, sides.length);
    const turned = new Set(sides.map((side) => side.split(' ').reverse().join(' ')));
    const shared = sides.filter((side) => turned.has(side));
    assert.ok(shared.length >= 2 * 20, String(shared.length));
  });
  it('have the coast for their eastern edge', () => {
    const drawn = new Set(DISTRICT_DRAWINGS.flatMap(({ ring }) => ring.map(String)));
    for (const position of COASTLINE) assert.ok(drawn.has(String(position)), String(position));
    for (const [lng, lat] of COASTLINE) {
      assert.equal(districtAt([lng + 0.02, lat]), null, `east of ${lat}`);
      assert.notEqual(districtAt([lng, lat]), null);
    }
  });
  it('are about 120 streets, each once, at a point in its first district', () => {
    assert.ok(KNOWN_STREETS.length >= 115 && KNOWN_STREETS.length <= 130, String(KNOWN_STREETS.length));
    assert.equal(new Set(KNOWN_STREETS.map(({ name }) => name)).size, KNOWN_STREETS.length);
    for (const { name, districts: codes, point } of KNOWN_STREETS) assert.equal(districtAt(point), codes[0], name);
  });
  it('have the same ids each time, so that the demo’s cases keep their streets', () => {
    const ids = seedStreetRows().map(({ _id }) => String(_id));
    assert.deepEqual(
      seedStreetRows().map(({ _id }) => String(_id)),
      ids,
    );
    assert.equal(streetById(ids[0] ?? '')?.name, 'Дерибасівська вулиця');
  });
});
