import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import { StaffModel } from '#server/identity/index.ts';
import { type Changes, followChanges, liveUpdates } from '#server/live/index.ts';
import { ParticipantModel } from '#server/register/participant.model.ts';
import { unit } from '#server/seeds/city.ts';
import type { LiveEvents, LiveRequests } from '#shared/contract/live.ts';
import { useCity } from '../../support/api.ts';
import { aDraft } from '../../support/appeals.ts';
import { until } from '../../support/until.ts';

type Client = Socket<LiveEvents, LiveRequests>;

describe('live: open pages hear of changes', () => {
  const city = useCity();
  let http: Server;
  let changes: Changes;
  let live: ReturnType<typeof liveUpdates>;
  let origin = '';
  let guessesLeft = Number.POSITIVE_INFINITY;
  const clients: Client[] = [];
  before(async () => {
    http = createServer(city.app.listener).listen(0, '127.0.0.1');
    await once(http, 'listening');
    origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
    changes = followChanges();
    live = liveUpdates(http, changes, {
      mayStay: city.app.mayStay,
      async mayPass(req, path) {
        if (path.startsWith('/c/') && guessesLeft-- <= 0) return false;
        return city.app.mayPass(req, path);
      },
    });
  });
  after(async () => {
    for (const client of clients) client.close();
    await changes.close();
    await live.close();
  });

  /** A page with the rights of this token, and what it heard. */
  function page(token?: string, headers: Record<string, string> = {}) {
    const cookie = token ? { cookie: `__Host-vidhuk=${token}` } : {};
    const client: Client = io(origin, {
      path: '/live',
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      extraHeaders: { ...cookie, ...headers },
    });
    clients.push(client);
    const heard: object[] = [];
    client.on('case.changed', (event) => heard.push(event));
    client.on('register.changed', (event) => heard.push(event));
    client.on('mentions.changed', (event) => heard.push(event));
    return { client, heard };
  }
  const watched = (ask: (done: (isWatched: boolean) => void) => void) => new Promise<boolean>(ask);

  it('tells the holder and the short link of a case once, in public words, and a stranger nothing', async () => {
    const { id, number, accessCode } = (await city.api.post('/api/v1/appeals', aDraft())).body;
    const { token } = (await city.api.post('/api/v1/sessions', { number, accessCode })).body;
    const [part] = await ParticipantModel.find().sort({ _id: -1 }).limit(1).lean();
    const [holder, linked, stranger] = [page(token), page(), page()];
    assert.ok(await watched((done) => holder.client.emit('case.watch', id, done)));
    assert.ok(await watched((done) => linked.client.emit('link.watch', part?.link ?? '', done)));
    assert.ok(!(await watched((done) => stranger.client.emit('case.watch', id, done))));
    assert.ok(!(await watched((done) => stranger.client.emit('link.watch', 'AAAAAAA', done))));
    assert.ok(!(await watched((done) => stranger.client.emit('register.watch', done))));

    await pause(400); // the filing itself is told before anybody is asked
    for (const { heard } of [holder, linked, stranger]) heard.length = 0;
    const operator = await city.staff('operator');
    await operator.post(`/api/v1/register/${id}/register`, { expectedVersion: 1, questionGroup: 9 });
    await until(async () => holder.heard.length > 0 && linked.heard.length > 0);
    await pause(400);
    const told = [{ id, status: 'received' }];
    assert.deepEqual([holder.heard, linked.heard, stranger.heard], [told, told, []]);
  });

  it('tells a stranger of a case while everybody may see it, and nothing more once it is hidden', async () => {
    const draft = aDraft({ consents: { sms: false, publication: true } });
    const { id, number, accessCode } = (await city.api.post('/api/v1/appeals', draft)).body;
    const { token } = (await city.api.post('/api/v1/sessions', { number, accessCode })).body;
    const operator = await city.staff('operator');
    const move = (verb: string, body: object) => operator.post(`/api/v1/register/${id}/${verb}`, body);
    await move('publish', { expectedVersion: 1, publication: { state: 'anonymised' } });
    const [holder, stranger] = [page(token), page()];
    for (const { client } of [holder, stranger])
      assert.ok(await watched((done) => client.emit('case.watch', id, done)));
    await move('register', { expectedVersion: 2, questionGroup: 9 });
    await until(async () => holder.heard.length > 0 && stranger.heard.length > 0);
    await move('hide', { expectedVersion: 3, reasonCode: 'safety' });
    await pause(400);
    for (const { heard } of [holder, stranger]) heard.length = 0;
    await move('assign', { expectedVersion: 4, departmentId: String(unit(4)) });
    await until(async () => holder.heard.length > 0);
    await pause(400);
    assert.deepEqual([holder.heard, stranger.heard], [[{ id, status: 'in_work' }], []]);
  });

  it('tells the desk which cases changed, and staff alone', async () => {
    const { token } = await city.token('operator');
    const desk = page(token);
    assert.ok(await watched((done) => desk.client.emit('register.watch', done)));
    const { id } = (await city.api.post('/api/v1/appeals', aDraft())).body;
    await until(async () => desk.heard.some((event) => JSON.stringify(event) === JSON.stringify({ ids: [id] })));
  });

  it('tells whom a note names, and nobody outside the desk that there is a note', async () => {
    const draft = aDraft({ consents: { sms: false, publication: true } });
    const { id, number, accessCode } = (await city.api.post('/api/v1/appeals', draft)).body;
    const { token } = (await city.api.post('/api/v1/sessions', { number, accessCode })).body;
    const operator = await city.staff('operator');
    const published = { expectedVersion: 1, publication: { state: 'anonymised' } };
    assert.equal((await operator.post(`/api/v1/register/${id}/publish`, published)).status, 200);
    const [holder, stranger] = [page(token), page()];
    for (const { client } of [holder, stranger])
      assert.ok(await watched((done) => client.emit('case.watch', id, done)));
    const [named, other] = [page((await city.token('controller')).token), page((await city.token('head')).token)];
    for (const { client } of [named, other]) assert.ok(await watched((done) => client.emit('register.watch', done)));
    await pause(400);
    for (const { heard } of [holder, stranger, named, other]) heard.length = 0;
    assert.equal((await operator.post(`/api/v1/register/${id}/notes`, { text: '@controller, гляньте' })).status, 201);
    await until(async () => named.heard.length === 2 && other.heard.length === 1);
    await pause(400);
    assert.deepEqual(named.heard, [{ caseId: id }, { ids: [id] }]);
    assert.deepEqual([other.heard, holder.heard, stranger.heard], [[{ ids: [id] }], [], []]);
  });

  it('ends with the session', async () => {
    const { token } = await city.token('operator');
    const desk = page(token);
    assert.ok(await watched((done) => desk.client.emit('register.watch', done)));
    const dropped = once(desk.client as unknown as NodeJS.EventEmitter, 'disconnect');
    await city.api.as(token).delete('/api/v1/sessions/current');
    await dropped;
  });

  it('ends when somebody who manages staff signs the person out', async () => {
    const { token } = await city.token('operator');
    const desk = page(token);
    assert.ok(await watched((done) => desk.client.emit('register.watch', done)));
    const dropped = once(desk.client as unknown as NodeJS.EventEmitter, 'disconnect');
    const operator = await StaffModel.findOne({ login: 'operator' }).orFail();
    await (await city.staff('administrator')).post(`/api/v1/staff/${operator._id}/sign-out`, {});
    await dropped;
  });

  it('counts guesses at short links as their pages do', async () => {
    await city.api.post('/api/v1/appeals', aDraft());
    const [part] = await ParticipantModel.find().sort({ _id: -1 }).limit(1).lean();
    const { client } = page();
    guessesLeft = 2;
    const watches = (link: string) => watched((done) => client.emit('link.watch', link, done));
    assert.deepEqual(await Promise.all([watches('AAAAAAA'), watches(part?.link ?? '')]), [false, true]);
    assert.ok(!(await watches(part?.link ?? '')));
    guessesLeft = Number.POSITIVE_INFINITY;
  });

  it('is not opened by a page of another site, nor broken by nonsense', async () => {
    const foreign = page(undefined, { origin: 'https://elsewhere.example' });
    await new Promise((refused) => foreign.client.once('connect_error', refused));
    const odd = page();
    const anything = odd.client as unknown as Socket;
    for (const said of [null, {}, ['x'], 7, 'nonsense'])
      assert.equal(await new Promise((done) => anything.emit('case.watch', said, done)), false);
    anything.emit('case.watch');
    anything.emit('link.watch', { $gt: '' });
    assert.ok(!(await watched((done) => odd.client.emit('register.watch', done))));
  });
});
