import assert from 'node:assert/strict';
import express, { type ErrorRequestHandler, type RequestHandler, Router } from 'express';
import request from 'supertest';
import { byArea } from '#server/http/by-area.ts';

const says =
  (word: string): RequestHandler =>
  (req, res) =>
    void res.json([word, req.params]);
const goesOn =
  (word: string): RequestHandler =>
  (_req, res, next) => {
    res.append('x-went-by', word);
    next();
  };

/** The same routers, walked by area and one after another. */
function twins() {
  const routers = [
    Router().get('/', says('home')).get('/en', says('home in English')),
    Router().use('/api/v1/petitions', goesOn('petitions')).get('/api/v1/petitions/:number', says('a petition')),
    Router().get('/api/v1/petitions/sent', says('never reached')).post('/api/v1/petitions', says('written')),
    Router()
      .get(['/petitions', '/en/petitions'], says('list'))
      .get(['/petitions/:n', '/en/petitions/:n'], says('page')),
    Router().get('/petitions.rss', says('feed')).get('/files/*name', says('file')),
    Router().get('/:word/kept', says('anywhere')).get('/en/:word/kept', says('anywhere in English')),
    Router().get('/petitions/7/kept', says('never reached, either')),
  ];
  const end: RequestHandler = (_req, res) => void res.status(404).json('nobody');
  const refused: ErrorRequestHandler = (_error, _req, res, _next) => void res.status(400).json('refused');
  return {
    indexed: express()
      .use(byArea(...routers))
      .use(end, refused),
    plain: express()
      .use(...routers)
      .use(end, refused),
  };
}
const PATHS = [
  ...[
    '/',
    '/en',
    '/en/',
    '//',
    '/petitions',
    '/petitions/',
    '/Petitions',
    '/en/petitions',
    '/EN/Petitions/7',
    '/petitions/7',
  ],
  ...[
    '/api/v1/petitions',
    '/api/v1/petitions/',
    '/API/v1/petitions/7',
    '/api/v1/petitions/sent',
    '/api/v1',
    '/api/v1/x/7',
  ],
  ...[
    '/petitions.rss',
    '/files/a/b',
    '/files',
    '/x/kept',
    '/en/x/kept',
    '/petitions/kept',
    '/petitions/7/kept',
    '/nowhere',
  ],
  ...['/petitions//7', '/%70etitions/7', '/petitions/%D0', '/constructor', '/__proto__/kept', '/en/constructor'],
];

describe('http: routers by area', () => {
  const { indexed, plain } = twins();
  it('answer as they do when each is walked through', async () => {
    for (const path of PATHS)
      for (const method of ['get', 'post', 'head', 'options'] as const) {
        const [one, other] = [await request(indexed)[method](path), await request(plain)[method](path)];
        assert.deepEqual([one.status, one.body], [other.status, other.body], `${method} ${path}`);
        assert.equal(one.headers.allow, other.headers.allow, `${method} ${path}`);
      }
  });
  it('walk by what stands before a route, too', async () => {
    assert.equal((await request(indexed).get('/api/v1/petitions/7')).headers['x-went-by'], 'petitions');
  });
  it('leave alone those that have nothing to say where somebody asks', async () => {
    const asked: string[] = [];
    // Whatever it is called for it hears of by its first layer.
    const other = Router().get('/desk', says('desk'));
    const layer = other.stack[0] as unknown as { match: (path: string) => boolean };
    const match = layer.match.bind(layer);
    layer.match = (path) => asked.push(path) > 0 && match(path);
    const app = express().use(byArea(other, Router().get('/petitions', says('list'))));
    assert.equal((await request(app).get('/petitions')).status, 200);
    assert.deepEqual(asked, []);
    assert.equal((await request(app).get('/desk')).status, 200);
    assert.deepEqual(asked, ['/desk']);
  });
});
