import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import { liveUpdates } from '#server/live/index.ts';
import { tellMapChanged } from '#server/map/index.ts';
import type { LiveEvents, LiveRequests } from '#shared/contract/live.ts';
import { areasAround } from '#shared/domain/map/areas.ts';
import type { Position } from '#shared/domain/map/mercator.ts';
import { until } from '../../support/until.ts';

type Client = Socket<LiveEvents, LiveRequests>;
const OPERA: Position = [30.7411, 46.4857];
const STATION: Position = [30.7405, 46.4677];
const FAR: Position = [30.63, 46.4];
const at = (place: Position, zoom: number): string =>
  areasAround([place]).find((area) => area.startsWith(`${zoom}/`)) ?? '';
const NO_CHANGES = {
  subscribe: () => () => undefined,
  onSessionEnd: () => () => undefined,
  onNaming: () => () => undefined,
  onPetition: () => () => undefined,
  onSwitch: () => () => undefined,
  onGap: () => () => undefined,
  close: async () => undefined,
};

describe('live: open maps hear where something changed', () => {
  let http: Server;
  let live: ReturnType<typeof liveUpdates>;
  let placesLeft = Number.POSITIVE_INFINITY;
  const clients: Client[] = [];
  before(async () => {
    http = createServer().listen(0, '127.0.0.1');
    await once(http, 'listening');
    live = liveUpdates(http, NO_CHANGES, { mayPass: async () => true, mayStay: () => placesLeft-- > 0 });
  });
  afterEach(() => {
    placesLeft = Number.POSITIVE_INFINITY;
    for (const client of clients.splice(0)) client.close();
  });
  after(() => live.close());
  const port = () => (http.address() as AddressInfo).port;

  function aMap() {
    const options = { path: '/live', transports: ['websocket'], forceNew: true, reconnection: false };
    const client: Client = io(`http://127.0.0.1:${port()}`, options);
    clients.push(client);
    const heard: string[][] = [];
    client.on('map.changed', ({ areas }) => heard.push(areas));
    const looks = (areas: unknown) => new Promise<boolean>((done) => client.emit('map.watch', areas as string[], done));
    return { client, heard, looks };
  }

  it('each of the areas that it shows now, at whatever zoom, once, and by nothing but the area', async () => {
    const [near, wide, elsewhere] = [aMap(), aMap(), aMap()];
    assert.ok(await near.looks([at(OPERA, 16), at(STATION, 16)]));
    assert.ok(await wide.looks([at(OPERA, 8)]));
    assert.ok(await elsewhere.looks([at(FAR, 16)]));
    tellMapChanged([OPERA, STATION]);
    const told = [[at(OPERA, 16), at(STATION, 16)]];
    await until(async () => near.heard.length > 0 && wide.heard.length > 0);
    assert.ok(await near.looks([at(FAR, 12)]));
    tellMapChanged([FAR]);
    await until(async () => near.heard.length > 1 && elsewhere.heard.length > 0);
    assert.deepEqual(near.heard, [...told, [at(FAR, 16)]]);
    assert.deepEqual(wide.heard, [...told, [at(FAR, 16)]]);
    assert.deepEqual(elsewhere.heard, [[at(FAR, 16)]]);
  });
  it('all of them, when anything may have changed, and none that shows nothing any more', async () => {
    const [one, gone, never] = [aMap(), aMap(), aMap()];
    assert.ok(await one.looks([at(OPERA, 14)]));
    assert.ok(await gone.looks([at(OPERA, 14)]));
    assert.ok(await gone.looks([]));
    assert.ok(!(await never.looks(['1/2'])));
    tellMapChanged(null);
    tellMapChanged([]);
    await until(async () => one.heard.length > 0);
    await pause(100);
    assert.deepEqual([one.heard, gone.heard, never.heard], [[['0/0/0']], [], []]);
  });
  it('keeps what it listens to when it says nonsense, and is not heard when it moves without end', async () => {
    const { looks, heard, client } = aMap();
    assert.ok(await looks([at(OPERA, 14)]));
    for (const said of [null, 'x', [7], [{}], Array.from({ length: 99 }, () => at(OPERA, 6))])
      assert.ok(!(await looks(said)));
    (client as unknown as Socket).emit('map.watch');
    (client as unknown as Socket).emit('map.watch', { $gt: '' }, 'no function');
    tellMapChanged([OPERA]);
    await until(async () => heard.length === 1);
    const answers = await Promise.all(Array.from({ length: 80 }, () => looks([at(FAR, 14)])));
    assert.ok(answers[0] && !answers.at(-1));
  });
  it('a thousand changes in few words, and frames of every length', async () => {
    const { looks, heard } = aMap();
    assert.ok(await looks([at(OPERA, 6)]));
    for (const some of [1, 3, 40, 1_000])
      tellMapChanged(Array.from({ length: some }, (_, i): Position => [30.6 + i / 3_000, 46.4 + (i % 7) / 30]));
    await until(async () => heard.length === 4);
    assert.ok(heard.every((areas) => areas.length > 0 && areas.length <= 48));
  });
  it('has as many connections as its address may have', async () => {
    placesLeft = 1;
    const [one, other] = [aMap(), aMap()];
    const refused = await Promise.race(
      [one, other].map(({ client }) => new Promise((gone) => client.once('connect_error', () => gone(client)))),
    );
    const [letIn] = [one, other].filter(({ client }) => client !== refused);
    assert.ok(await letIn?.looks([at(OPERA, 14)]));
  });
});
