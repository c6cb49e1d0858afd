import assert from 'node:assert/strict';
import { OtherClock } from '#workers/platform/other-clock.ts';

describe('another machine’s clock', () => {
  it('is told by the answer that came the fastest', () => {
    const clock = new OtherClock();
    const here = (theirs: number, asking: number, heard: number) => clock.here(2_000, { theirs, asking, heard });
    assert.equal(here(1_000, 490, 540), 1_540);
    assert.equal(here(1_100, 600, 603), 1_503);
    assert.equal(here(1_200, 690, 790), 1_503);
  });
  it('is told anew after a while, for clocks drift apart', () => {
    const clock = new OtherClock();
    assert.equal(clock.here(30_000, { theirs: 1_000, asking: 490, heard: 500 }), 29_500);
    assert.equal(clock.here(30_000, { theirs: 20_000, asking: 19_400, heard: 20_700 }), 29_500);
    assert.equal(clock.here(50_000, { theirs: 40_000, asking: 39_400, heard: 40_700 }), 50_700);
  });
  it('was set back where an answer would else have come before it was asked for', () => {
    const clock = new OtherClock();
    clock.here(0, { theirs: 10_000, asking: 500, heard: 501 });
    assert.equal(clock.here(10_300, { theirs: 9_000, asking: 600, heard: 602 }), 1_900);
  });
});
