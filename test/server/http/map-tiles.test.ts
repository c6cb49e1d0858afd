import assert from 'node:assert/strict';
import { securityHeaders } from '#server/http/security.ts';
import { tilesIn } from '#server/pages/home.page.tsx';
import { readConfig } from '#server/platform/config.ts';
import { KEYS } from '../../support/api.ts';

const ENV = {
  ...KEYS,
  PUBLIC_URL: 'https://vidhuk.example',
  MONGODB_URI: 'mongodb://127.0.0.1/x',
  REDIS_URL: 'redis://127.0.0.1',
};
const TILES = 'https://tiles.example:8443/light/{z}/{x}/{y}.png';

describe('raster tiles: where the city has some', () => {
  const policyWith = (tilesUrl?: string): string => {
    const headers = new Map(
      securityHeaders(ENV.PUBLIC_URL, tilesUrl).map(([name, value]) => [name.toLowerCase(), value]),
    );
    return headers.get('content-security-policy') ?? '';
  };
  it('may come from their own origin and from nowhere else', () => {
    assert.match(policyWith(TILES), /img-src 'self' data: https:\/\/tiles\.example:8443;/);
    assert.match(policyWith(), /img-src 'self' data:;/);
  });
  it('are named in the settings with whom to thank for them', () => {
    const config = readConfig({ ...ENV, MAP_TILES_URL: TILES, MAP_TILES_ATTRIBUTION: '© хтось' });
    assert.deepEqual(tilesIn(config), { url: TILES, attribution: '© хтось' });
    assert.equal(tilesIn(readConfig(ENV)), null);
  });
  for (const wrong of [
    'ftp://tiles.example/{z}/{x}/{y}.png',
    'https://tiles.example/{z}/{x}.png',
    'https://{s}.tiles.example/{z}/{x}/{y}.png',
    'tiles',
  ])
    it(`are refused at start where the address is ${wrong}`, () =>
      assert.throws(() => readConfig({ ...ENV, MAP_TILES_URL: wrong }), /MAP_TILES_URL/));
});
