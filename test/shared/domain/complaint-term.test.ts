import assert from 'node:assert/strict';
import { missedTerm } from '#shared/domain/complaint-term.ts';

const TODAY = '2026-03-03';
const term = (decidedOn: string | null, learnedOn: string | null) => missedTerm({ decidedOn, learnedOn }, TODAY);

describe('complaint: terms of art. 17', () => {
  it('has a year from the decision, its last day included', () => {
    assert.deepEqual(
      [term('2025-03-03', null), term('2025-03-02', null), term('2019-01-01', null)],
      [null, 'year', 'year'],
    );
  });
  it('has a month from learning of it, its last day included', () => {
    assert.deepEqual([term(null, '2026-02-03'), term(null, '2026-02-02')], [null, 'month']);
  });
  it('is in time where nothing was said, and names the year where both are over', () => {
    assert.deepEqual([term(null, null), term('2024-01-01', '2024-02-01')], [null, 'year']);
  });
  it('ends with a shorter month', () => {
    assert.equal(missedTerm({ decidedOn: null, learnedOn: '2026-02-28' }, '2026-03-31'), null);
    assert.equal(missedTerm({ decidedOn: null, learnedOn: '2026-02-27' }, '2026-03-31'), 'month');
  });
});
