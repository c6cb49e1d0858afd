import assert from 'node:assert/strict';
import { aClaimedText, aSid, aText, deliveries } from '../../support/claimed-texts.ts';
import { passSeconds, setClock, useClock } from '../../support/clock.ts';
import { useDatabase } from '../../support/database.ts';
import { aRecipient, tell, useTestAudience } from '../../support/texts.ts';

describe('notifications: attempts at a text', () => {
  useDatabase();
  useClock();
  before(useTestAudience);

  it('hands a text to one attempt at a time, and dates every change', async () => {
    const { id, row } = await aText();
    const claims = await Promise.all([deliveries.claim(id), deliveries.claim(id), deliveries.claim(id)]);
    assert.deepEqual(
      claims.filter((claim) => claim !== 'held'),
      [
        {
          to: '+380671234567',
          text: 'Звернення 2600123452: вирішено. Відповідь: omr.gov.ua/c/7KQ2M4P',
          silentSince: null,
        },
      ],
    );
    const sid = aSid();
    await deliveries.accepted(id, sid);
    const { state, providerId, parts, dueAt, changes } = await row();
    assert.deepEqual([state, providerId, parts], ['accepted', sid, 1]);
    assert.equal(dueAt?.toISOString().slice(0, 16), '2026-03-03T08:10', 'asked after if no receipt comes');
    assert.deepEqual(
      changes.map((c) => [c.state, c.cause, c.at instanceof Date]),
      [
        ['planned', 'event', true],
        ['sending', 'attempt', true],
        ['accepted', 'provider', true],
      ],
    );
    assert.equal(await deliveries.claim(id), 'held');
  });

  it('lets go of a text that a busy provider did not take, for longer each time', async () => {
    const { id, row } = await aClaimedText();
    const waits: number[] = [];
    for (let attempt = 0; attempt < 3; attempt += 1) {
      if (attempt > 0) assert.ok(typeof (await deliveries.claim(id)) === 'object');
      await deliveries.notTaken(id, 'busy', 'twilio-20429');
      const { state, notBefore, changes } = await row();
      assert.equal(state, 'queued');
      waits.push(Math.round((notBefore.getTime() - (changes.at(-1)?.at.getTime() ?? 0)) / 1_000));
      assert.equal(await deliveries.claim(id), 'over', 'not before its time');
      passSeconds(waits.at(-1) ?? 0);
    }
    assert.deepEqual(waits, [5, 10, 20]);
  });

  it('gives up on a text that no provider took for a day', async () => {
    const { id, row } = await aClaimedText();
    passSeconds(24 * 3_600 + 1);
    await deliveries.notTaken(id, 'busy', 'twilio-20429');
    assert.equal((await row()).state, 'failed');
  });

  it('ends with a refusal at once', async () => {
    const { id, row } = await aClaimedText();
    await deliveries.notTaken(id, 'refused', 'twilio-21614');
    const { state, changes, dueAt } = await row();
    assert.deepEqual([state, changes.at(-1)?.cause, dueAt], ['failed', 'twilio-21614', null]);
    assert.equal(await deliveries.claim(id), 'over');
  });

  it('suppresses a text whose addressee turned texts off meanwhile', async () => {
    const person = aRecipient();
    const { id, subjectId, row } = await aText(person);
    tell(subjectId, { ...person, wantsSms: false });
    assert.equal(await deliveries.claim(id), 'over');
    const { state, changes } = await row();
    assert.deepEqual([state, changes.at(-1)?.cause], ['suppressed', 'not-wanted']);
  });

  it('lets a text that was late in the queue wait for the morning', async () => {
    const { id, row } = await aText();
    setClock('2026-03-03T19:30:00Z');
    assert.equal(await deliveries.claim(id), 'over');
    const { notBefore, dueAt } = await row();
    const nine = new Date('2026-03-04T07:00:00Z');
    assert.deepEqual([notBefore, dueAt], [nine, nine]);
    setClock('2026-03-04T07:00:00Z');
    assert.ok(typeof (await deliveries.claim(id)) === 'object');
  });

  it('fails a text whose addressee is gone, with the cause', async () => {
    const { id, row } = await aText({ ...aRecipient(), id: 'f'.repeat(24) });
    assert.equal(await deliveries.claim(id), 'over');
    const { state, changes } = await row();
    assert.deepEqual([state, changes.at(-1)?.cause], ['failed', 'addressee-gone']);
  });
});
