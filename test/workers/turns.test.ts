import assert from 'node:assert/strict';
import { Turns } from '#workers/platform/turns.ts';

describe('turns of a process', () => {
  const from = 5_000;

  it('go to whoever is ready, soonest first, and are lost where nobody was for a while', () => {
    let now = from;
    const turns = new Turns(() => now);
    for (const at of [from + 20, from, from + 10]) turns.give(at);
    assert.deepEqual([turns.take(), turns.take()], [from, from + 10]);
    assert.equal(turns.isInTime(from), true);
    now = from + 70;
    assert.equal(turns.isInTime(from), false);
    assert.equal(turns.take(), undefined);
  });
  it('that are over before they are heard of are had at once', () => {
    const turns = new Turns(() => from);
    assert.equal(turns.give(from - 500), from);
    assert.equal(turns.take(), from);
    assert.equal(turns.leave(), 0);
  });
  it('are made up for where the process was late', () => {
    let now = from;
    const turns = new Turns(() => now);
    for (let n = 0; n < 10; n += 1) turns.give(from + 10 * n);
    now = from + 90;
    assert.deepEqual(
      Array.from({ length: 10 }, () => turns.leave()),
      Array.from({ length: 10 }, () => 0),
    );
    assert.ok(turns.leave() > 0);
  });
  it('let no more leave in any second than there were turns in it, however late some are', () => {
    let now = from;
    const turns = new Turns(() => now);
    for (let n = 0; n < 300; n += 1) turns.give(from + 10 * n);
    const left: number[] = [];
    for (; now < from + 3_000; now += 1) {
      const isHeldStill = now % 700 < 35;
      if (!isHeldStill && turns.leave() === 0) left.push(now);
    }
    assert.ok(left.length > 270, `${left.length} left`);
    for (const at of left) {
      const within = left.filter((then) => then > at - 1_000 && then <= at).length;
      assert.ok(within <= 100, `${within} within a second`);
    }
  });
});
