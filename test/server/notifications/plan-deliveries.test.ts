import assert from 'node:assert/strict';
import { deliveriesOf, planDeliveries } from '#server/notifications/index.ts';
import { OutboxModel } from '#server/platform/outbox.ts';
import { setClock, useClock } from '../../support/clock.ts';
import { useDatabase } from '../../support/database.ts';
import { anEvent, aRecipient, ledgerOf, useTestAudience } from '../../support/texts.ts';

describe('notifications: planning the messages of an event', () => {
  useDatabase();
  useClock();
  before(useTestAudience);
  const pendingOf = async (rowId: string) => (await OutboxModel.findById(rowId).lean())?.pending;

  it('writes a row for each who is told and takes its name out of the outbox', async () => {
    const [one, two] = [aRecipient(), aRecipient()];
    const { rowId, subjectId } = await anEvent([one, two], { facts: { channel: 'phone' } });
    assert.deepEqual(await pendingOf(rowId), ['notifications']);
    await planDeliveries(rowId);
    const rows = await ledgerOf(subjectId);
    assert.deepEqual(
      rows.map(({ recipient, state }) => [recipient.id, state]),
      [
        [one.id, 'planned'],
        [two.id, 'planned'],
      ],
    );
    assert.deepEqual(rows[0]?.values, { number: '2600123452', due: null, result: 'resolved', link: '7KQ2M4P' });
    assert.deepEqual(await pendingOf(rowId), []);
  });

  it('does nothing the second time, nor when two do it at once', async () => {
    const { rowId, subjectId } = await anEvent([aRecipient()]);
    await Promise.all([planDeliveries(rowId), planDeliveries(rowId)]);
    await planDeliveries(rowId);
    assert.equal((await ledgerOf(subjectId)).length, 1);
  });

  it('keeps what is not told, and why', async () => {
    const unwilling = aRecipient({ wantsSms: false });
    const unproved = aRecipient({ hasVerifiedPhone: false });
    const { rowId, subjectId } = await anEvent([unwilling, unproved]);
    await planDeliveries(rowId);
    const rows = await ledgerOf(subjectId);
    assert.deepEqual(
      rows.map(({ state, dueAt, changes }) => [state, dueAt, changes[0]?.cause]),
      [
        ['suppressed', null, 'not-wanted'],
        ['suppressed', null, 'not-verified'],
      ],
    );
  });

  it('lets a text wait for the morning', async () => {
    setClock('2026-03-03T20:00:00Z');
    const { rowId, subjectId } = await anEvent([aRecipient()]);
    await planDeliveries(rowId);
    const [row] = await ledgerOf(subjectId);
    assert.deepEqual([row?.state, row?.notBefore], ['planned', new Date('2026-03-04T07:00:00Z')]);
  });

  it('tells nobody of an event whose rule says so', async () => {
    const { rowId, subjectId } = await anEvent([aRecipient()], { kind: 'test.assigned' });
    await planDeliveries(rowId);
    assert.deepEqual([await ledgerOf(subjectId), await pendingOf(rowId)], [[], []]);
  });

  it('suppresses a text whose facts are missing rather than send half of one', async () => {
    const { rowId, subjectId } = await anEvent([aRecipient()], { facts: { result: null } });
    await planDeliveries(rowId);
    const [row] = await ledgerOf(subjectId);
    assert.deepEqual([row?.state, row?.changes[0]?.cause], ['suppressed', 'facts-incomplete']);
  });

  it('shows a line for each message of a subject', async () => {
    const { rowId, subjectId } = await anEvent([aRecipient()]);
    await planDeliveries(rowId);
    const [line, ...more] = await deliveriesOf({ kind: 'test', id: subjectId });
    assert.deepEqual([line?.template, line?.state, more], ['appeal.answered', 'planned', []]);
    assert.ok(line?.at instanceof Date);
  });
});
