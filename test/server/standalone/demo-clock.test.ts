import assert from 'node:assert/strict';
import fc from 'fast-check';
import { demoShift } from '#server/standalone/demo-clock.ts';

const at = (instant: string) => Date.parse(instant);
const shownAfter = (instant: string, kept = 0) => new Date(at(instant) + demoShift(at(instant), kept)).toISOString();
const kyivHour = (instant: number) =>
  Number(new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Kyiv', hour: 'numeric' }).format(instant));

describe('demo clock: no demo in the hours in which no texts are sent', () => {
  it('leaves the day as it is, from 9:00 to 20:59 in Kyiv', () => {
    assert.equal(demoShift(at('2026-03-03T07:00:00Z'), 0), 0);
    assert.equal(demoShift(at('2026-03-03T18:59:59Z'), 0), 0);
  });
  it('goes from the evening to 10:00 of the next day', () => {
    assert.equal(shownAfter('2026-03-03T19:00:00Z'), '2026-03-04T08:00:00.000Z');
  });
  it('goes from the small hours to 10:00 of the same day', () => {
    assert.equal(shownAfter('2026-03-03T06:59:59.500Z'), '2026-03-03T08:00:00.000Z');
  });
  it('minds the nights in which the clocks are moved', () => {
    assert.equal(shownAfter('2026-03-28T22:00:00Z'), '2026-03-29T07:00:00.000Z');
    assert.equal(shownAfter('2026-10-24T21:00:00Z'), '2026-10-25T08:00:00.000Z');
  });
  it('goes on from the shift of the last time', () => {
    const day = 24 * 3_600_000;
    assert.equal(demoShift(at('2026-03-03T10:00:00Z'), day), day);
    assert.equal(shownAfter('2026-03-03T20:00:00Z', day), '2026-03-05T08:00:00.000Z');
  });
  it('never goes back, and always shows an hour in which texts are sent', () => {
    const minutes = fc.integer({ min: 0, max: 60 * 24 * 365 * 3 });
    fc.assert(
      fc.property(minutes, fc.nat({ max: 60 * 24 * 14 }), (sinceStart, keptMinutes) => {
        const [real, kept] = [at('2025-01-01T00:00:00Z') + sinceStart * 60_000, keptMinutes * 60_000];
        const shift = demoShift(real, kept);
        assert.ok(shift >= kept);
        assert.ok(kyivHour(real + shift) >= 9 && kyivHour(real + shift) < 21);
      }),
    );
  });
});
