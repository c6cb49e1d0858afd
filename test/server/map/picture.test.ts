import assert from 'node:assert/strict';
import { drawBase } from '#server/map/base/base-map.ts';
import { pictureAddress } from '#server/map/picture.address.ts';
import { pictureOf } from '#server/map/picture.ts';
import { DISTRICT_DRAWINGS } from '#server/seeds/places/districts.ts';
import { CITY } from '#shared/domain/map/base-map.ts';

const view = { z: 13, lng: CITY.lng, lat: CITY.lat, w: 800, h: 600 };

describe('picture: the map as the server draws it', () => {
  before(() => drawBase(DISTRICT_DRAWINGS));

  it('is an SVG of the wanted size that follows light and dark, and needs nothing from elsewhere', () => {
    const svg = pictureOf(view);
    assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="800" height="600" viewBox="0 0 800 600">/);
    assert.match(svg, /prefers-color-scheme:dark/);
    assert.doesNotMatch(svg.replace('http://www.w3.org/2000/svg', ''), /https?:|<script|<image|href|NaN|undefined/);
    for (const kind of ['water', 'street', 'border', 'park'])
      assert.match(svg, new RegExp(`<path class="${kind}`), kind);
  });
  it('draws less where less is seen', () => {
    const harbour = pictureOf({ ...view, z: 17, lng: 30.79, lat: 46.45 });
    assert.match(harbour, /class="water"/);
    assert.doesNotMatch(harbour, /<path class="street/);
    assert.ok(pictureOf(view).length < 30_000);
  });
  it('speaks the language of the page', () => {
    assert.match(pictureOf({ ...view, z: 11 }), />Приморський</);
    assert.match(pictureOf({ ...view, z: 11 }, [], 'en'), />Prymorskyi</);
  });
  it('marks a place, a case with its state, and a cluster with its number and a ring', () => {
    const at = [CITY.lng, CITY.lat] as const;
    assert.match(pictureOf(view, [{ at }]), /translate\(400 300\)"><path class="place"/);
    assert.match(pictureOf(view, [{ at, status: 'refused' }]), /class="s-refused" transform="translate\(400 300\)"/);
    const cluster = pictureOf(view, [{ at, byStatus: { received: 2, resolved: 40 } }]);
    assert.match(cluster, /class="arc s-received".*class="arc s-resolved".*>42<\/text>/);
  });
  it('draws nothing of a mark that is out of sight', () =>
    assert.equal(pictureOf(view, [{ at: [30.5, 46.3] }]), pictureOf(view)));
  it('has one address for one picture', () => {
    const asked = { lng: 30.732_600_1, lat: 46.4846, zoom: 15, width: 720, height: 440 };
    assert.equal(
      pictureAddress({ ...asked, pins: [[30.7326, 46.4846]] }),
      '/map/picture.svg?z=15&lng=30.7326&lat=46.4846&w=720&h=440&pins=30.7326%2C46.4846',
    );
    assert.equal(
      pictureAddress({ ...asked, cases: { status: 'in_work' }, lang: 'en' }),
      '/map/picture.svg?status=in_work&z=15&lng=30.7326&lat=46.4846&w=720&h=440&lang=en&cases=1',
    );
  });
});
