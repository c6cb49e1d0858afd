import assert from 'node:assert/strict';
import { type App, createApp } from '#server/app.ts';
import { readConfig } from '#server/platform/config.ts';
import { KEYS, useCity } from '../../support/api.ts';
import { type RawAnswer, useServer } from '../../support/raw-http.ts';
import { routesOf } from '../../support/routes.ts';

const MAPS = ['/embed/map', '/en/embed/map'];
const ancestorsIn = ({ headers }: RawAnswer): string | undefined =>
  /frame-ancestors ([^;]*)/.exec(String(headers['content-security-policy']))?.[1];

const FIGURES = { year: 2026, received: 3, inWork: 2, answered: 1 };
/** All settings of a city that lets two other sites frame its map. */
const SETTINGS = {
  ...KEYS,
  PUBLIC_URL: 'https://vidhuk.example',
  MONGODB_URI: 'mongodb://127.0.0.1/vidhuk',
  REDIS_URL: 'redis://127.0.0.1',
  RATE_LIMIT_SCALE: '1000',
  EMBED_ORIGINS: ' https://city.example https://news.city.example:8443 ',
};

describe('pages: which sites may frame the map', () => {
  const city = useCity();
  let framed: App;
  before(() => {
    framed = createApp({
      config: readConfig(SETTINGS),
      dependencies: [],
      isDraining: () => false,
      figures: () => FIGURES,
    });
  });
  const ask = useServer(() => city.app.listener);
  const askFramed = useServer(() => framed.listener);

  it('are those that the settings name, beside our own', async () => {
    for (const path of MAPS) {
      const reply = await askFramed('GET', `${path}?status=in_work`);
      assert.equal(reply.status, 200);
      assert.equal(ancestorsIn(reply), "'self' https://city.example https://news.city.example:8443");
      assert.equal(reply.headers['x-frame-options'], undefined);
    }
  });
  it('are none but our own where the settings are silent', async () => {
    for (const path of MAPS) assert.equal(ancestorsIn(await ask('GET', path)), "'self'");
  });
  it('see the same as everybody: a session changes nothing, and nothing is set', async () => {
    const { token } = await city.token('operator');
    const [own, anyone] = [
      await askFramed('GET', '/embed/map', { cookie: `__Host-vidhuk=${token}` }),
      await askFramed('GET', '/embed/map'),
    ];
    assert.ok(own.body.equals(anyone.body));
    assert.equal(own.headers['set-cookie'], undefined);
  });
  it('may frame no other page, whatever they are', async () => {
    const paths = routesOf(city.app.routes)
      .filter(({ method, path }) => method === 'GET' && !/[:{*]/.test(path))
      .map(({ path }) => path);
    assert.ok(paths.length > 40, `${paths.length} pages`);
    for (const path of paths.filter((each) => !MAPS.includes(each))) {
      const reply = await askFramed('GET', path);
      assert.deepEqual([ancestorsIn(reply), reply.headers['x-frame-options']], ["'none'", 'DENY'], path);
    }
  });
});
