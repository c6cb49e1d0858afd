import assert from 'node:assert/strict';
import { madeOnce } from '#server/platform/made-once.ts';

describe('platform: made once', () => {
  it('makes one thing for all who ask for it, and keeps the last so many', async () => {
    const once = madeOnce<string>(2);
    let made = 0;
    const make = (key: string) => once(key, async () => `${key}${++made}`);
    assert.deepEqual(await Promise.all([make('a'), make('a'), make('b')]), ['a1', 'a1', 'b2']);
    assert.deepEqual([await make('c'), await make('b'), await make('a')], ['c3', 'b2', 'a4']);
  });
  it('tries again what failed', async () => {
    const once = madeOnce<string>(2);
    await assert.rejects(
      once('a', () => Promise.reject(new Error('not now'))),
      /not now/,
    );
    assert.equal(await once('a', async () => 'made'), 'made');
  });
});
