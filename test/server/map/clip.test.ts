import assert from 'node:assert/strict';
import fc from 'fast-check';
import { clippedLine, clippedRing, type Frame } from '#server/map/clip.ts';
import type { Pixel } from '#shared/domain/map/mercator.ts';

const FRAME: Frame = { left: 0, top: 0, right: 100, bottom: 50 };
const coordinate = fc.double({ min: -300, max: 300, noNaN: true });
const points = (minLength: number) =>
  fc.array(fc.tuple(coordinate, coordinate) as fc.Arbitrary<Pixel>, { minLength, maxLength: 12 });
const isIn = ([x, y]: Pixel, slack = 1e-6) => x >= -slack && x <= 100 + slack && y >= -slack && y <= 50 + slack;

describe('clip: only what is seen is drawn', () => {
  it('leaves nothing of a ring outside the frame', () =>
    fc.assert(fc.property(points(3), (ring) => assert.ok(clippedRing(ring, FRAME).every((point) => isIn(point))))));
  it('leaves a ring that is wholly inside as it is, and nothing of one that is wholly outside', () => {
    const inside: Pixel[] = [
      [1, 1],
      [99, 1],
      [50, 49],
    ];
    assert.deepEqual(clippedRing(inside, FRAME), inside);
    assert.deepEqual(
      clippedRing(
        [
          [101, 1],
          [200, 1],
          [150, 49],
        ],
        FRAME,
      ),
      [],
    );
  });
  it('fills the frame where a ring surrounds it', () => {
    const around: Pixel[] = [
      [-10, -10],
      [200, -10],
      [200, 200],
      [-10, 200],
    ];
    const corners = clippedRing(around, FRAME).map(String).sort();
    assert.deepEqual([...new Set(corners)], ['0,0', '0,50', '100,0', '100,50']);
  });
  it('keeps every stretch of a line that has an end in the frame, in its order', () =>
    fc.assert(
      fc.property(points(2), (line) => {
        const kept = new Set(
          clippedLine(line, FRAME).flatMap((part) => part.slice(1).map((to, i) => `${part[i]}>${to}`)),
        );
        line.slice(1).forEach((to, i) => {
          const from = line[i] ?? to;
          if (isIn(from, 0) || isIn(to, 0)) assert.ok(kept.has(`${from}>${to}`));
        });
      }),
    ));
});
