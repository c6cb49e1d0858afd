import assert from 'node:assert/strict';
import { dashedCode, spacedNumber } from '#shared/texts/codes.ts';
import { dateInFull, dayInFull, daysBetween, momentInFull } from '#shared/texts/dates.ts';
import { cases as en } from '#shared/texts/en/cases.ts';
import { plural, spacedCount } from '#shared/texts/plural.ts';
import { cases as uk } from '#shared/texts/uk/cases.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('texts: numbers, dates and plural forms', () => {
  const days: [number, string][] = [
    [1, 'ще 1 день'],
    [2, 'ще 2 дні'],
    [5, 'ще 5 днів'],
    [11, 'ще 11 днів'],
    [21, 'ще 21 день'],
    [112, 'ще 112 днів'],
  ];
  for (const [n, words] of days) it(`says «${words}»`, () => assert.equal(plain(plural('uk', n, uk.dueLeft)), words));
  it('knows the two forms of English', () => {
    assert.deepEqual(
      [1, 2].map((n) => plural('en', n, en.dueLeft)),
      ['1 day left', '2 days left'],
    );
  });
  it('sets thin spaces between groups of three', () => {
    assert.equal(spacedCount('uk', 1_203_512), '1\u202f203\u202f512');
    assert.equal(spacedCount('en', 1_203_512), '1\u202f203\u202f512');
    assert.equal(spacedCount('uk', 1_203), '1\u202f203');
  });
  it('writes dates in full, without the abbreviation for a year', () => {
    assert.equal(plain(dateInFull('uk', '2026-03-17')), '17 березня 2026');
    assert.equal(plain(dateInFull('en', '2026-03-17')), '17 March 2026');
  });
  it('tells days and hours of Kyiv, in winter and in summer', () => {
    assert.equal(plain(momentInFull('uk', '2026-03-03T22:30:00.000Z')), '4 березня 2026, 00:30');
    assert.equal(plain(momentInFull('uk', '2026-07-03T21:30:00.000Z')), '4 липня 2026, 00:30');
    assert.equal(plain(dayInFull('en', new Date('2026-03-03T22:30:00.000Z'))), '4 March 2026');
  });
  it('counts days across a change of clocks', () => {
    assert.equal(daysBetween('2026-03-28', '2026-03-30'), 2);
    assert.equal(daysBetween('2026-04-06', '2026-04-03'), -3);
  });
  it('groups numbers and codes so that they can be read aloud', () => {
    assert.equal(plain(spacedNumber('2600123452')), '2600 123 452');
    assert.equal(dashedCode('7KQ2M4PXYZ'), '7KQ2M-4PXYZ');
  });
});
