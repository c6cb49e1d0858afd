import assert from 'node:assert/strict';
import { beginsWeek, executorDate, listPart, stepOn, workingDayBefore } from '#shared/domain/executors.ts';
import type { SpecialDay } from '#shared/domain/legal-clock/work-calendar.ts';
import { aCalendar, CALENDARS } from '../../support/legal-calendars.ts';

const { martial, peacetime } = CALENDARS;
const NAME = { uk: 'день міста', en: 'a day of the city' };
const cityDay = (date: string, kind: SpecialDay['kind']): SpecialDay => ({ date, kind, name: NAME });

describe('executors: the date by which one has to be done', () => {
  const term = { dueInternal: '2026-03-20', extendedFrom: null };
  it('is the resolution’s, and never later than the date inside the house', () => {
    assert.equal(executorDate('2026-03-12', term), '2026-03-12');
    assert.equal(executorDate('2026-03-22', term), '2026-03-20');
    assert.equal(executorDate(null, term), '2026-03-20');
  });
  it('moves with a prolonged term where it was only the date of law', () => {
    const prolonged = { dueInternal: '2026-04-03', extendedFrom: '2026-03-20' };
    assert.equal(executorDate('2026-03-20', prolonged), '2026-04-03');
    assert.equal(executorDate('2026-03-12', prolonged), '2026-03-12');
  });
});

describe('executors: the morning list', () => {
  // Friday, 6 March 2026: in peacetime Monday the 9th is off for 8 March, a Sunday.
  it('looks three working days ahead, over weekends, holidays and days that the city moved', () => {
    assert.equal(listPart('2026-03-11', false, '2026-03-06', martial), 'soon');
    assert.equal(listPart('2026-03-12', false, '2026-03-06', martial), null);
    assert.equal(listPart('2026-03-12', false, '2026-03-06', peacetime), 'soon');
    const saturdayWorked = aCalendar(() => true, [cityDay('2026-03-07', 'extra_work')]);
    assert.equal(listPart('2026-03-11', false, '2026-03-06', saturdayWorked), null);
  });
  it('puts a case into one part: what is late first, then what is near, then what is new', () => {
    assert.equal(listPart('2026-03-05', true, '2026-03-06', martial), 'overdue');
    assert.equal(listPart('2026-03-06', true, '2026-03-06', martial), 'soon');
    assert.equal(listPart('2026-03-30', true, '2026-03-06', martial), 'fresh');
    assert.equal(listPart('2026-03-30', false, '2026-03-06', martial), null);
  });
});

describe('executors: the steps of which a superior hears', () => {
  const steps = (date: string, days: readonly string[], calendar = martial) =>
    days.map((on) => stepOn(date, on, calendar));
  it('are two working days before the date and the day itself', () => {
    const week = ['2026-03-16', '2026-03-17', '2026-03-18', '2026-03-19', '2026-03-20'];
    assert.deepEqual(steps('2026-03-19', week), [null, 'near', 'near', 'due', 'due']);
  });
  it('fall on working days alone: a date at the weekend is due on Friday, and Monday’s first step is on Thursday', () => {
    assert.deepEqual(steps('2026-03-21', ['2026-03-17', '2026-03-18', '2026-03-20']), [null, 'near', 'due']);
    assert.deepEqual(steps('2026-03-16', ['2026-03-11', '2026-03-12', '2026-03-16']), [null, 'near', 'due']);
    assert.deepEqual(steps('2026-03-10', ['2026-03-05', '2026-03-06', '2026-03-10'], peacetime), [
      'near',
      'near',
      'due',
    ]);
    const dayOff = aCalendar(() => true, [cityDay('2026-03-18', 'extra_off')]);
    assert.deepEqual(steps('2026-03-19', ['2026-03-13', '2026-03-16', '2026-03-17'], dayOff), [null, 'near', 'near']);
  });
  it('are made up for within three working days, and left to the weekly sheet after that', () => {
    assert.deepEqual(steps('2026-03-19', ['2026-03-24', '2026-03-25']), ['due', null]);
  });
});

describe('executors: the first working day of a week', () => {
  const begins = (days: readonly string[], calendar = martial) => days.map((day) => beginsWeek(day, calendar));
  it('is Monday, the next one where Monday is off, and never a second one', () => {
    assert.deepEqual(begins(['2026-03-08', '2026-03-09', '2026-03-10']), [false, true, false]);
    assert.deepEqual(begins(['2026-03-09', '2026-03-10', '2026-03-11'], peacetime), [false, true, false]);
    const sundayWorked = aCalendar(() => true, [cityDay('2026-03-08', 'extra_work')]);
    assert.deepEqual(begins(['2026-03-08', '2026-03-09'], sundayWorked), [false, true]);
    assert.equal(workingDayBefore('2026-03-09', martial), '2026-03-06');
  });
});
