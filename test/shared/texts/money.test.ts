import assert from 'node:assert/strict';
import { hryvniaSum, kopiykasTyped } from '#shared/texts/money.ts';

describe('texts: money', () => {
  it('is said in hryvniaSum with both figures of kopiykas, groups apart by thin spaces', () => {
    assert.equal(hryvniaSum('uk', 3_200_050), '32\u202f000,50\u00a0грн');
    assert.equal(hryvniaSum('uk', 60), '0,60\u00a0грн');
    assert.equal(hryvniaSum('en', 123_456_789), '1\u202f234\u202f567.89\u00a0UAH');
  });
  for (const [typed, kopiykas] of [
    ['32 000', 3_200_000],
    ['32\u202f000,50', 3_200_050],
    ['0.6', 60],
    ['0,60 грн', 60],
    [' 1 ', 100],
    ['0,07', 7],
    ['19,99', 1_999],
  ] as const)
    it(`takes «${typed}» as ${kopiykas} kopiykas`, () => assert.equal(kopiykasTyped(typed), kopiykas));
  for (const typed of ['', 'багато', '-5', '1,234', '1.2.3', '1e3', ','])
    it(`takes «${typed}» for no sum`, () => assert.ok(Number.isNaN(kopiykasTyped(typed))));
});
