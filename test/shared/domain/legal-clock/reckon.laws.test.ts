import assert from 'node:assert/strict';
import fc from 'fast-check';
import { inKyiv } from '#shared/domain/legal-clock/kyiv-time.ts';
import { addCalendarDays, FIRST_DATE, OutsideCalendar } from '#shared/domain/legal-clock/legal-date.ts';
import { reckon, reckonHours } from '#shared/domain/legal-clock/reckon.ts';
import { DAY_RULES, type DayRuleId } from '#shared/domain/legal-clock/rules.ts';
import { aCalendar, CALENDARS, values } from '../../../support/legal-calendars.ts';

const ids = Object.keys(DAY_RULES) as DayRuleId[];
const name = { uk: 'розпорядження', en: 'order' };
const calendars = {
  ...CALENDARS,
  'with the city’s own days': aCalendar(
    (date) => date < '2030-01-01',
    [
      { date: '2026-07-14', kind: 'extra_off', name },
      { date: '2026-07-18', kind: 'extra_work', name },
    ],
  ),
};
/** Starts all over the calendar, half of them in the years in which the special cases lie. */
const start = fc
  .oneof(fc.integer({ min: 0, max: 27_600 }), fc.integer({ min: 0, max: 1500 }))
  .map((n) => addCalendarDays(FIRST_DATE, n));

for (const [title, calendar] of Object.entries(calendars))
  describe(`legal clock: what holds of every term, ${title}`, () => {
    for (const rule of ids) {
      const { kind } = DAY_RULES[rule].term(values);
      const roll = DAY_RULES[rule].roll(values);
      const of = (date: string) => reckon(rule, date, values, calendar);

      it(`${rule}: never ends sooner for a later start`, () => {
        fc.assert(
          fc.property(start, fc.integer({ min: 1, max: 40 }), (date, later) => {
            const [first, second] = [of(date), of(addCalendarDays(date, later))];
            for (const due of ['dueRaw', 'dueLegal', 'dueInternal'] as const)
              assert.ok(
                first[due] <= second[due],
                `${due} of ${date}: ${first[due]}, ${later} days on: ${second[due]}`,
              );
          }),
        );
      });
      it(`${rule}: its three dates stand as the law has them`, () => {
        fc.assert(
          fc.property(start, (date) => {
            const { dueRaw, dueLegal, dueInternal, receivedOn } = of(date);
            assert.equal(receivedOn, date);
            assert.ok(dueRaw > date && dueInternal <= dueRaw);
            if (roll === 'none') return assert.deepEqual([dueLegal, dueInternal], [dueRaw, dueRaw]);
            assert.ok(calendar(dueLegal).isWorking && calendar(dueInternal).isWorking);
            if (kind === 'workingDays') assert.deepEqual([dueLegal, dueInternal], [dueRaw, dueRaw]);
            if (roll === 'back') assert.equal(dueLegal, dueInternal);
            else assert.ok(dueLegal >= dueRaw);
            for (let day = addCalendarDays(dueInternal, 1); day < dueLegal; day = addCalendarDays(day, 1))
              assert.ok(!calendar(day).isWorking, `${day} lies between ${dueInternal} and ${dueLegal}`);
          }),
        );
      });
    }
    it('the cap of 45 days is never more than 45 days away', () => {
      fc.assert(
        fc.property(start, (date) => {
          assert.ok(reckon('appeal.max45', date, values, calendar).dueLegal <= addCalendarDays(date, 45));
        }),
      );
    });
    it('an answer without study is due before one with it', () => {
      fc.assert(
        fc.property(start, (date) => {
          const due = (rule: DayRuleId) => reckon(rule, date, values, calendar).dueLegal;
          assert.ok(due('appeal.forward') <= due('appeal.returnFormal'));
          assert.ok(due('appeal.days15') <= due('appeal.month'));
          assert.ok(due('deputy.answer') <= due('deputy.study'));
          assert.ok(due('info.answer') < due('info.extended'));
          assert.equal(due('info.answer'), due('info.extensionNotice'));
        }),
      );
    });
  });

describe('legal clock: peace never leaves less time than war', () => {
  for (const rule of ids.filter((id) => id !== 'appeal.max45'))
    it(rule, () => {
      fc.assert(
        fc.property(start, (date) => {
          const due = (name: 'martial' | 'peacetime') => reckon(rule, date, values, CALENDARS[name]).dueLegal;
          assert.ok(due('martial') <= due('peacetime'));
        }),
      );
    });
});

describe('legal clock: hours', () => {
  const moment = fc.integer({ min: 1, max: 30_000_000 }).map((n) => new Date(Date.UTC(2024, 0, 1) + n * 60_000));
  it('48 hours are 48 hours whatever the clocks of Kyiv do', () => {
    fc.assert(
      fc.property(moment, (at) => {
        const { dueRaw, dueLegal, dueInternal, dueLocal } = reckonHours('info.urgent', at, values);
        assert.equal(Date.parse(dueLegal) - at.getTime(), 48 * 3_600_000);
        assert.deepEqual([dueRaw, dueInternal, Date.parse(dueLocal)], [dueLegal, dueLegal, Date.parse(dueLegal)]);
        assert.equal(dueLocal, inKyiv(new Date(dueLegal)));
      }),
      { numRuns: 300 },
    );
  });
  it('are refused outside the calendar, at both ends', () => {
    const of = (at: string) => () => reckonHours('info.urgent', new Date(at), values);
    assert.throws(of('2023-12-31T23:59:00+02:00'), OutsideCalendar);
    assert.equal(of('2024-01-01T00:00:00+02:00')().dueLocal, '2024-01-03T00:00:00+02:00');
    assert.equal(of('2099-12-29T23:59:00+02:00')().dueLocal, '2099-12-31T23:59:00+02:00');
    assert.throws(of('2099-12-30T00:00:00+02:00'), OutsideCalendar);
  });
});

describe('legal clock: the ends of the calendar', () => {
  const { martial, peacetime } = CALENDARS;
  it('the first date can be a start', () => {
    assert.equal(reckon('appeal.forward', '2024-01-01', values, peacetime).dueLegal, '2024-01-08');
    assert.equal(reckon('petition.answerPublish', '2024-01-01', values, martial).dueLegal, '2024-01-02');
  });
  it('the last date can be an end', () => {
    assert.equal(reckon('appeal.days15', '2099-12-16', values, martial).dueLegal, '2099-12-31');
    assert.equal(reckon('petition.answerPublish', '2099-12-30', values, martial).dueLegal, '2099-12-31');
  });
  for (const rule of ids)
    it(`${rule} is refused where it starts before the calendar or ends after it`, () => {
      for (const date of ['2023-12-31', '1996-10-02', '2099-12-31', '2100-01-01'])
        assert.throws(() => reckon(rule, date, values, martial), OutsideCalendar, date);
    });
  it('is refused where only the rolling leaves the calendar', () => {
    const calendar = aCalendar(() => true, [{ date: '2099-12-31', kind: 'extra_off', name }]);
    assert.throws(() => reckon('appeal.days15', '2099-12-16', values, calendar), OutsideCalendar);
    assert.equal(reckon('petition.collection', '2099-09-30', values, calendar).dueLegal, '2099-12-30');
    assert.equal(reckon('appeal.max45', '2099-11-16', values, calendar).dueLegal, '2099-12-30');
  });
  it('a date that does not exist is a fault of the caller', () => {
    assert.throws(() => reckon('appeal.month', '2026-02-30', values, martial), RangeError);
    assert.throws(() => reckon('appeal.month', 'today', values, martial), RangeError);
  });
});
