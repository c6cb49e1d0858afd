import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addCalendarDays, FIRST_DATE, OutsideCalendar } from '#shared/domain/legal-clock/legal-date.ts';
import { addWorkingDays, rollBack, rollForward, type SpecialDay } from '#shared/domain/legal-clock/work-calendar.ts';
import { aCalendar, CALENDARS } from '../../../support/legal-calendars.ts';

const { martial, peacetime, ending } = CALENDARS;
const name = { uk: 'розпорядження', en: 'order' };

describe('legal clock: the working calendar', () => {
  it('in war only weekends are off, and a holiday is worked by its name', () => {
    assert.deepEqual(martial('2026-05-09'), { isWorking: false, why: 'weekend', name: null });
    assert.deepEqual(martial('2026-03-08'), { isWorking: false, why: 'weekend', name: null });
    assert.deepEqual(martial('2026-05-07'), { isWorking: true, why: 'weekday', name: null });
    const { isWorking, why, name } = martial('2026-08-24');
    assert.deepEqual([isWorking, why, name?.en], [true, 'holiday', 'Independence Day of Ukraine']);
    assert.equal(martial('2026-03-09').isWorking, true);
  });
  it('in peace holidays and moved days off are off', () => {
    assert.deepEqual([peacetime('2026-08-24').isWorking, peacetime('2026-08-24').why], [false, 'holiday']);
    assert.deepEqual([peacetime('2026-03-08').isWorking, peacetime('2026-03-08').why], [false, 'holiday']);
    assert.deepEqual([peacetime('2026-03-09').isWorking, peacetime('2026-03-09').why], [false, 'transfer']);
    assert.deepEqual(peacetime('2026-03-10'), { isWorking: true, why: 'weekday', name: null });
  });
  it('by the dated regime each date follows its own day', () => {
    assert.equal(ending('2026-05-08').isWorking, true);
    assert.equal(ending('2026-06-29').isWorking, true);
    assert.equal(ending('2026-07-15').isWorking, false);
  });
  const cityDays: SpecialDay[] = [
    { date: '2026-07-14', kind: 'extra_off', name },
    { date: '2026-07-18', kind: 'extra_work', name },
    { date: '2026-08-24', kind: 'extra_work', name },
  ];
  for (const isMartial of [true, false])
    it(`the city’s own days are stronger than any rule, ${isMartial ? 'in war' : 'in peace'}`, () => {
      const calendar = aCalendar(() => isMartial, cityDays);
      assert.deepEqual(calendar('2026-07-14'), { isWorking: false, why: 'extra_off', name });
      assert.deepEqual(calendar('2026-07-18'), { isWorking: true, why: 'extra_work', name });
      assert.deepEqual(calendar('2026-08-24'), { isWorking: true, why: 'extra_work', name });
      assert.equal(rollForward('2026-07-14', calendar), isMartial ? '2026-07-15' : '2026-07-16');
    });

  it('rolls over the longest rows of days off', () => {
    assert.equal(rollForward('2027-05-01', peacetime), '2027-05-05');
    assert.equal(rollBack('2027-05-04', peacetime), '2027-04-30');
    assert.equal(rollForward('2027-05-01', martial), '2027-05-03');
    assert.equal(rollForward('2024-05-04', peacetime), '2024-05-07');
  });
  it('counts working days from the day after', () => {
    assert.equal(addWorkingDays('2026-05-08', 1, martial), '2026-05-11');
    assert.equal(addWorkingDays('2026-05-09', 1, martial), '2026-05-11');
    assert.equal(addWorkingDays('2026-04-30', 1, peacetime), '2026-05-04');
    assert.equal(addWorkingDays('2026-05-09', 0, martial), '2026-05-09');
  });
  it('refuses to look beyond its dates', () => {
    for (const work of [
      () => martial('2100-01-01'),
      () => rollBack('2024-01-01', peacetime),
      () => addWorkingDays('2099-12-31', 1, martial),
      () => rollForward('2023-12-31', martial),
    ])
      assert.throws(work, OutsideCalendar);
  });

  const day = fc.integer({ min: 31, max: 27_000 }).map((n) => addCalendarDays(FIRST_DATE, n));
  for (const [title, calendar] of Object.entries(CALENDARS)) {
    it(`${title}: rolling ends on a working day, stays there, and skips none`, () => {
      fc.assert(
        fc.property(day, (date) => {
          const [next, last] = [rollForward(date, calendar), rollBack(date, calendar)];
          assert.ok(calendar(next).isWorking && calendar(last).isWorking);
          assert.deepEqual([rollForward(next, calendar), rollBack(last, calendar)], [next, last]);
          assert.ok(last <= date && date <= next);
          assert.equal(calendar(date).isWorking, next === last);
          if (next !== last) assert.equal(addWorkingDays(last, 1, calendar), next);
        }),
      );
    });
    it(`${title}: one more working day is always later, and they add up`, () => {
      fc.assert(
        fc.property(day, fc.nat(40), fc.nat(40), (date, a, b) => {
          const after = addWorkingDays(date, a, calendar);
          assert.ok(addWorkingDays(date, a + 1, calendar) > after);
          assert.equal(addWorkingDays(after, b, calendar), addWorkingDays(date, a + b, calendar));
        }),
      );
    });
  }
});
