import assert from 'node:assert/strict';
import { districtAt, findPlaces, isInCity, type StreetRow, streetsNear, usePlaces } from '#server/places/index.ts';
import { seedDistrictRows } from '#server/seeds/places/seed-places.ts';
import { realCity } from '../../support/places.ts';

const ALPHABET = 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя';
const STREET_WORD =
  /^(вулиця|вул|провулок|пров|площа|проспект|пр|бульвар|узвіз|шосе|дорога|алея|тупик|проїзд|сквер|лінія|міст)$/i;
const ORDINAL = /^\d+(-\S{1,3})?$/;

/** The first four letters of the proper name; of a street that has none, of all its name. */
function beginningOf({ name }: StreetRow): string {
  const words = name.replace(/[.,"()№]/g, ' ').split(/\s+/);
  const proper = words.filter((word) => word !== '' && !STREET_WORD.test(word) && !ORDINAL.test(word));
  return (proper.join(' ') || name).slice(0, 4);
}
/** The same number for the same words, so that each run spoils the same letters. */
const numberOf = (words: string): number =>
  [...words].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003, 7);

/** The name with one letter wrong, once in each way. */
function* spoiled({ name }: StreetRow): Generator<string> {
  const letters = [...name.matchAll(/\p{L}/gu)].map(({ index }) => index);
  const other = (i: number) => ALPHABET[(ALPHABET.indexOf(name.charAt(i).toLowerCase()) + 1 + (i % 30)) % 33] ?? 'ж';
  for (const [way, change] of [
    ['substitution', (i: number) => name.slice(0, i) + other(i) + name.slice(i + 1)],
    ['deletion', (i: number) => name.slice(0, i) + name.slice(i + 1)],
    ['insertion', (i: number) => name.slice(0, i) + other(i) + name.slice(i)],
    ['transposition', (i: number) => name.slice(0, i) + name.charAt(i + 1) + name.charAt(i) + name.slice(i + 2)],
  ] as const)
    yield change(letters[numberOf(way + name) % letters.length] ?? 0);
}
function* allOf(query: string): Generator<string> {
  for (let after = null, isMore = true; isMore; ) {
    const { items, next } = findPlaces(query, { limit: 100, after });
    for (const { id } of items) yield id;
    after = next as never;
    isMore = next !== null;
  }
}

describe('places: the gazetteer of the real city', () => {
  const real = realCity();
  before(function use() {
    if (!real) return this.skip();
    usePlaces(real.districts, real.streets);
  });
  const { streets = [] } = real ?? {};

  it('has 1,385 streets', () => assert.equal(streets.length, 1_385));

  it('finds every street by the first four letters of its proper name', function long() {
    this.timeout(120_000);
    const found = new Map<string, Set<string>>();
    const missed = streets.filter((street) => {
      const beginning = beginningOf(street);
      const ids = found.get(beginning) ?? new Set(allOf(beginning));
      found.set(beginning, ids);
      return !ids.has(String(street._id));
    });
    assert.deepEqual(
      missed.map(({ name }) => name),
      [],
    );
    assert.ok(found.size > 500, String(found.size));
  });

  it('has every street among the first ten for its full name with one letter wrong', function long() {
    this.timeout(240_000);
    const missed = streets.flatMap((street) =>
      [...spoiled(street)].filter(
        (query) => !findPlaces(query, { limit: 10 }).items.some(({ id }) => id === String(street._id)),
      ),
    );
    assert.deepEqual(missed, []);
  });

  it('finds every street first, or beside its very likes, by its full name', function long() {
    this.timeout(60_000);
    const missed = streets.filter(({ _id, name }) => {
      const at = findPlaces(name, { limit: 3 }).items.findIndex(({ id }) => id === String(_id));
      return at < 0;
    });
    assert.deepEqual(
      missed.map(({ name }) => name),
      [],
    );
  });

  it('finds at least fifty renamed streets by every former name, among the first ten', () => {
    const renamed = streets.filter(({ oldNames }) => oldNames.length > 0);
    assert.ok(renamed.length >= 50);
    const missed = renamed.flatMap(({ _id, oldNames }) =>
      oldNames.filter((old) => !findPlaces(old, { limit: 10 }).items.some(({ id }) => id === String(_id))),
    );
    assert.deepEqual(missed, []);
  });

  it('gives nearly every street the district that its source gives it', () => {
    const astray = streets.filter(({ point, districts }) => !districts.includes(districtAt(point) ?? ''));
    assert.ok(astray.length < streets.length * 0.03, astray.map(({ name }) => name).join(', '));
  });

  it('gives each point of a border to one district, which is the same however often it is asked', () => {
    const positions = (real?.districts ?? []).flatMap(({ outline }) => outline.coordinates.flat(2));
    const midpoints = positions.flatMap((to, i) => {
      const from = positions[i - 1];
      return from && Math.hypot(from[0] - to[0], from[1] - to[1]) < 0.01
        ? [[(from[0] + to[0]) / 2, (from[1] + to[1]) / 2] as const]
        : [];
    });
    for (const point of [...positions, ...midpoints]) {
      const code = districtAt(point);
      assert.ok(code !== null, String(point));
      assert.equal(districtAt([point[0], point[1]]), code);
    }
    assert.ok(midpoints.length > 3_000);
  });

  it('is not at sea, nor in another city', () => {
    for (const point of [
      [30.8, 46.45],
      [30.79, 46.5],
      [30.5234, 50.4501],
      [30.6333, 46.3],
      [46.48, 30.72],
    ] as const)
      assert.ok(!isInCity(point), String(point));
    assert.ok(isInCity([30.7362, 46.4843]));
  });

  it('names the street beside a point of it', () => {
    const found = streets.filter(({ name, point }) => streetsNear(point).some((street) => street.name === name));
    assert.equal(found.length, streets.length);
    assert.deepEqual(streetsNear([30.8, 46.45]), []);
  });

  it('is drawn well enough in the seeds: nine of ten points lie in the drawn district, and none at sea does', () => {
    usePlaces(seedDistrictRows(), []);
    const right = streets.filter(({ point, districts }) => districts.includes(districtAt(point) ?? ''));
    assert.ok(right.length >= streets.length * 0.95, `${right.length} of ${streets.length}`);
    for (const point of [
      [30.8, 46.45],
      [30.79, 46.5],
      [30.77, 46.4],
      [30.76, 46.36],
    ] as const)
      assert.ok(!isInCity(point), String(point));
  });
});
