import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import { paceIn } from '#workers/platform/pace.ts';
import { redisUrl } from '../support/database.ts';

describe('pace: one rate for all workers', () => {
  const clients = [1, 2].map(() => new Redis(redisUrl()));
  after(() => Promise.all(clients.map((client) => client.quit())));
  const aKey = () => `test-pace-${randomBytes(6).toString('hex')}`;

  it('lets no more leave in any second than the rate, whoever asks and however many at once', async () => {
    const [key, perSecond] = [aKey(), 200];
    const paces = clients.map((client) => paceIn(client, key, { perSecond }));
    const left: number[] = [];
    const leave = async (n: number) => {
      await (await paces[n % 2]?.turn())?.();
      left.push(performance.now());
    };
    await Promise.all(Array.from({ length: 450 }, (_, n) => leave(n)));
    left.sort((one, other) => one - other);
    for (const [n, at] of left.entries()) {
      const within = left.slice(n).filter((then) => then < at + 1_000).length;
      assert.ok(within <= perSecond, `${within} left within a second`);
    }
  });
  it('begins anew after Redis was wiped, and says at once when it is away', async () => {
    const [key, client] = [aKey(), clients[0]];
    assert.ok(client);
    const pace = paceIn(client, key, { perSecond: 1_000 });
    await (await pace.turn())();
    await client.del(key);
    await (await pace.turn())();
    const away = new Redis('redis://127.0.0.1:9', {
      maxRetriesPerRequest: 1,
      enableOfflineQueue: false,
      lazyConnect: true,
    });
    away.on('error', () => undefined);
    await assert.rejects(paceIn(away, key, { perSecond: 1_000 }).turn());
    away.disconnect();
  });
});
