import assert from 'node:assert/strict';
import fc from 'fast-check';
import { areaOf, isInUkraine, metresToLine, type Position } from '#server/places/geometry.ts';

const square = (west: number, south: number, size: number): Position[] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];

describe('places: points and areas', () => {
  it('has what lies inside and on the border, and nothing else', () => {
    const has = areaOf([[square(30, 46, 1)]]);
    assert.ok(has([30.5, 46.5]));
    for (const point of [
      [30, 46],
      [31, 47],
      [30, 46.3],
      [30.7, 47],
    ] as const)
      assert.ok(has(point), String(point));
    for (const point of [
      [29.999, 46.5],
      [31.001, 46.5],
      [30.5, 45.99],
      [30.5, 47.01],
    ] as const)
      assert.ok(!has(point), String(point));
  });
  it('leaves out a hole, and takes in an island of its own', () => {
    const has = areaOf([[square(30, 46, 1), square(30.25, 46.25, 0.5)], [square(33, 46, 1)]]);
    assert.deepEqual(
      [has([30.1, 46.1]), has([30.5, 46.5]), has([33.5, 46.5]), has([32, 46.5])],
      [true, false, true, false],
    );
  });
  it('gives each point between two neighbours to one of them at least, however their line slopes', () => {
    const degrees = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(degrees, degrees, degrees, (top, bottom, share) => {
        const line: [Position, Position] = [
          [30 + bottom, 46],
          [30 + top, 47],
        ];
        const [low, high] = line;
        const west = areaOf([[[[30, 46], low, high, [30, 47], [30, 46]]]]);
        const east = areaOf([[[low, [31, 46], [31, 47], high, low]]]);
        const on: Position = [low[0] + (high[0] - low[0]) * share, 46 + share];
        assert.ok(west(on) || east(on));
        const aside: Position = [Math.max(30, on[0] - 0.005), on[1]];
        assert.ok(west(aside) && !east(aside));
      }),
      { seed: 2026, numRuns: 500 },
    );
  });
  it('measures metres to a line as on the ground', () => {
    const metres = metresToLine([30.74, 46.48], [30.74, 46.481], [30.75, 46.481]);
    assert.ok(Math.abs(metres - 111.2) < 0.5, String(metres));
    assert.equal(metresToLine([30.74, 46.48], [30.74, 46.48], [30.74, 46.48]), 0);
  });
  it('knows a pair in the wrong order by its lying elsewhere', () => {
    assert.ok(isInUkraine([30.72, 46.48]));
    assert.ok(!isInUkraine([46.48, 30.72]));
  });
});
