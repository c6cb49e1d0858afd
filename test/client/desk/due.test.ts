import assert from 'node:assert/strict';
import { dueBand, dueWords } from '#client/desk/due.ts';
import { shortDate } from '#client/desk/short-date.ts';
import { desk as en } from '#shared/texts/en/desk.ts';
import { desk as uk } from '#shared/texts/uk/desk.ts';

const TODAY = '2026-03-03';

describe('desk: what is left of a term', () => {
  const bands = [
    ['2026-03-09', 'calm', 'ще 6 днів', '6 days left'],
    ['2026-03-08', 'soon', 'ще 5 днів', '5 days left'],
    ['2026-03-05', 'soon', 'ще 2 дні', '2 days left'],
    ['2026-03-04', 'last', 'ще 1 день', '1 day left'],
    ['2026-03-03', 'last', 'сьогодні', 'today'],
    ['2026-03-02', 'overdue', '1 день тому', '1 day ago'],
    ['2026-02-10', 'overdue', '21 день тому', '21 days ago'],
  ] as const;
  for (const [dueOn, band, ukrainian, english] of bands)
    it(`says of ${dueOn} on ${TODAY}: ${ukrainian}`, () => {
      assert.equal(dueBand(dueOn, TODAY), band);
      assert.equal(dueWords(dueOn, TODAY, { lang: 'uk', texts: uk.due }), ukrainian);
      assert.equal(dueWords(dueOn, TODAY, { lang: 'en', texts: en.due }), english);
    });
  it('counts calendar days over the change of the clocks', () => {
    assert.equal(dueWords('2026-04-02', '2026-03-28', { lang: 'uk', texts: uk.due }), 'ще 5 днів');
  });
  it('writes dates for a column, with the year where it is another one', () => {
    assert.equal(shortDate('uk', '2026-03-17', TODAY), '17.03');
    assert.equal(shortDate('uk', '2025-12-30', TODAY), '30.12.2025');
    assert.equal(shortDate('en', '2026-03-17', TODAY), '17 Mar');
  });
});
