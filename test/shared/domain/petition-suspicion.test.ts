import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SUSPICIONS, type Suspicion } from '#shared/domain/petition.ts';
import { type Burst, burstWith, HOURLY_LIMITS, isForgotten, NO_BURST } from '#shared/domain/petition-suspicion.ts';

const MINUTE = 60_000;
const [HOUR, DAY] = [60 * MINUTE, 24 * 60 * MINUTE];
const START = Date.parse('2026-03-03T08:00:00Z');
/** What becomes of signatures that come at these instants, one after another. */
function heldOf(kind: Suspicion, times: readonly number[], from: Burst = NO_BURST): { held: boolean[]; last: Burst } {
  let last = from;
  const held = times.map((at) => {
    const { burst, isHeld } = burstWith(kind, last, at);
    last = burst;
    return isHeld;
  });
  return { held, last };
}
const together = (count: number, at: number, gapMs = 1_000): number[] =>
  Array.from({ length: count }, (_, i) => at + i * gapMs);
const count = (held: readonly boolean[]): number => held.filter(Boolean).length;
/** Gaps between signatures, short and long, so that bursts and silences both come. */
const arrivals = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: MINUTE, max: 26 * HOUR })), { maxLength: 900 })
  .map((gaps) => {
    let at = START;
    return gaps.map((gap) => {
      at += gap;
      return at;
    });
  });
const anyKind = fc.constantFrom(...SUSPICIONS);

describe('petitions: which bursts of signatures wait for a moderator', () => {
  for (const [kind, limit] of [
    ['network', 300],
    ['range', 60],
  ] as const) {
    it(`lets ${limit} of a ${kind} pass within an hour, and holds those beyond`, () => {
      assert.equal(HOURLY_LIMITS[kind], limit);
      assert.equal(count(heldOf(kind, together(limit, START)).held), 0);
      const { held } = heldOf(kind, together(limit + 5, START));
      assert.deepEqual(held.slice(-6), [false, true, true, true, true, true]);
    });
    it(`allows a tenth of that for a day after, and all of it again then: ${kind}`, () => {
      const { last } = heldOf(kind, together(limit + 1, START));
      const over = last.overAt ?? 0;
      const later = heldOf(kind, together(limit / 10 + 1, over + 2 * HOUR), last).held;
      assert.deepEqual(later.slice(-2), [false, true]);
      const lastMoment = heldOf(kind, together(limit / 10 + 1, over + DAY - 1 - limit * 100, 100), last).held;
      assert.equal(lastMoment.at(-1), true);
      assert.equal(count(heldOf(kind, together(limit, over + DAY), last).held), 0);
    });
  }
  it('counts those that it holds, so that an attack that goes on stays held', () => {
    const hours = together(24 * 120, START, HOUR / 120); // two in a minute, of one range, for a day
    const { held } = heldOf('range', hours);
    assert.equal(count(held.slice(0, 60)), 0);
    assert.ok(held.slice(60).every(Boolean));
  });
  it('never lets more pass within an hour than the limit, whatever comes', () => {
    fc.assert(
      fc.property(anyKind, arrivals, (kind, times) => {
        const { held } = heldOf(kind, times);
        const passed = times.filter((_, i) => !held[i]);
        const limit = HOURLY_LIMITS[kind];
        passed.forEach((at, i) => {
          const before = passed[i - limit];
          assert.ok(before === undefined || before <= at - HOUR, `${limit + 1} within an hour`);
        });
      }),
      { numRuns: 200 },
    );
  });
  it('never holds who comes alone: the first of an hour', () => {
    fc.assert(
      fc.property(anyKind, arrivals, (kind, times) => {
        const { held } = heldOf(kind, times);
        times.forEach((at, i) => {
          const before = times[i - 1];
          if (before === undefined || before <= at - HOUR) assert.equal(held[i], false);
        });
      }),
      { numRuns: 200 },
    );
  });
  it('says the same of what comes after it was forgotten as of what comes first', () => {
    fc.assert(
      fc.property(anyKind, arrivals, fc.integer({ min: 1, max: 400 }), (kind, times, more) => {
        const { last } = heldOf(kind, times);
        const at = (times.at(-1) ?? START) + DAY + HOUR;
        assert.ok(isForgotten(last, at));
        assert.deepEqual(heldOf(kind, together(more, at), last).held, heldOf(kind, together(more, at)).held);
      }),
      { numRuns: 100 },
    );
  });
  it('forgets nothing that still says something', () => {
    const { last } = heldOf('range', together(61, START));
    const over = last.overAt ?? 0;
    assert.equal(isForgotten(last, over + DAY - 1), false);
    assert.equal(isForgotten(last, over + DAY), true);
    const { last: calm } = heldOf('range', [START]);
    assert.equal(isForgotten(calm, START + HOUR - 1), false);
    assert.equal(isForgotten(calm, START + HOUR), true);
  });
});
