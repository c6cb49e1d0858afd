import assert from 'node:assert/strict';
import { breaker } from '#workers/sms/breaker.ts';
import { passSeconds, useClock } from '../support/clock.ts';

describe('sms: the breaker of a gateway', () => {
  useClock();
  const aBreaker = () => breaker({ failures: 3, restMs: 30_000, longestMs: 100_000 });
  const failing = (times: number) => {
    const made = aBreaker();
    for (let i = 0; i < times; i += 1) made.failed();
    return made;
  };

  it('opens after so many failures in a row, and only then', () => {
    assert.equal(failing(2).mayTry(), true);
    assert.equal(failing(3).mayTry(), false);
    const made = failing(2);
    made.worked();
    made.failed();
    assert.equal(made.mayTry(), true);
  });

  it('lets one attempt through after its rest, and all once that has worked', () => {
    const made = failing(3);
    passSeconds(29);
    assert.equal(made.mayTry(), false);
    passSeconds(2);
    assert.deepEqual([made.mayTry(), made.mayTry()], [true, false]);
    made.worked();
    assert.deepEqual([made.mayTry(), made.mayTry()], [true, true]);
  });

  it('rests twice as long after each attempt that fails, up to the longest', () => {
    const made = failing(3);
    for (const rest of [30, 60, 100, 100]) {
      passSeconds(rest - 1);
      assert.equal(made.mayTry(), false, `${rest} s`);
      passSeconds(2);
      assert.equal(made.mayTry(), true, `${rest} s`);
      made.failed();
    }
  });

  it('is not kept open by attempts that began before it opened', () => {
    const made = failing(3);
    passSeconds(20);
    made.failed();
    passSeconds(11);
    assert.equal(made.mayTry(), true);
  });
});
