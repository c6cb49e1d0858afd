import assert from 'node:assert/strict';
import { planDeliveries } from '#server/notifications/index.ts';
import { useClock } from '../../support/clock.ts';
import { useDatabase } from '../../support/database.ts';
import { anEvent, aRecipient, ledgerOf, useTestAudience } from '../../support/texts.ts';

describe('notifications: several of a kind within a minute', () => {
  useDatabase();
  useClock();
  before(useTestAudience);
  /** Two prolongations of one case to two people, and how their rows stand after they were planned in this order. */
  async function prolonged(order: readonly (0 | 1)[]) {
    const people = [aRecipient(), aRecipient({ hasEmail: true })];
    const kind = 'test.extended' as const;
    const first = await anEvent(people, { kind, facts: { dueOn: '2026-04-02' } });
    const second = await anEvent(people, { kind, facts: { dueOn: '2026-04-12' }, subjectId: first.subjectId });
    for (const nth of order) await planDeliveries((nth === 0 ? first : second).rowId);
    const rows = await ledgerOf(first.subjectId);
    return rows
      .map(({ channel, values, state, changes }) => [channel, values.due, state, changes.at(-1)?.cause].join(' '))
      .sort();
  }

  const AS_ONE = [
    'email 2026-04-02 suppressed superseded',
    'email 2026-04-12 planned gathering',
    'sms 2026-04-02 suppressed superseded',
    'sms 2026-04-12 planned gathering',
  ];
  it('are told as one, by the last of them', async () => {
    assert.deepEqual(await prolonged([0, 1]), AS_ONE);
  });
  it('also where the later one was planned first', async () => {
    assert.deepEqual(await prolonged([1, 0]), AS_ONE);
  });
  it('wait a minute for each other, and no longer', async () => {
    const { rowId, subjectId } = await anEvent([aRecipient()], { kind: 'test.extended' });
    await planDeliveries(rowId);
    const [row] = await ledgerOf(subjectId);
    assert.equal((row?.notBefore.getTime() ?? 0) - (row?.changes[0]?.at.getTime() ?? 0), 60_000);
    assert.deepEqual(row?.dueAt, row?.notBefore);
  });
});
