import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  begun,
  covered,
  moved,
  put,
  type Redaction,
  resized,
  undone,
  withChanged,
  withChosen,
  withNew,
  without,
} from '#client/desk/redaction/rectangles.ts';
import { Rectangles } from '#shared/contract/attachments.ts';
import { MOST_RECTANGLES, type Rectangle } from '#shared/domain/attachments.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const spot = fc.record({ x: share, y: share });
const far = fc.double({ min: -3, max: 3, noNaN: true });
const way = fc.record({ x: far, y: far });
const BOX: Rectangle = { x: 0.1, y: 0.2, width: 0.3, height: 0.4 };
const lies = ({ x, y, width, height }: Rectangle) =>
  x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= 1.000001 && y + height <= 1.000001;

describe('desk: rectangles over a photo', () => {
  it('cover what was dragged over, from whichever corner', () => {
    const corners = [
      [0.1, 0.2, 0.4, 0.6],
      [0.4, 0.6, 0.1, 0.2],
      [0.4, 0.2, 0.1, 0.6],
    ] as const;
    for (const [x1, y1, x2, y2] of corners) assert.deepEqual(covered({ x: x1, y: y1 }, { x: x2, y: y2 }), BOX);
    assert.equal(covered({ x: 0.5, y: 0.5 }, { x: 0.503, y: 0.9 }), null, 'hardly a drag');
  });
  it('stay on the photo and are what the server takes, whatever is done to them', () => {
    fc.assert(
      fc.property(
        spot,
        spot,
        way,
        way,
        fc.constantFrom('x', 'y', 'width', 'height'),
        share,
        (a, b, by, more, side, to) => {
          const drawn = covered(a, b) ?? BOX;
          const steps = [
            drawn,
            moved(drawn, by),
            resized(drawn, by),
            resized(moved(drawn, by), more),
            put(drawn, side, to),
          ];
          for (const one of steps) assert.ok(lies(one), JSON.stringify(one));
          assert.ok(Rectangles.safeParse(steps).success);
        },
      ),
    );
  });
  it('keep their size when they are moved against an edge, and their corner when they grow against one', () => {
    assert.deepEqual(moved(BOX, { x: 2, y: -2 }), { ...BOX, x: 0.7, y: 0 });
    assert.deepEqual(resized(BOX, { x: 2, y: -2 }), { ...BOX, width: 0.9, height: 0.01 });
    assert.deepEqual(put(BOX, 'width', 1), { ...BOX, width: 0.9 });
    assert.deepEqual(put(BOX, 'x', 0.9), { ...BOX, x: 0.7 });
  });
});

describe('desk: steps of blacking out', () => {
  const three = [withNew, withNew, withNew].reduce<Redaction>((now, step) => step(now), begun([]));
  it('choose what was added, and the neighbour of what was removed', () => {
    assert.equal(three.chosen, 2);
    const left = without(three, 2);
    assert.deepEqual([left.rectangles.length, left.chosen], [2, 1]);
    assert.equal(without(without(left, 0), 0).chosen, null);
  });
  it('are taken back one by one, down to how it began', () => {
    const changed = withChanged(withNew(begun([BOX])), 0, moved(BOX, { x: 0.1, y: 0 }), 'place 0');
    assert.equal(undone(changed).rectangles[0], BOX);
    assert.deepEqual(undone(undone(changed)).rectangles, [BOX]);
    assert.deepEqual(undone(undone(undone(changed))).rectangles, [BOX]);
    assert.deepEqual(undone(without(begun([BOX]), 0)).rectangles, [BOX]);
  });
  it('of one run are taken back together; choosing another ends the run', () => {
    const step = (now: Redaction) => withChanged(now, 0, moved(now.rectangles[0] ?? BOX, { x: 0.01, y: 0 }), 'place 0');
    const run = step(step(step(begun([BOX]))));
    assert.deepEqual(undone(run).rectangles, [BOX]);
    const two = step(withChosen(step(begun([BOX, BOX])), 1));
    assert.equal(undone(two).rectangles[0]?.x, 0.11);
  });
  it('add no more than a photo may have', () => {
    const full = begun(Array.from({ length: MOST_RECTANGLES }, () => BOX));
    assert.equal(withNew(full), full);
  });
});
