import assert from 'node:assert/strict';
import { dateWithWeekday } from '#shared/texts/weekday.ts';

const plain = (text: string) => text.replace(/\u00a0/g, ' ');

describe('texts: a date with its day of the week', () => {
  const days = ['понеділок', 'вівторок', 'середа', 'четвер', 'п’ятниця', 'субота', 'неділя'];
  for (const [i, day] of days.entries())
    it(`says ${day}, with the apostrophe of the house`, () => {
      assert.equal(plain(dateWithWeekday('uk', `2026-03-${16 + i}`)), `${16 + i} березня 2026, ${day}`);
    });
  it('says it in English', () => assert.equal(plain(dateWithWeekday('en', '2026-03-17')), '17 March 2026, Tuesday'));
});
