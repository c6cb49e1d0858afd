import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { easterOf, holidaysOf, peacetimeDays, trinityOf } from '#shared/domain/legal-clock/holidays.ts';
import { weekdayOf } from '#shared/domain/legal-clock/legal-date.ts';
import { DEFAULT_HOLIDAYS } from '#shared/domain/legal-defaults.ts';

const rules = DEFAULT_HOLIDAYS.value;
const days = peacetimeDays(rules);
const datesIn = (year: number, kind: string) =>
  days.flatMap((day) => (day.date.startsWith(`${year}-`) && day.kind === kind ? [day.date.slice(5)] : []));

describe('legal clock: holidays of peace', () => {
  const easters: [easter: string, trinity: string][] = [
    ['2024-05-05', '2024-06-23'],
    ['2025-04-20', '2025-06-08'],
    ['2026-04-12', '2026-05-31'],
    ['2027-05-02', '2027-06-20'],
    ['2028-04-16', '2028-06-04'],
  ];
  for (const [easter, trinity] of easters)
    it(`Easter is on ${easter} and Trinity on ${trinity}`, () => {
      const year = Number(easter.slice(0, 4));
      assert.deepEqual([easterOf(year), trinityOf(year)], [easter, trinity]);
    });
  it('Easter is a Sunday from 4 April to 8 May in each year of the century', () => {
    for (let year = 2000; year <= 2099; year += 1) {
      const easter = easterOf(year);
      assert.equal(weekdayOf(easter), 7, easter);
      assert.ok(easter >= `${year}-04-04` && easter <= `${year}-05-08`, easter);
    }
  });
  it('2026 has these days off', () => {
    const holidays = [
      '01-01',
      '03-08',
      '04-12',
      '05-01',
      '05-08',
      '05-31',
      '06-28',
      '07-15',
      '08-24',
      '10-01',
      '12-25',
    ];
    assert.deepEqual(datesIn(2026, 'holiday'), holidays);
    assert.deepEqual(datesIn(2026, 'transfer'), ['03-09', '04-13', '06-01', '06-29']);
  });
  it('2027: Labour Day on a Saturday and Easter on the Sunday after move to Monday and Tuesday', () => {
    assert.deepEqual(datesIn(2027, 'transfer'), ['05-03', '05-04', '05-10', '06-21', '12-27']);
  });
  it('an Easter that falls on another holiday moves one day off, and stands once', () => {
    const both = days.filter(({ name }) => name.uk.includes('; '));
    assert.ok(both.some(({ date, name }) => date === '2078-05-08' && name.uk.endsWith('Пасха (Великдень)')));
    for (const { date } of both) {
      const monday = days.filter((day) => day.date > date && day.kind === 'transfer')[0];
      assert.equal(days.filter((day) => day.date === date).length, 1);
      assert.equal(monday?.name.en.startsWith('day off moved: '), true);
    }
  });
  it('each holiday at a weekend moves one day off, to a weekday that is no holiday', () => {
    const holidays = new Set(days.flatMap(({ date, kind }) => (kind === 'holiday' ? [date] : [])));
    const transfers = days.filter(({ kind }) => kind === 'transfer').map(({ date }) => date);
    assert.equal(transfers.length, [...holidays].filter((date) => weekdayOf(date) > 5).length);
    for (const date of transfers) assert.ok(weekdayOf(date) <= 5 && !holidays.has(date), date);
  });
  it('covers every year from 2024 to 2099, each date once, in order', () => {
    const dates = days.map(({ date }) => date);
    assert.deepEqual(dates, [...new Set(dates)].sort());
    for (let year = 2024; year <= 2099; year += 1) {
      const count = datesIn(year, 'holiday').length;
      assert.ok(count === 11 || count === 10, `${year}: ${count}`);
    }
  });
  it('moves nothing where the law does not', () => {
    assert.ok(peacetimeDays({ ...rules, hasTransfers: false }).every(({ kind }) => kind === 'holiday'));
  });

  const file = '../shared/data/calendar/kzpp-art73-2024-2035.json';
  it('agrees with the list that was worked out apart, 2024 to 2035', function () {
    if (!existsSync(file)) this.skip();
    const listed = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { date: string; weekday: number }[]>;
    assert.ok(Object.keys(listed).length >= 12);
    for (const [year, expected] of Object.entries(listed)) {
      const ours = holidaysOf(Number(year), rules).map(({ date }) => date);
      assert.deepEqual(ours, [...new Set(expected.map(({ date }) => date))].sort(), year);
      for (const { date, weekday } of expected) assert.equal(weekdayOf(date) % 7, weekday, date);
    }
  });
});
