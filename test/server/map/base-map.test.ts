import assert from 'node:assert/strict';
import { baseFile, baseMap, drawBase } from '#server/map/base/base-map.ts';
import { bordersOnLand, simplified } from '#server/map/base/borders.ts';
import { DISTRICT_DRAWINGS } from '#server/seeds/places/districts.ts';
import { CITY } from '#shared/domain/map/base-map.ts';
import type { Position } from '#shared/domain/map/mercator.ts';

const KB = 1024;
const [WEST, SOUTH, EAST, NORTH] = CITY.bounds;
const isNearCity = ([lng, lat]: Position) => lng >= WEST && lng <= EAST && lat >= SOUTH && lat <= NORTH;
const isInside = ([lng, lat]: Position, ring: readonly Position[]) =>
  ring.reduce((inside, [x2, y2], i) => {
    const [x1, y1] = ring[(i || ring.length) - 1] ?? [x2, y2];
    return y1 > lat !== y2 > lat && lng < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1 ? !inside : inside;
  }, false);

describe('base map: the drawing of our own', () => {
  before(() => drawBase(DISTRICT_DRAWINGS));

  it('is at most 30 KB as it travels', () => {
    const { body } = baseFile();
    assert.ok(Buffer.byteLength(body) <= 30 * KB, `${Buffer.byteLength(body)} bytes`);
    assert.deepEqual(JSON.parse(body), JSON.parse(JSON.stringify(baseMap())));
  });
  it('has a name that changes with it, so that browsers may keep it for good', () => {
    const { path } = baseFile();
    assert.match(path, /^\/map\/base-[0-9a-f]{10}\.json$/);
    drawBase(DISTRICT_DRAWINGS.slice(1));
    assert.notEqual(baseFile().path, path);
    drawBase(DISTRICT_DRAWINGS);
    assert.equal(baseFile().path, path);
  });
  it('draws some forty streets, parks and names, all of them about the city', () => {
    const { streets, parks, labels, districts } = baseMap();
    assert.ok(streets.filter(({ name }) => name.uk).length >= 40);
    assert.equal(districts.length, 4);
    const positions = [
      ...streets.flatMap(({ line }) => line),
      ...parks.flatMap(({ ring }) => ring),
      ...labels.map(({ at }) => at),
    ];
    for (const position of positions) assert.ok(isNearCity(position), String(position));
  });
  it('has the sea where the sea is, and the streets on dry land', () => {
    const { water, streets } = baseMap();
    const isWet = (position: Position) => water.some((ring) => isInside(position, ring));
    assert.deepEqual(
      (
        [
          [30.8, 46.45],
          [30.64, 46.58],
          [30.735, 46.6],
          [30.73, 46.47],
          [30.78, 46.58],
          [30.56, 46.5],
        ] as const
      ).map(isWet),
      [true, true, true, false, false, false],
    );
    for (const { name, line } of streets.filter(({ name }) => name.uk))
      for (const position of line) assert.ok(!isWet(position), `${name.uk}: ${position}`);
  });
  it('draws the borders of districts on land and leaves the shore to the sea', () => {
    const stretches = baseMap().districts.flatMap(({ borders }) =>
      borders.flatMap((line) => line.slice(1).map((to, i) => [String(line[i]), String(to)].sort().join(' '))),
    );
    assert.equal(new Set(stretches).size, stretches.length, 'a border is drawn once');
    const [, prymorskyi] = DISTRICT_DRAWINGS;
    const drawn = bordersOnLand(prymorskyi?.ring ?? []).flat();
    assert.ok(
      drawn.some(([lng, lat]) => lng === 30.73 && lat === 46.462),
      'the border with Khadzhybeiskyi',
    );
    assert.ok(!drawn.some(([lng, lat]) => lng === 30.771 && lat === 46.45), 'the shore at Vidrada');
  });
  it('makes a finely drawn border coarser, and never moves it far', () => {
    const fine = Array.from({ length: 500 }, (_, i): Position => [30.6 + i / 5_000, 46.47 + (i % 2) / 50_000]);
    assert.ok(simplified(fine).length < 20);
    const bent: Position[] = [
      [30.6, 46.47],
      [30.65, 46.49],
      [30.7, 46.47],
    ];
    assert.deepEqual(simplified(bent), bent);
  });
});
