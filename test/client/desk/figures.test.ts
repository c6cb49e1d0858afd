import assert from 'node:assert/strict';
import { areDaysRight, daysOf, fileAddress, firstChoice, yearsUntil } from '#client/desk/figures/choice.ts';

describe('desk: the choice of a report', () => {
  const first = firstChoice('2026-05-17');
  it('begins with the journal of this month, the quarter and the half-year that run', () => {
    assert.deepEqual(first, {
      report: 'journal',
      year: 2026,
      quarter: 2,
      part: 'first-half',
      from: '2026-05-01',
      to: '2026-05-17',
    });
    assert.deepEqual([firstChoice('2026-12-31').quarter, firstChoice('2026-07-01').part], [4, 'second-half']);
  });
  it('knows the days that it means', () => {
    assert.deepEqual(daysOf({ ...first, report: 'discipline' }), { from: '2026-05-01', to: '2026-05-17' });
    assert.deepEqual(daysOf({ ...first, report: 'quarter', quarter: 1, year: 2024 }), {
      from: '2024-01-01',
      to: '2024-03-31',
    });
    assert.deepEqual(daysOf({ ...first, report: 'half-year' }), { from: '2026-01-01', to: '2026-06-30' });
    assert.deepEqual(daysOf({ ...first, report: 'half-year', part: 'year' }), { from: '2026-01-01', to: '2026-12-31' });
  });
  it('refuses days out of order, none at all, and more than a year of them', () => {
    assert.ok(areDaysRight({ from: '2024-01-01', to: '2024-12-31' }));
    assert.ok(areDaysRight({ from: '2026-05-01', to: '2026-05-01' }));
    for (const [from, to] of [
      ['2026-05-02', '2026-05-01'],
      ['2025-01-01', '2026-05-01'],
      ['', '2026-05-01'],
    ] as const)
      assert.ok(!areDaysRight({ from, to }), `${from} ${to}`);
  });
  it('asks for files with what the report needs, and nothing more', () => {
    assert.equal(fileAddress(first, 'csv'), '/api/v1/reports/journal.csv?from=2026-05-01&to=2026-05-17');
    assert.equal(
      fileAddress({ ...first, report: 'quarter' }, 'xlsx'),
      '/api/v1/reports/quarter.xlsx?year=2026&quarter=2',
    );
    assert.equal(
      fileAddress({ ...first, report: 'half-year' }, 'csv'),
      '/api/v1/reports/half-year.csv?year=2026&part=first-half',
    );
  });
  it('offers the years from the first that the calendar knows', () =>
    assert.deepEqual(yearsUntil('2026-05-17'), [2026, 2025, 2024]));
});
