import assert from 'node:assert/strict';
import { Types } from 'mongoose';
import { DeliveryModel } from '#server/notifications/delivery.model.ts';
import { planDeliveries } from '#server/notifications/index.ts';
import { PersonModel } from '#server/people/person.model.ts';
import { OutboxModel } from '#server/platform/outbox.ts';
import { sealContact } from '#server/platform/secrets.ts';
import { audienceOfCase } from '#server/register/index.ts';
import { useCity } from '../../support/api.ts';
import { aDraft } from '../../support/appeals.ts';
import { useClock } from '../../support/clock.ts';

describe('register: people whom no text can reach', () => {
  useClock();
  const city = useCity();
  const file = async (contact: object, consents: object): Promise<string> => {
    const { status, body } = await city.api.post('/api/v1/appeals', aDraft({ contact, consents }));
    assert.equal(status, 201);
    return body.id;
  };
  /** An operator registers it, which whoever filed by phone would be told of by text. */
  const plannedFor = async (id: string) => {
    const staff = await city.staff('operator');
    await OutboxModel.updateMany({ 'subject.id': id }, { $set: { pending: [] } });
    await staff.post(`/api/v1/register/${id}/register`, { expectedVersion: 1, questionGroup: 9 });
    const row = await OutboxModel.findOne({ 'subject.id': id, kind: 'appeal.registered' }).lean();
    assert.ok(row);
    await OutboxModel.updateOne({ _id: row._id }, { $set: { 'facts.channel': 'phone', pending: ['notifications'] } });
    await planDeliveries(String(row._id));
    const rows = await DeliveryModel.find({ 'subject.id': id }).lean();
    return rows.map(({ channel, state, dueAt, changes }) => [channel, state, dueAt, changes[0]?.cause]);
  };

  it('are told so where a code is asked for, before anything is queued', async () => {
    for (const [phone, code] of [
      ['048 222 33 44', 'phone.not-mobile'],
      ['+48 601 234 567', 'phone.foreign'],
    ] as const) {
      const { status, body } = await city.api.post('/api/v1/phone-codes', { phone });
      assert.deepEqual([status, body.errors.map((error: { code: string }) => error.code)], [422, [code]]);
    }
    assert.equal(await OutboxModel.countDocuments({ kind: 'identity.code-requested' }), 0);
  });

  it('are told so where they ask for texts', async () => {
    const { status, body } = await city.api.post(
      '/api/v1/appeals',
      aDraft({ contact: { landline: '048 222 33 44' }, consents: { sms: true, publication: false } }),
    );
    assert.deepEqual([status, body.errors[0].path, body.errors[0].code], [422, 'contact.phone', 'contact.for-sms']);
  });

  it('have no text planned that could be sent, also where only another country can be rung', async () => {
    for (const [landline, cause] of [
      ['048 222 33 44', 'landline'],
      ['+48 601 234 567', 'foreign'],
    ] as const) {
      const id = await file({ landline }, {});
      assert.deepEqual(await plannedFor(id), [['sms', 'suppressed', null, cause]]);
    }
  });

  it('have none planned either where such a number got in by another way and counts as proved', async () => {
    for (const [number, cause] of [
      ['+380482223344', 'landline'],
      ['+48601234567', 'foreign'],
    ] as const) {
      const id = await file({ phone: '067 123 45 67' }, { sms: true, publication: false });
      const [recipient] = await audienceOfCase(id);
      assert.equal(recipient?.noTexts, null);
      const personId = recipient?.id ?? '';
      await PersonModel.updateOne(
        { _id: new Types.ObjectId(personId) },
        { $set: { phone: sealContact(number, personId), phoneVerifiedAt: new Date() } },
      );
      assert.deepEqual(await plannedFor(id), [['sms', 'suppressed', null, cause]]);
    }
  });
});
