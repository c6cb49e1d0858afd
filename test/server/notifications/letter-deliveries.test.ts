import assert from 'node:assert/strict';
import {
  type Letter,
  letterDeliveriesIn,
  letterWording,
  personLetters,
  planDeliveries,
  type Recipient,
  useLetterWriter,
} from '#server/notifications/index.ts';
import { passSeconds, setClock, useClock } from '../../support/clock.ts';
import { useDatabase } from '../../support/database.ts';
import { anEvent, aReader, aRecipient, emailOf, ledgerOf, tell, useTestAudience } from '../../support/texts.ts';

const MINUTE_S = 60;
const publicUrl = 'https://omr.gov.ua';

describe('notifications: the ledger of letters', () => {
  useDatabase();
  useClock();
  before(() => {
    useTestAudience();
    useLetterWriter(
      'person',
      personLetters({ publicUrl, emailOf, answerFor: async () => null, letterLinkFor: async () => null }),
    );
  });
  const deliveries = letterDeliveriesIn(letterWording(publicUrl));
  const aLetter = async (recipient: Recipient = aReader('olena@city.example')) => {
    const { rowId, subjectId } = await anEvent([recipient]);
    await planDeliveries(rowId);
    const row = async () => (await ledgerOf(subjectId))[0] ?? assert.fail('no row');
    return { id: String((await row())._id), recipient, subjectId, row };
  };
  const claim = async (id: string): Promise<Letter> => {
    const claimed = await deliveries.claim(id);
    return typeof claimed === 'object' ? claimed : assert.fail(claimed);
  };

  it('plans one message for each, by the way that is theirs', async () => {
    const [reader, caller] = [aReader('olena@city.example'), aRecipient()];
    const { rowId, subjectId } = await anEvent([reader, caller]);
    await planDeliveries(rowId);
    assert.deepEqual(
      (await ledgerOf(subjectId)).map(({ recipient, channel, state }) => [recipient.id, channel, state]),
      [
        [reader.id, 'email', 'planned'],
        [caller.id, 'sms', 'planned'],
      ],
    );
  });
  it('plans nothing for those whose way has no words for the event', async () => {
    const [reader, caller] = [aReader('olena@city.example'), aRecipient()];
    const { rowId, subjectId } = await anEvent([reader, caller], { kind: 'test.filed' });
    await planDeliveries(rowId);
    assert.deepEqual(
      (await ledgerOf(subjectId)).map(({ recipient, template, values }) => [recipient.id, template, values.due]),
      [[reader.id, 'appeal.filed', '2026-04-02']],
    );
  });
  it('hands a letter to one attempt at a time, and is done with it when it is sent', async () => {
    const { id, row } = await aLetter();
    const claims = await Promise.all([deliveries.claim(id), deliveries.claim(id), deliveries.claim(id)]);
    const [letter, ...more] = claims.filter((claimed) => typeof claimed === 'object');
    assert.deepEqual([letter?.to, more], ['olena@city.example', []]);
    await deliveries.sent(id);
    const { state, parts, dueAt, providerId, changes } = await row();
    assert.deepEqual([state, parts, dueAt, providerId], ['sent', null, null, null]);
    assert.deepEqual(
      changes.map((change) => `${change.state} ${change.cause}`),
      ['planned event', 'sending attempt', 'sent provider'],
    );
    assert.equal(await deliveries.claim(id), 'over');
  });
  it('lets a letter wait that was not taken, and gives it up after five days', async () => {
    const { id, row } = await aLetter();
    await claim(id);
    await deliveries.notTaken(id, 'busy', 'smtp-451');
    assert.equal((await row()).state, 'queued');
    assert.equal(await deliveries.claim(id), 'over', 'not before its time');
    passSeconds(4 * 24 * 3_600);
    await claim(id);
    await deliveries.notTaken(id, 'busy', 'no-connection');
    assert.equal((await row()).state, 'queued');
    passSeconds(24 * 3_600 + 1);
    await claim(id);
    await deliveries.notTaken(id, 'busy', 'no-connection');
    assert.equal((await row()).state, 'failed');
  });
  it('ends with a refusal at once', async () => {
    const { id, row } = await aLetter();
    await claim(id);
    await deliveries.notTaken(id, 'refused', 'smtp-550');
    const { state, dueAt, changes } = await row();
    assert.deepEqual([state, dueAt, changes.at(-1)?.cause], ['failed', null, 'smtp-550']);
  });
  it('lists a letter whose fate nobody knows, and never sends it again', async () => {
    const { id, row } = await aLetter();
    await claim(id);
    await deliveries.lost(id, 'no-answer');
    const { state, dueAt, changes } = await row();
    assert.deepEqual([state, dueAt, changes.at(-1)?.cause], ['unknown', null, 'no-answer']);
    passSeconds(7 * 24 * 3_600);
    assert.equal(await deliveries.claim(id), 'over');
  });
  it('does the same after an attempt that died without a word, and hears one that was only slow', async () => {
    const { id, row } = await aLetter();
    await claim(id);
    passSeconds(9 * MINUTE_S);
    assert.equal(await deliveries.claim(id), 'held');
    passSeconds(2 * MINUTE_S);
    assert.equal(await deliveries.claim(id), 'over');
    assert.deepEqual([(await row()).state, (await row()).changes.at(-1)?.cause], ['unknown', 'no-report']);
    await deliveries.sent(id);
    assert.equal((await row()).state, 'sent');
  });
  it('suppresses a letter whose addressee put the case away meanwhile', async () => {
    const { id, recipient, subjectId, row } = await aLetter();
    tell(subjectId, { ...recipient, hasEmail: false });
    assert.equal(await deliveries.claim(id), 'over');
    const { state, changes } = await row();
    assert.deepEqual([state, changes.at(-1)?.cause], ['suppressed', 'no-address']);
  });
  it('sends in the night, when texts wait', async () => {
    setClock('2026-03-03T23:00:00Z');
    const { id } = await aLetter();
    assert.equal((await claim(id)).subject, 'Відповідь на звернення 2600123452');
  });
  it('keeps neither the address nor the words', async () => {
    const { id, row } = await aLetter(aReader('secret.mailbox@city.example'));
    await claim(id);
    assert.doesNotMatch(JSON.stringify(await row()), /secret|mailbox|звернення/i);
  });
});
