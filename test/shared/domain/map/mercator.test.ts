import assert from 'node:assert/strict';
import fc from 'fast-check';
import { boundsOf, type MapView, pixelIn, pointAt, project, unproject } from '#shared/domain/map/mercator.ts';

const degrees = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const view = fc.record<MapView>({
  z: fc.integer({ min: 10, max: 18 }),
  lng: degrees(30.4, 31.1),
  lat: degrees(46.2, 46.8),
  w: fc.integer({ min: 64, max: 2_000 }),
  h: fc.integer({ min: 64, max: 2_000 }),
});
const near = (a: number, b: number, most: number) => assert.ok(Math.abs(a - b) <= most, `${a} is not ${b}`);

describe('mercator: where places lie on a map', () => {
  it('is the map of the web: Odesa’s opera is on the tile that everybody else says', () => {
    const [x, y] = project([30.7412, 46.4854], 12);
    assert.deepEqual([Math.floor(x / 256), Math.floor(y / 256)], [2397, 1449]);
  });
  it('puts the corners of the world where they belong', () => {
    assert.deepEqual(
      project([-180, 85.05112878], 0).map((n) => Math.abs(Math.round(n))),
      [0, 0],
    );
    assert.deepEqual(project([180, -85.05112878], 0).map(Math.round), [256, 256]);
  });
  it('undoes itself everywhere', () =>
    fc.assert(
      fc.property(degrees(-180, 180), degrees(-85, 85), fc.integer({ min: 0, max: 24 }), (lng, lat, zoom) => {
        const [x, y] = unproject(project([lng, lat], zoom), zoom);
        near(x, lng, 1e-8);
        near(y, lat, 1e-8);
      }),
    ));
  it('tells the place under a pixel, and the pixel of that place', () =>
    fc.assert(
      fc.property(view, degrees(0, 1), degrees(0, 1), (seen, right, down) => {
        const [x, y] = [right * seen.w, down * seen.h];
        const [gotX, gotY] = pixelIn(seen, pointAt(seen, x, y));
        near(gotX, x, 1e-3);
        near(gotY, y, 1e-3);
      }),
    ));
  it('has its middle in the middle, and its corners in its bounds', () =>
    fc.assert(
      fc.property(view, (seen) => {
        const [x, y] = pixelIn(seen, [seen.lng, seen.lat]);
        near(x, seen.w / 2, 1e-3);
        near(y, seen.h / 2, 1e-3);
        const [west, south, east, north] = boundsOf(seen);
        assert.ok(west < seen.lng && seen.lng < east && south < seen.lat && seen.lat < north);
      }),
    ));
});
