import assert from 'node:assert/strict';
import { AtOnce } from '#workers/platform/at-once.ts';

const [READY, LATE] = [20, 900];
const times = (many: number, run: () => void): void => {
  for (let n = 0; n < many; n += 1) run();
};

describe('how many messages are worked on at once', () => {
  it('begins with a quarter of what the rate needs, at the least two, and comes to all of it while each is in time', () => {
    const all = [1, 10, 100, 1_000].map((perSecond) => new AtOnce(perSecond));
    assert.deepEqual(
      all.map(({ limit }) => limit),
      [2, 2, 10, 60],
    );
    for (const atOnce of all) times(180, () => atOnce.prepared(READY));
    assert.deepEqual(
      all.map(({ limit }) => limit),
      [2, 4, 40, 240],
    );
  });
  it('goes down while messages are late, once for as many as were under way, and never below a quarter', () => {
    const atOnce = new AtOnce(1_000);
    times(180, () => atOnce.prepared(READY));
    times(192, () => atOnce.prepared(LATE));
    assert.equal(atOnce.limit, 192);
    times(1, () => atOnce.prepared(LATE));
    assert.equal(atOnce.limit, 153);
    times(2_000, () => atOnce.prepared(LATE));
    assert.equal(atOnce.limit, 60);
  });
  it('comes back by one for each lot that was ready in time, up to what the rate needs', () => {
    const atOnce = new AtOnce(100);
    times(500, () => atOnce.prepared(LATE));
    assert.equal(atOnce.limit, 10);
    times(22, () => atOnce.prepared(READY));
    assert.equal(atOnce.limit, 12);
    times(5_000, () => atOnce.prepared(READY));
    assert.equal(atOnce.limit, 40);
  });
});
