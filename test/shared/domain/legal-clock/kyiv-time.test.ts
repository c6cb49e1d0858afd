import assert from 'node:assert/strict';
import fc from 'fast-check';
import { clockShift, inKyiv, instantInKyiv, legalDateIn, startOfDay } from '#shared/domain/legal-clock/kyiv-time.ts';

const at = (text: string) => new Date(text);

describe('legal clock: the clocks of Kyiv', () => {
  const shown: [utc: string, kyiv: string][] = [
    ['2026-01-15T12:00:00Z', '2026-01-15T14:00:00+02:00'],
    ['2026-07-15T12:00:00Z', '2026-07-15T15:00:00+03:00'],
    ['2026-03-29T00:59:59Z', '2026-03-29T02:59:59+02:00'],
    ['2026-03-29T01:00:00Z', '2026-03-29T04:00:00+03:00'],
    ['2026-10-25T00:30:00Z', '2026-10-25T03:30:00+03:00'],
    ['2026-10-25T01:30:00Z', '2026-10-25T03:30:00+02:00'],
    ['2026-12-31T22:00:00Z', '2027-01-01T00:00:00+02:00'],
    ['0203-02-20T10:00:00Z', '0203-02-20T12:02:04+02:02:04'],
  ];
  for (const [utc, kyiv] of shown) it(`${utc} is ${kyiv}`, () => assert.equal(inKyiv(at(utc)), kyiv));
  it('the date of law turns at midnight in Kyiv', () => {
    assert.equal(legalDateIn(at('2026-06-30T20:59:59Z')), '2026-06-30');
    assert.equal(legalDateIn(at('2026-06-30T21:00:00Z')), '2026-07-01');
  });

  it('begins a day at midnight, in summer, in winter, on the days of the change and at the ends of the calendar', () => {
    const begins = (date: string) => startOfDay(date).toISOString();
    assert.equal(begins('2026-07-01'), '2026-06-30T21:00:00.000Z');
    assert.equal(begins('2026-01-01'), '2025-12-31T22:00:00.000Z');
    assert.equal(begins('2026-03-29'), '2026-03-28T22:00:00.000Z');
    assert.equal(begins('2026-03-30'), '2026-03-29T21:00:00.000Z');
    assert.equal(begins('2026-10-25'), '2026-10-24T21:00:00.000Z');
    assert.equal(begins('2026-10-26'), '2026-10-25T22:00:00.000Z');
    assert.equal(startOfDay('2026-07-01', 1).toISOString(), '2026-07-01T21:00:00.000Z');
    assert.equal(startOfDay('0001-01-01').toISOString(), '0001-01-01T00:00:00.000Z');
    assert.equal(startOfDay('9999-12-31', 1).toISOString(), '+010000-01-01T00:00:00.000Z');
  });

  const instants: [date: string, time: string, utc: string | null][] = [
    ['2026-03-28', '10:00', '2026-03-28T08:00:00.000Z'],
    ['2026-03-29', '03:30', null],
    ['2026-03-29', '04:00', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25', '03:30', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25', '04:00', '2026-10-25T02:00:00.000Z'],
    ['2026-07-01', '24:00', null],
    ['2026-07-01', '7:00', null],
    ['2026-02-30', '10:00', null],
  ];
  for (const [date, time, utc] of instants)
    it(`${time} on ${date} is ${utc ?? 'no moment'}`, () => {
      assert.equal(instantInKyiv(date, time)?.toISOString() ?? null, utc);
    });
  it('a moment that is shown is found again, but for the hour that comes twice', () => {
    const minute = fc.integer({ min: 0, max: 38_000_000 }).map((n) => new Date(Date.UTC(2025, 0, 1) + n * 60_000));
    fc.assert(
      fc.property(minute, (moment) => {
        const [date = '', time = ''] = inKyiv(moment).split('T');
        const found = instantInKyiv(date, time.slice(0, 5));
        assert.ok(found);
        assert.ok([0, 3_600_000].includes(moment.getTime() - found.getTime()));
      }),
    );
  });
  it('tells how far the clocks were moved', () => {
    assert.equal(clockShift(at('2026-03-28T08:00:00Z'), at('2026-03-30T08:00:00Z')), 60);
    assert.equal(clockShift(at('2026-10-24T08:00:00Z'), at('2026-10-26T08:00:00Z')), -60);
    assert.equal(clockShift(at('2026-07-01T08:00:00Z'), at('2026-07-03T08:00:00Z')), 0);
  });
});
