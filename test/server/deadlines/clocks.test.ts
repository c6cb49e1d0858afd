import assert from 'node:assert/strict';
import { type Clock, governingDate, isOverdue, startClock, turnClocks } from '#server/deadlines/index.ts';
import { Problem } from '#server/platform/problem.ts';
import { useClock } from '../../support/clock.ts';
import { setCalendar } from '../../support/legal-calendars.ts';

const month: Clock = {
  rule: 'appeal.month',
  startedOn: '2026-03-02',
  dueRaw: '2026-04-02',
  dueLegal: '2026-04-02',
  dueInternal: '2026-04-02',
  metOn: null,
  extendedFrom: null,
  ofCaseId: null,
};

describe('deadlines: the clocks of a subject', () => {
  useClock();
  beforeEach(() => setCalendar());

  it('a clock starts with the dates of its rule by the dated calendar', () => {
    assert.deepEqual(startClock('appeal.month', '2026-03-02'), month);
    const { dueRaw, dueLegal, dueInternal } = startClock('appeal.month', '2026-03-18');
    assert.deepEqual([dueRaw, dueLegal, dueInternal], ['2026-04-18', '2026-04-20', '2026-04-17']);
  });
  it('a start that no calendar knows is refused', () => {
    for (const date of ['2023-12-31', '2099-12-31'])
      assert.throws(
        () => startClock('appeal.month', date),
        (error) => error instanceof Problem && error.code === 'date.outside-calendar',
      );
  });
  it('a move without effect leaves them alone', () => {
    assert.deepEqual(turnClocks([month], 'none', { today: '2026-03-10' }), [month]);
    assert.deepEqual(turnClocks([], 'met', { today: '2026-03-10' }), []);
  });
  it('an answer meets them today, and what was met stays met when it was', () => {
    const met = { ...month, metOn: '2026-03-05' };
    const after = turnClocks([met, month], 'met', { today: '2026-03-10' }).map(({ metOn }) => metOn);
    assert.deepEqual(after, ['2026-03-05', '2026-03-10']);
  });
  it('a reopened case gets a new term from today by the rule of the last', () => {
    const met = { ...month, metOn: '2026-03-05' };
    const [first, second, ...more] = turnClocks([met], 'anew', { today: '2026-03-10' });
    assert.deepEqual([first, more], [met, []]);
    assert.deepEqual(second, startClock('appeal.month', '2026-03-10'));
    assert.deepEqual(turnClocks([], 'anew', { today: '2026-03-10' }), []);
  });
  it('turning never changes the clocks it was given', () => {
    const clocks = Object.freeze([Object.freeze({ ...month })]);
    for (const effect of ['none', 'met', 'anew'] as const) turnClocks(clocks, effect, { today: '2026-03-10' });
    assert.deepEqual(clocks, [month]);
  });
  it('the soonest clock that is not met governs', () => {
    const later = startClock('appeal.max45', '2026-03-02');
    const sooner = startClock('appeal.forward', '2026-03-02');
    assert.equal(governingDate([later, month, sooner]), '2026-03-09');
    assert.equal(governingDate([later, month, { ...sooner, metOn: '2026-03-05' }]), '2026-04-02');
    assert.equal(governingDate([{ ...month, metOn: '2026-03-05' }]), null);
    assert.equal(governingDate([]), null);
  });
  it('is overdue from the day after, and never without a date', () => {
    assert.equal(isOverdue('2026-04-02', '2026-04-01'), false);
    assert.equal(isOverdue('2026-04-02', '2026-04-02'), false);
    assert.equal(isOverdue('2026-04-02', '2026-04-03'), true);
    assert.equal(isOverdue(null, '2026-04-03'), false);
  });
});
