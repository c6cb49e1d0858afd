import assert from 'node:assert/strict';
import { moderationAge, PETITION_QUEUES, QUEUE_STATUSES } from '#shared/domain/petition-queue.ts';
import { PETITION_STATUSES } from '#shared/domain/petition-workflow.ts';

describe('petitions: the lists of the desk', () => {
  it('show each state in one of them, save what its author has not sent', () => {
    const shown = PETITION_QUEUES.flatMap((queue) => QUEUE_STATUSES[queue]);
    assert.deepEqual([...shown, 'unconfirmed'].sort(), [...PETITION_STATUSES].sort());
  });
  it('say of a check that it ends today or on the next working day, also where that is a Monday', () => {
    const onTuesday = { today: '2026-03-03', nextWorkingDay: '2026-03-04' };
    const ages = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'].map((due) => moderationAge(due, onTuesday));
    assert.deepEqual(ages, ['overdue', 'nearly_overdue', 'nearly_overdue', 'new']);
    const onFriday = { today: '2026-03-06', nextWorkingDay: '2026-03-09' };
    assert.equal(moderationAge('2026-03-09', onFriday), 'nearly_overdue');
    assert.equal(moderationAge('2026-03-10', onFriday), 'new');
  });
});
