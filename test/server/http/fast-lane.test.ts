import assert from 'node:assert/strict';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { type FastLane, fastLane } from '#server/http/fast-lane.ts';
import { useSessionCookie } from '#server/http/session.ts';
import { useServer } from '../../support/raw-http.ts';

const PAGE = `<!doctype html>${'<p>Відгук</p>'.repeat(200)}`;
const FILE = 'export const a = 1;'.repeat(100);
const TOKEN = 'a'.repeat(43);

describe('http: the fast lane', () => {
  let lane: FastLane;
  const ask = useServer(() => (req, res) => {
    if (!lane.answer(req, res)) res.writeHead(299).end('not the lane');
  });
  beforeEach(async () => {
    lane = fastLane();
    await lane.putPage('/', { type: 'text/html; charset=utf-8', body: PAGE });
    lane.putFile('/assets/a-1.js', { type: 'text/javascript; charset=utf-8', body: FILE });
  });

  it('answers in the best coding that the client takes, and says which', async () => {
    for (const [accepted, coding, decode] of [
      ['gzip, deflate, br', 'br', brotliDecompressSync],
      ['gzip', 'gzip', gunzipSync],
      ['br;q=0, gzip', 'gzip', gunzipSync],
      ['br;q=0.000', undefined, (body: Buffer) => body],
      ['', undefined, (body: Buffer) => body],
    ] as const) {
      const { status, headers, body } = await ask('GET', '/', { 'accept-encoding': accepted });
      assert.equal(status, 200, accepted);
      assert.equal(headers['content-encoding'], coding, accepted);
      assert.equal(decode(body).toString(), PAGE, accepted);
      assert.equal(Number(headers['content-length']), body.length, accepted);
      assert.match(String(headers.vary), /accept-encoding/);
    }
  });

  it('answers 304 without a body to who has it in this coding already, and anew once it changed', async () => {
    const first = await ask('GET', '/', { 'accept-encoding': 'br' });
    const tag = { 'if-none-match': String(first.headers.etag) };
    const again = await ask('GET', '/', { 'accept-encoding': 'br', ...tag });
    assert.deepEqual([again.status, again.body.length], [304, 0]);
    assert.equal(again.headers.etag, first.headers.etag);
    assert.equal((await ask('GET', '/', { 'accept-encoding': 'gzip', ...tag })).status, 200);
    await lane.putPage('/', { type: 'text/html; charset=utf-8', body: `${PAGE}<p>новe</p>` });
    assert.equal((await ask('GET', '/', { 'accept-encoding': 'br', ...tag })).status, 200);
  });

  it('keeps the older page until the newer is compressed, and none that was dropped or followed by a newer one meanwhile', async () => {
    const seen = async () => (await ask('GET', '/')).body.toString();
    const page = (body: string) => lane.putPage('/', { type: 'text/html; charset=utf-8', body });
    const [older, newer] = [page('older '.repeat(20_000)), page('newer')];
    assert.equal(await seen(), PAGE);
    await Promise.all([older, newer]);
    assert.equal(await seen(), 'newer');
    const late = page('late');
    lane.drop('/');
    await late;
    assert.equal(await seen(), 'not the lane');
  });

  it('answers HEAD with the headers of GET and nothing else', async () => {
    const [got, headed] = await Promise.all([ask('GET', '/'), ask('HEAD', '/')]);
    assert.equal(headed.status, 200);
    assert.equal(headed.body.length, 0);
    for (const name of ['etag', 'content-length', 'content-type', 'cache-control', 'vary'])
      assert.equal(headed.headers[name], got.headers[name], name);
  });

  it('answers what it follows to everybody, with or without a session, as long as there is an answer', async () => {
    let tile: { type: string; body: string } | null = { type: 'application/json', body: '{"n":1}'.repeat(50) };
    lane.follow('/tiles/', (path) => (path === '/tiles/1' ? tile : null));
    const signedIn = { authorization: `Bearer ${TOKEN}`, 'accept-encoding': 'br' };
    const first = await ask('GET', '/tiles/1', signedIn);
    assert.deepEqual([first.status, brotliDecompressSync(first.body).toString()], [200, tile.body]);
    assert.equal(first.headers['cache-control'], 'public, max-age=0, must-revalidate');
    const known = { ...signedIn, 'if-none-match': String(first.headers.etag) };
    assert.equal((await ask('GET', '/tiles/1', known)).status, 304);
    tile = { type: 'application/json', body: '{"n":2}' };
    assert.equal((await ask('GET', '/tiles/1', known)).status, 200);
    tile = null;
    for (const path of ['/tiles/1', '/tiles/2', '/other']) assert.equal((await ask('GET', path)).status, 299);
  });

  it('keeps pages fresh and files for good', async () => {
    const caching = async (path: string) => (await ask('GET', path)).headers['cache-control'];
    assert.equal(await caching('/'), 'public, max-age=0, must-revalidate');
    assert.equal(await caching('/assets/a-1.js'), 'public, max-age=31536000, immutable');
  });

  it('leaves pages of who has a session to the application, and files to nobody', async () => {
    useSessionCookie('https://vidhuk.example');
    for (const headers of [
      { cookie: `__Host-vidhuk=${TOKEN}` },
      { cookie: `theme=dark; __Host-vidhuk=${TOKEN}` },
      { authorization: `Bearer ${TOKEN}` },
    ]) {
      assert.equal((await ask('GET', '/', headers)).status, 299, JSON.stringify(headers));
      assert.equal((await ask('GET', '/assets/a-1.js', headers)).status, 200, JSON.stringify(headers));
    }
    assert.equal((await ask('GET', '/', { cookie: 'theme=dark' })).status, 200);
    assert.match(String((await ask('GET', '/')).headers.vary), /cookie/);
  });

  it('has nothing for other methods, addresses and queries', async () => {
    for (const [method, path] of [
      ['POST', '/'],
      ['PUT', '/assets/a-1.js'],
      ['GET', '/nowhere'],
      ['GET', '/?a=1'],
      ['GET', '/__proto__'],
      ['GET', '/assets/../'],
    ] as const)
      assert.equal((await ask(method, path)).status, 299, `${method} ${path}`);
  });
});
