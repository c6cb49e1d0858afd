import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  AREA_ZOOMS,
  areasAround,
  areasOver,
  areTouching,
  changedAreas,
  heardAreas,
  MOST_AREAS,
} from '#shared/domain/map/areas.ts';
import { ZOOMS } from '#shared/domain/map/base-map.ts';
import { type Position, project, unproject } from '#shared/domain/map/mercator.ts';

const place = () =>
  fc.tuple(fc.double({ min: 30.4, max: 31, noNaN: true }), fc.double({ min: 46.2, max: 46.7, noNaN: true }));
const viewAt = (at: Position, z: number, [w, h]: readonly [number, number]) => {
  const [x, y] = project(at, z);
  return { z, left: x - w / 2, top: y - h / 2, right: x + w / 2, bottom: y + h / 2 };
};

describe('map areas: where maps listen', () => {
  it('cover a view by few, which are those that are heard', () => {
    const size = fc.constantFrom([390, 844] as const, [1_920, 1_080] as const, [3_840, 2_160] as const);
    fc.assert(
      fc.property(place(), fc.integer(ZOOMS), size, fc.double({ noNaN: true, min: 0, max: 1 }), (at, z, size, part) => {
        const view = viewAt(at, z, size);
        const areas = areasOver(view);
        assert.ok(areas.length > 0 && areas.length <= MOST_AREAS);
        assert.deepEqual(heardAreas(areas), areas);
        // Whatever lies in sight is told in one of them, and in one alone.
        const [x, y] = [view.left + part * (size[0] - 1), view.top + part * (size[1] - 1)];
        const inSight = unproject([x, y], z);
        assert.equal(areasAround([inSight]).filter((area) => areas.includes(area)).length, 1);
      }),
    );
  });

  it('tell of changes by areas that touch those of every view of theirs, and by few however many changed', () => {
    fc.assert(
      fc.property(fc.array(place(), { minLength: 1, maxLength: 300 }), (places) => {
        const told = changedAreas(places);
        assert.ok(told.length <= 48);
        for (const at of places)
          for (const around of areasAround([at])) assert.ok(told.some((area) => areTouching(area, around)));
      }),
    );
  });
  it('are told apart: an area touches those within it and around it, and no other', () => {
    assert.ok(areTouching('10/599/361', '12/2397/1446'));
    assert.ok(areTouching('12/2397/1446', '10/599/361'));
    assert.ok(!areTouching('12/2397/1446', '10/598/361'));
    assert.ok(areTouching('0/0/0', '16/38355/23145'));
    assert.ok(!areTouching('nonsense', '0/0/0'));
  });
  it('are heard of no nonsense', () => {
    const [zoom] = AREA_ZOOMS;
    const odd = [
      null,
      7,
      {},
      '6/1/1',
      [null],
      [{}],
      ['6/64/0'],
      ['7/1/1'],
      ['6/1'],
      ['6/-1/1'],
      ['6/1e1/1'],
      [['6/1/1']],
    ];
    for (const said of odd) assert.equal(heardAreas(said), null, JSON.stringify(said));
    assert.equal(heardAreas(Array.from({ length: MOST_AREAS + 1 }, (_, x) => `${zoom}/${x}/1`)), null);
    assert.deepEqual(heardAreas(['6/1/1', '6/1/1']), ['6/1/1']);
    assert.deepEqual(heardAreas([]), []);
  });
});
