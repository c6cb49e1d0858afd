import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import express from 'express';
import { type Dependency, healthRoutes } from '#server/http/health.ts';
import { mayReadMetrics } from '#server/http/metrics.ts';
import { useServer } from '../../support/raw-http.ts';

describe('http: health and figures', () => {
  const state = { mongodb: true, redis: true, isDraining: false };
  const parts: Dependency[] = [
    { name: 'mongodb', isNeeded: true, check: async () => state.mongodb },
    { name: 'redis', isNeeded: false, check: async () => state.redis },
  ];
  const app = express()
    .use(healthRoutes(parts, () => state.isDraining))
    .use((_req, res) => void res.sendStatus(404));
  const ask = useServer(() => app);
  beforeEach(() => void Object.assign(state, { mongodb: true, redis: true, isDraining: false }));
  const readiness = async (): Promise<unknown[]> => {
    const { status, body } = await ask('GET', '/health/ready');
    return [status, JSON.parse(body.toString())];
  };

  it('is ready while all parts are up', async () => {
    assert.deepEqual(await readiness(), [200, { status: 'ok', parts: { mongodb: 'up', redis: 'up' } }]);
  });

  it('is ready without a part that it can do without, and says which', async () => {
    state.redis = false;
    assert.deepEqual(await readiness(), [200, { status: 'degraded', parts: { mongodb: 'up', redis: 'down' } }]);
  });

  it('is not ready without one that it needs, and says which', async () => {
    state.mongodb = false;
    assert.deepEqual(await readiness(), [503, { status: 'unavailable', parts: { mongodb: 'down', redis: 'up' } }]);
  });

  it('counts a part whose check fails as down', async () => {
    parts.push({ name: 'odd', isNeeded: true, check: () => Promise.reject(new Error('broken')) });
    const [status, told] = await readiness();
    parts.pop();
    assert.equal(status, 503);
    assert.deepEqual(told, { status: 'unavailable', parts: { mongodb: 'up', redis: 'up', odd: 'down' } });
  });

  it('is not ready while it drains, and lives all the same', async () => {
    state.isDraining = true;
    assert.equal((await readiness())[0], 503);
    state.mongodb = false;
    assert.equal((await ask('GET', '/health/live')).status, 200);
  });

  it('shows figures to a peer of this machine, and to none that came by a proxy', async () => {
    const { status, headers, body } = await ask('GET', '/metrics');
    assert.equal(status, 200);
    assert.match(String(headers['content-type']), /^text\/plain/);
    assert.match(body.toString(), /^# HELP http_request_duration_seconds/m);
    for (const name of ['x-forwarded-for', 'X-Forwarded-Proto', 'x-forwarded-host'])
      assert.equal((await ask('GET', '/metrics', { [name]: '127.0.0.1' })).status, 404, name);
  });

  it('takes private addresses for the machine room, and no others', () => {
    const may = (remoteAddress: string) =>
      mayReadMetrics({ socket: { remoteAddress }, headers: {} } as unknown as IncomingMessage);
    for (const address of [
      '127.0.0.1',
      '::1',
      '::ffff:127.0.0.1',
      '10.1.2.3',
      '192.168.0.7',
      '172.16.0.1',
      '172.31.9.9',
      'fd00::1',
    ])
      assert.ok(may(address), address);
    for (const address of [
      '',
      '8.8.8.8',
      '203.0.113.10',
      '172.15.0.1',
      '172.32.0.1',
      '11.10.0.1',
      '1.127.0.1',
      '2001:db8::fd',
      '::ffff:8.8.8.8',
    ])
      assert.ok(!may(address), address);
  });
});
