import assert from 'node:assert/strict';
import { takeReceipt } from '#server/notifications/commands/take-receipt.ts';
import { DeliveryModel } from '#server/notifications/delivery.model.ts';
import { keptByProvider, noteForgotten, planDeliveries } from '#server/notifications/index.ts';
import { now } from '#server/platform/clock.ts';
import { aClaimedText, aSid, deliveries } from '../../support/claimed-texts.ts';
import { passSeconds, useClock } from '../../support/clock.ts';
import { useDatabase } from '../../support/database.ts';
import { anEvent, aRecipient, tell, useTestAudience } from '../../support/texts.ts';

describe('notifications: what is heard of a text that was handed over', () => {
  useDatabase();
  useClock();
  before(useTestAudience);

  it('asks after a text without a receipt four times, longer apart each time, and hears what the provider says', async () => {
    const { id, row } = await aClaimedText();
    const sid = aSid();
    await deliveries.accepted(id, sid);
    const waits: number[] = [];
    for (;;) {
      const { dueAt } = await row();
      if (!dueAt) break;
      assert.equal(await deliveries.claim(id), 'held', 'not before its time');
      waits.push(Math.round((dueAt.getTime() - now().getTime()) / 60_000));
      passSeconds((dueAt.getTime() - now().getTime()) / 1_000 + 1);
      const claims = await Promise.all([deliveries.claim(id), deliveries.claim(id)]);
      assert.deepEqual(
        claims.filter((claim) => claim !== 'held'),
        [{ unreceipted: sid }],
      );
    }
    assert.deepEqual(waits, [10, 60, 360, 1440]);
    await deliveries.reported(id, sid, { state: 'sent', errorCode: null });
    assert.equal((await row()).state, 'sent');
    await deliveries.reported(id, sid, { state: 'undelivered', errorCode: '30003' });
    const { state, changes, dueAt } = await row();
    assert.deepEqual([state, changes.at(-1)?.cause, dueAt], ['undelivered', 'receipt-30003', null]);
  });

  it('has the provider forget a text of which nothing more is to be heard', async () => {
    const [open, over, old] = [await aClaimedText(), await aClaimedText(), await aClaimedText()];
    const sids = [aSid(), aSid(), aSid()] as const;
    for (const [n, { id }] of [open, over, old].entries()) await deliveries.accepted(id, sids[n] ?? '');
    await takeReceipt({ deliveryId: over.id, providerId: sids[1], state: 'delivered', errorCode: null });
    assert.deepEqual(
      (await keptByProvider(10)).filter(({ id }) => [open.id, over.id].includes(id)),
      [{ id: over.id, providerId: sids[1] }],
    );
    await noteForgotten([over.id]);
    passSeconds(3 * 86_400 + 1);
    const kept = (await keptByProvider(50)).map(({ id }) => id);
    assert.deepEqual(
      [open.id, over.id, old.id].map((id) => kept.includes(id)),
      [true, false, true],
    );
  });

  it('asks after a silence twice, a minute apart, and never sends again', async () => {
    const { id, row } = await aClaimedText();
    const since = (await row()).claimedAt;
    await deliveries.silent(id, 'no-answer');
    for (const answer of ['ask again', 'unknown']) {
      assert.equal(await deliveries.claim(id), 'held');
      passSeconds(61);
      const claim = await deliveries.claim(id);
      assert.deepEqual(typeof claim === 'object' && 'silentSince' in claim && claim.silentSince, since);
      assert.equal(await deliveries.notListed(id), answer);
    }
    assert.equal((await row()).state, 'unknown');
    passSeconds(3_600);
    assert.equal(await deliveries.claim(id), 'over');
  });

  it('does the same after an attempt that died without a word', async () => {
    const { id } = await aClaimedText();
    passSeconds(61);
    const claims = await Promise.all([deliveries.claim(id), deliveries.claim(id)]);
    assert.equal(
      claims.filter((claim) => typeof claim === 'object' && 'silentSince' in claim && claim.silentSince).length,
      1,
    );
    const sid = aSid();
    assert.equal(await deliveries.found(id, sid), true);
  });

  it('never counts one message of the provider to two deliveries', async () => {
    const [mine, twin] = [await aClaimedText(), await aClaimedText()];
    const sid = aSid();
    await deliveries.accepted(twin.id, sid);
    assert.equal(await deliveries.found(mine.id, sid), false);
    assert.equal(await mine.state(), 'sending');
  });

  it('takes no message for its own while a text in the same words has an open fate too', async () => {
    const mine = await aClaimedText();
    const { rowId } = await anEvent([aRecipient()]);
    await planDeliveries(rowId);
    const other = await DeliveryModel.findOneAndUpdate({ eventId: rowId }, { 'subject.id': mine.subjectId }).orFail();
    const twin = String(other._id);
    assert.equal(await mine.state(), 'sending');
    tell(mine.subjectId, aRecipient(), { ...aRecipient(), id: other.recipient.id });
    assert.equal(typeof (await deliveries.claim(twin)), 'object');
    await deliveries.silent(twin, 'no-answer');

    const sid = aSid(); // the twin's, as its receipt will say
    assert.equal(await deliveries.found(mine.id, sid), false);
    assert.equal(await mine.state(), 'sending');
    await takeReceipt({ deliveryId: twin, providerId: sid, state: 'delivered', errorCode: null });
    assert.equal(await deliveries.found(mine.id, sid), false, 'now it is known to be the twin’s');
    assert.equal(await deliveries.found(mine.id, aSid()), true);
  });

  it('is not kept from its message by one in the same words that fell silent long before', async () => {
    const old = await aClaimedText();
    for (let asked = 0; asked < 2; asked += 1) await deliveries.notListed(old.id);
    passSeconds(3_600);
    const { id, row } = await aClaimedText();
    await DeliveryModel.updateOne({ _id: old.id }, { subject: (await row()).subject });
    assert.equal(await deliveries.found(id, aSid()), true);
  });

  it('takes receipts in any order, each as often as it comes, and only ever moves on', async () => {
    const { id, state } = await aClaimedText();
    const providerId = aSid();
    await deliveries.accepted(id, providerId);
    const seen: string[] = [];
    for (const told of ['sent', 'accepted', 'delivered', 'sent', 'failed', 'delivered'] as const) {
      await takeReceipt({ deliveryId: id, providerId, state: told, errorCode: null });
      seen.push(await state());
    }
    assert.deepEqual(seen, ['sent', 'sent', 'delivered', 'delivered', 'delivered', 'delivered']);
  });

  it('settles by a receipt what fell silent, also after nobody knew', async () => {
    const [silent, lost] = [await aClaimedText(), await aClaimedText()];
    await deliveries.silent(silent.id, 'no-answer');
    for (let asked = 0; asked < 2; asked += 1) await deliveries.notListed(lost.id);
    assert.equal(await lost.state(), 'unknown');
    for (const { id, row } of [silent, lost]) {
      const providerId = aSid();
      await takeReceipt({ deliveryId: id, providerId, state: 'undelivered', errorCode: '30003' });
      const settled = await row();
      assert.deepEqual(
        [settled.state, settled.providerId, settled.dueAt, settled.changes.at(-1)?.cause],
        ['undelivered', providerId, null, 'receipt-30003'],
      );
    }
  });

  it('keeps a receipt that came before the provider’s own answer', async () => {
    const { id, row } = await aClaimedText();
    const providerId = aSid();
    await takeReceipt({ deliveryId: id, providerId, state: 'delivered', errorCode: null });
    await deliveries.accepted(id, providerId);
    const { state, providerId: kept } = await row();
    assert.deepEqual([state, kept], ['delivered', providerId]);
  });

  it('lets go of receipts for no row and for another message', async () => {
    const { id, state } = await aClaimedText();
    await deliveries.accepted(id, aSid());
    await takeReceipt({ deliveryId: id, providerId: aSid(), state: 'delivered', errorCode: null });
    await takeReceipt({ deliveryId: 'e'.repeat(24), providerId: aSid(), state: 'delivered', errorCode: null });
    assert.equal(await state(), 'accepted');
  });
});
