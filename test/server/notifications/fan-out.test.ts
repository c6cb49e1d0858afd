import assert from 'node:assert/strict';
import { planDeliveries, useAudience } from '#server/notifications/index.ts';
import { OutboxModel } from '#server/platform/outbox.ts';
import { useClock } from '../../support/clock.ts';
import { useDatabase } from '../../support/database.ts';
import { anEvent, aRecipient, ledgerOf, tell, useTestAudience } from '../../support/texts.ts';

const many = (n: number) => Array.from({ length: n }, () => aRecipient());

describe('notifications: planning for many', () => {
  useDatabase();
  useClock();
  before(useTestAudience);
  const rowOf = (rowId: string) => OutboxModel.findById(rowId).lean();
  const told = async (subjectId: string) => (await ledgerOf(subjectId)).map(({ recipient }) => recipient.id);

  for (const people of [249, 250, 251, 1_300])
    it(`tells each of ${people} once`, async () => {
      const recipients = many(people);
      const { rowId, subjectId } = await anEvent(recipients);
      await planDeliveries(rowId);
      await planDeliveries(rowId);
      assert.deepEqual((await told(subjectId)).sort(), recipients.map(({ id }) => id).sort());
      assert.deepEqual((await rowOf(rowId))?.pending, []);
    });

  it('goes on where it stood when it was cut off, and tells nobody twice', async () => {
    const recipients = many(1_200);
    const { rowId, subjectId } = await anEvent(recipients);
    useAudience('test', async (_, { after, most }) => {
      if (after) throw new Error('cut off here');
      return recipients.slice(0, most);
    });
    await assert.rejects(planDeliveries(rowId), /cut off here/);
    useTestAudience();
    assert.equal((await told(subjectId)).length, 250);
    const begun = await rowOf(rowId);
    assert.deepEqual([begun?.pending, begun?.reached], [['notifications'], recipients[249]?.id]);
    await planDeliveries(rowId);
    assert.deepEqual((await told(subjectId)).sort(), recipients.map(({ id }) => id).sort());
  });

  it('tells each once when several plan the same, and those who come in meanwhile where it has not been yet', async () => {
    const recipients = many(1_700);
    const { rowId, subjectId } = await anEvent(recipients.slice(0, 1_600));
    const planning = [1, 2, 3].map(() => planDeliveries(rowId));
    tell(subjectId, ...recipients);
    await Promise.all(planning);
    assert.deepEqual((await told(subjectId)).sort(), recipients.map(({ id }) => id).sort());
    assert.deepEqual((await rowOf(rowId))?.pending, []);
  });
});
