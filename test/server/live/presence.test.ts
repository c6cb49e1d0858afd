import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { io, type Socket } from 'socket.io-client';
import { type Changes, followChanges, liveUpdates } from '#server/live/index.ts';
import { broadcastBy } from '#server/platform/broadcast.ts';
import type { LiveEvents, LiveRequests, Present } from '#shared/contract/live.ts';
import { useCity } from '../../support/api.ts';
import { aDraft } from '../../support/appeals.ts';
import { redisUrl } from '../../support/database.ts';
import { until } from '../../support/until.ts';

type Client = Socket<LiveEvents, LiveRequests>;
/** Nothing answers there. */
const NO_REDIS = 'redis://127.0.0.1:1';

describe('live: who else has a case open', () => {
  const city = useCity();
  let changes: Changes;
  const processes: { http: Server; live: ReturnType<typeof liveUpdates>; origin: string }[] = [];
  const clients: Client[] = [];
  /** A web process of its own, of those that share this Redis. */
  async function webProcess(redis: string): Promise<string> {
    const http = createServer(city.app.listener).listen(0, '127.0.0.1');
    await once(http, 'listening');
    const live = liveUpdates(http, changes, {
      mayPass: city.app.mayPass,
      carrier: (hearing) => broadcastBy(redis, `test-presence-${process.pid}`, hearing),
    });
    const origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
    processes.push({ http, live, origin });
    return origin;
  }
  before(() => {
    changes = followChanges();
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.close();
    for (const { live } of processes.splice(0)) await live.close();
  });
  after(() => changes.close());

  /** A window of the desk, and whom it was last told of. */
  function windowAt(origin: string, token?: string) {
    const extraHeaders: Record<string, string> = token ? { cookie: `__Host-vidhuk=${token}` } : {};
    const client: Client = io(origin, {
      path: '/live',
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      extraHeaders,
    });
    clients.push(client);
    const told: { id: string; others: Present[] }[] = [];
    client.on('case.presence', (event) => told.push(event));
    return {
      client,
      told,
      others: () => told.at(-1)?.others.map(({ name }) => name.split(' ').at(-1)),
      opens: (id: string) => new Promise<boolean>((done) => client.emit('case.open', id, done)),
    };
  }
  const filed = async (): Promise<string> => (await city.api.post('/api/v1/appeals', aDraft())).body.id;
  const token = async (login: string) => (await city.token(login)).token;
  const names = async (login: string) => {
    const { name } = (await (await city.staff(login)).get('/api/v1/me')).body;
    return [name.split(' ').at(-1)];
  };

  it('is told to each window, without its own person, and of nobody who left', async () => {
    const origin = await webProcess(redisUrl());
    const id = await filed();
    const [one, two] = [windowAt(origin, await token('operator')), windowAt(origin, await token('head'))];
    const twin = windowAt(origin, await token('operator'));
    assert.deepEqual([await one.opens(id), await twin.opens(id), await two.opens(id)], [true, true, true]);
    const [operator, head] = [await names('operator'), await names('head')];
    await until(async () => one.others()?.length === 1 && two.others()?.length === 1);
    assert.deepEqual([one.others(), twin.others(), two.others()], [head, head, operator]);
    twin.client.emit('case.leave');
    await pause(200);
    assert.deepEqual(two.others(), operator);
    one.client.close();
    await until(async () => two.others()?.length === 0);
    assert.ok(await two.opens(await filed()));
    assert.deepEqual(one.others(), head); // a window that is gone hears nothing more
  });

  it('reaches the windows of another web process, both ways, and goes with the process', async () => {
    const [here, there] = [await webProcess(redisUrl()), await webProcess(redisUrl())];
    const id = await filed();
    const one = windowAt(here, await token('operator'));
    assert.ok(await one.opens(id));
    const two = windowAt(there, await token('head'));
    assert.ok(await two.opens(id));
    await until(async () => one.others()?.length === 1 && two.others()?.length === 1);
    const late = windowAt(await webProcess(redisUrl()), await token('controller'));
    assert.ok(await late.opens(id));
    await until(async () => late.others()?.length === 2 && one.others()?.length === 2);
    const onlyLate = await names('controller');
    const lateLeft = new Promise<string>((done) => late.client.once('disconnect', done));
    await processes[1]?.live.close();
    const left = await Promise.race([until(async () => isDeepStrictEqual(one.others(), onlyLate)), lateLeft]);
    assert.equal(left, true, `the window that stayed was let go: ${left}`);
  });

  it('passes over what is none of its messages', async () => {
    const origin = await webProcess(redisUrl());
    const id = await filed();
    const one = windowAt(origin, await token('operator'));
    assert.ok(await one.opens(id));
    let isHeard = false;
    const stranger = broadcastBy(redisUrl(), `test-presence-${process.pid}`, {
      heard: () => {
        isHeard = true;
      },
      began: () => undefined,
    });
    for (const odd of ['', 'null', '{', '{"from":7}', '{"from":"x","open":[null]}', '{"from":"x","open":[["a"]]}'])
      await until(async () => {
        stranger.tell(odd);
        return isHeard;
      });
    stranger.close();
    const two = windowAt(origin, await token('head'));
    assert.ok(await two.opens(id));
    await until(async () => one.others()?.length === 1);
  });

  it('is shown to nobody who may not read the case at the desk', async () => {
    const origin = await webProcess(redisUrl());
    const { id, number, accessCode } = (await city.api.post('/api/v1/appeals', aDraft())).body;
    const holder = (await city.api.post('/api/v1/sessions', { number, accessCode })).body.token;
    const operator = windowAt(origin, await token('operator'));
    assert.ok(await operator.opens(id));
    for (const strange of [undefined, holder, await token('executor'), await token('auditor')]) {
      const outside = windowAt(origin, strange);
      assert.equal(await outside.opens(id), false);
      assert.deepEqual(outside.told, []);
    }
    assert.deepEqual(operator.others(), []);
    for (const odd of [null, { $gt: '' }, 'nonsense', 'f'.repeat(24)])
      assert.equal(await operator.opens(odd as string), false);
    (operator.client as unknown as Socket).emit('case.open');
    (operator.client as unknown as Socket).emit('case.leave', { $gt: '' });
    assert.ok(await operator.opens(id));
  });

  it('is of one process alone while Redis is away, and nothing fails', async () => {
    const [here, there] = [await webProcess(NO_REDIS), await webProcess(NO_REDIS)];
    const id = await filed();
    const [one, beside, far] = [
      windowAt(here, await token('operator')),
      windowAt(here, await token('head')),
      windowAt(there, await token('controller')),
    ];
    for (const window of [one, beside, far]) assert.ok(await window.opens(id));
    await until(async () => one.others()?.length === 1 && beside.others()?.length === 1);
    assert.deepEqual(far.others(), []);
  });
});
