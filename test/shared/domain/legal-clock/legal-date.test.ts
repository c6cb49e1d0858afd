import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  addCalendarDays,
  addMonths,
  FIRST_DATE,
  isLegalDate,
  known,
  LAST_DATE,
  OutsideCalendar,
  weekdayOf,
} from '#shared/domain/legal-clock/legal-date.ts';

describe('legal clock: dates of law', () => {
  for (const date of ['2024-02-29', '2026-02-28', '2096-02-29', '2026-12-31', '1999-01-01'])
    it(`${date} exists`, () => assert.ok(isLegalDate(date)));
  const none = ['2026-02-29', '2026-02-30', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '2026-1-1', ''];
  for (const text of [...none, '20260101', '2026-01-01T00:00', ' 2026-01-01', '2026-01-01\n', '+02026-01-01', 'вчора'])
    it(`${JSON.stringify(text)} does not`, () => assert.ok(!isLegalDate(text)));

  const months: [from: string, months: number, to: string][] = [
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-01-29', 1, '2024-02-29'],
    ['2024-02-29', 1, '2024-03-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-02-28', 1, '2026-03-28'],
    ['2026-03-31', 1, '2026-04-30'],
    ['2026-12-31', 1, '2027-01-31'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2027-11-30', 3, '2028-02-29'],
    ['2026-12-15', 13, '2028-01-15'],
    ['2026-06-30', 1, '2026-07-30'],
  ];
  for (const [from, n, to] of months)
    it(`${n} months from ${from} end on ${to}`, () => assert.equal(addMonths(from, n), to));

  it('counts calendar days over months, years and leap days', () => {
    assert.equal(addCalendarDays('2026-12-22', 10), '2027-01-01');
    assert.equal(addCalendarDays('2024-02-28', 2), '2024-03-01');
    assert.equal(addCalendarDays('2026-03-01', -1), '2026-02-28');
    assert.equal(addCalendarDays('2026-03-29', 1), '2026-03-30');
  });
  it('knows the days of the week', () => {
    assert.deepEqual(['2026-03-02', '2026-05-09', '2026-04-12'].map(weekdayOf), [1, 6, 7]);
  });
  it('knows its first and last date and nothing beyond', () => {
    assert.equal(known(FIRST_DATE), '2024-01-01');
    assert.equal(known(LAST_DATE), '2099-12-31');
    for (const [work, date] of [
      [() => known('2023-12-31'), '2023-12-31'],
      [() => known('2100-01-01'), '2100-01-01'],
      [() => addCalendarDays(FIRST_DATE, -1), '2023-12-31'],
      [() => addCalendarDays(LAST_DATE, 1), '2100-01-01'],
      [() => addMonths('2099-12-01', 1), '2100-01-01'],
    ] as const)
      assert.throws(work, (error) => error instanceof OutsideCalendar && error.date === date);
  });

  const day = fc.integer({ min: 0, max: 27_000 }).map((n) => addCalendarDays(FIRST_DATE, n));
  it('adding days and taking them away comes back', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 700 }), (date, n) => {
        assert.equal(addCalendarDays(addCalendarDays(date, n), -n), date);
      }),
    );
  });
  it('months end on the same day-number, or on the last day of a shorter month', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 20 }), (date, n) => {
        const end = addMonths(date, n);
        const isLast = addCalendarDays(end, 1).endsWith('-01');
        assert.ok(
          end.slice(8) === date.slice(8) || (isLast && end.slice(8) < date.slice(8)),
          `${date} + ${n} = ${end}`,
        );
      }),
    );
  });
});
