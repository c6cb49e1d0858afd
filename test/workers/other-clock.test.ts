import assert from 'node:assert/strict';
import { OtherClock } from '#workers/platform/other-clock.ts';

describe('another machine’s clock', () => {
  it('is told by the answer that came the fastest', () => {
    const clock = new OtherClock();
    for (const [theirs, ours] of [
      [1_000, 540],
      [1_100, 603],
      [1_200, 790],
    ] as const)
      clock.said(theirs, ours);
    assert.equal(clock.here(2_000), 1_503);
  });
  it('is told anew after a while, for clocks drift apart', () => {
    const clock = new OtherClock();
    clock.said(1_000, 500);
    clock.said(20_000, 20_700);
    assert.equal(clock.here(30_000), 29_500);
    clock.said(40_000, 40_700);
    assert.equal(clock.here(50_000), 50_700);
  });
});
