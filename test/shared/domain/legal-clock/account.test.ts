import assert from 'node:assert/strict';
import fc from 'fast-check';
import { accountOf, accountOfHours, type Step } from '#shared/domain/legal-clock/account.ts';
import { addCalendarDays, FIRST_DATE } from '#shared/domain/legal-clock/legal-date.ts';
import { reckon, reckonHours } from '#shared/domain/legal-clock/reckon.ts';
import { DAY_RULES, type DayRuleId } from '#shared/domain/legal-clock/rules.ts';
import { CALENDARS, values } from '../../../support/legal-calendars.ts';

const { martial, peacetime } = CALENDARS;
const of = (rule: DayRuleId, start: string, calendar = martial): Step[] =>
  accountOf(reckon(rule, start, values, calendar), values, calendar);
const step = <Kind extends Step['kind']>(steps: Step[], kind: Kind) =>
  steps.find((s): s is Extract<Step, { kind: Kind }> => s.kind === kind);

describe('legal clock: how a term was counted', () => {
  it('a term that ends on an ordinary day has nothing more to tell', () => {
    assert.deepEqual(of('appeal.days15', '2026-03-02'), [
      { kind: 'nextDay', date: '2026-03-03' },
      { kind: 'term', term: { kind: 'calendarDays', amount: 15 } },
    ]);
  });
  it('a month without that day says so', () => {
    const steps = of('appeal.month', '2026-01-31');
    assert.deepEqual(step(steps, 'shorterMonth')?.date, '2026-02-28');
    const from = { date: '2026-02-28', name: null };
    assert.deepEqual(step(steps, 'rolled'), { kind: 'rolled', direction: 'forward', from, to: '2026-03-02' });
    assert.equal(step(steps, 'internal')?.date, '2026-02-27');
  });
  it('names the holiday over which a term rolls', () => {
    const rolled = step(of('appeal.month', '2026-07-24', peacetime), 'rolled');
    assert.deepEqual([rolled?.from.date, rolled?.from.name?.uk], ['2026-08-24', 'День незалежності України']);
  });
  it('names the holiday that is worked in war', () => {
    const [worked] = step(of('appeal.month', '2026-07-24'), 'worked')?.days ?? [];
    assert.deepEqual([worked?.date, worked?.name?.en], ['2026-08-24', 'Independence Day of Ukraine']);
  });
  it('the cap rolls back and needs no earlier day for the executors', () => {
    const steps = of('appeal.max45', '2026-03-04');
    assert.deepEqual([step(steps, 'rolled')?.direction, step(steps, 'internal')], ['back', undefined]);
  });
  it('names the days off that were passed over, not the weekends', () => {
    const over = step(of('info.answer', '2026-04-30', peacetime), 'passedOver')?.days.map(({ date }) => date);
    assert.deepEqual(over, ['2026-05-01', '2026-05-08']);
    assert.equal(step(of('info.answer', '2026-04-30', peacetime), 'worked'), undefined);
    const worked = step(of('info.answer', '2026-04-30'), 'worked')?.days.map(({ date }) => date);
    assert.deepEqual(worked, ['2026-05-01']);
  });
  it('signatures stay where they end', () => {
    const kinds = of('petition.collection', '2026-11-30').map(({ kind }) => kind);
    assert.deepEqual(kinds, ['nextDay', 'term', 'shorterMonth', 'stays']);
  });
  it('hours tell of moved clocks, and only then', () => {
    const at = (moment: string) => accountOfHours(reckonHours('info.urgent', new Date(moment), values), values);
    assert.equal(step(at('2026-03-28T10:00+02:00'), 'clocksMoved')?.minutes, 60);
    assert.equal(step(at('2026-10-24T10:00+03:00'), 'clocksMoved')?.minutes, -60);
    assert.deepEqual(at('2026-07-01T10:00+03:00'), [
      { kind: 'atOnce' },
      { kind: 'term', term: { kind: 'hours', amount: 48 } },
    ]);
  });
  it('tells each kind of step once, and of a roll exactly where the law and the count differ', () => {
    const start = fc.integer({ min: 0, max: 2500 }).map((n) => addCalendarDays(FIRST_DATE, n));
    const rule = fc.constantFrom(...(Object.keys(DAY_RULES) as DayRuleId[]));
    const calendar = fc.constantFrom(martial, peacetime);
    fc.assert(
      fc.property(start, rule, calendar, (date, id, days) => {
        const answer = reckon(id, date, values, days);
        const kinds = accountOf(answer, values, days).map(({ kind }) => kind);
        assert.equal(new Set(kinds).size, kinds.length);
        assert.equal(kinds.includes('rolled'), answer.dueLegal !== answer.dueRaw);
        assert.equal(kinds.includes('internal'), answer.dueInternal !== answer.dueLegal);
      }),
      { numRuns: 500 },
    );
  });
});
