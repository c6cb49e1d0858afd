import assert from 'node:assert/strict';
import { codeMessage, RoleModel } from '#server/identity/index.ts';
import { takeReceipt } from '#server/notifications/commands/take-receipt.ts';
import { DeliveryModel } from '#server/notifications/delivery.model.ts';
import { planDeliveries, textDeliveriesIn } from '#server/notifications/index.ts';
import { database } from '#server/platform/database.ts';
import { postal } from '#server/platform/migrations/0013-postal.ts';
import { OutboxModel } from '#server/platform/outbox.ts';
import { CaseModel } from '#server/register/case.model.ts';
import { partByLink, switchSms } from '#server/register/index.ts';
import { ParticipantModel } from '#server/register/participant.model.ts';
import { hearFates } from '#workers/fates/index.ts';
import { type Api, useCity } from '../../support/api.ts';
import { aDraft } from '../../support/appeals.ts';
import { passSeconds, useClock } from '../../support/clock.ts';

const DAY_S = 86_400;

describe('register: cases whose applicant cannot be reached', () => {
  useClock();
  const city = useCity();
  let operator: Api;
  let last = 2_000_000;
  const aPhone = () => {
    last += 1;
    return `+38067${last}`;
  };
  beforeEach(async () => {
    operator = await city.staff('operator');
    await Promise.all([CaseModel.deleteMany({}), DeliveryModel.deleteMany({}), OutboxModel.deleteMany({})]);
  });
  const file = async (contact: object, over: object = {}) =>
    (await city.api.post('/api/v1/appeals', aDraft({ contact, ...over }))).body as { id: string };
  const inView = async (view: string) => {
    const { body } = await operator.get(`/api/v1/register?view=${view}`);
    assert.equal(body.counts[view], body.total);
    return body.items.map(({ id }: { id: string }) => id);
  };
  const prove = async (phone: string) => {
    const { codeId } = (await city.api.post('/api/v1/phone-codes', { phone })).body;
    const { code } = (await codeMessage(codeId)) ?? assert.fail('no code');
    assert.equal((await city.api.post('/api/v1/sessions', { codeId, code })).status, 201);
  };

  it('are in a view once a day has gone by without a code, until the code comes, in every case of that phone (design)', async () => {
    const [phone, other] = [aPhone(), aPhone()];
    const { id } = await file({ phone });
    const again = await file({ phone });
    const stranger = await file({ phone: other });
    await file({ postal: '65000, м. Одеса, вул. Софіївська, 8' }, { consents: {}, replyBy: 'post' });
    assert.deepEqual(await inView('unproved'), []);
    passSeconds(DAY_S + 60); // lists know the time to the minute
    operator = await city.staff('operator');
    assert.deepEqual((await inView('unproved')).sort(), [id, again.id, stranger.id].sort());
    await prove(phone);
    assert.deepEqual(await inView('unproved'), [stranger.id]);
    const { link } = (await ParticipantModel.findOne({ caseId: stranger.id }).lean()) ?? assert.fail('no part');
    await switchSms(link, false); // no text is wanted, and no address was left: nothing waits for a code any more
    assert.deepEqual(await inView('unproved'), []);
    await switchSms(link, true);
    assert.deepEqual(await inView('unproved'), [stranger.id]);
    assert.equal((await partByLink(link))?.found.version, 1);
  });

  it('are in a view where the last text did not arrive, and leave it when a later one does', async () => {
    const phone = aPhone();
    const { id } = await file({ phone });
    await prove(phone);
    const texts = textDeliveriesIn(async () => ({ to: phone, text: 'Звернення' }));
    let n = 0;
    const aText = async (state: 'delivered' | 'undelivered') => {
      await OutboxModel.deleteMany({});
      const version = (await CaseModel.findById(id).lean())?.version ?? 0;
      const { status } = await operator.post(`/api/v1/register/${id}/register`, {
        expectedVersion: version,
        questionGroup: 9,
      });
      assert.equal(status, 200);
      const forwarding = { to: 'Одесаобленерго', explanation: 'Опора належить обленерго.' };
      await operator.post(`/api/v1/register/${id}/forward`, { expectedVersion: version + 1, forwarding });
      for (const { _id } of await OutboxModel.find({ pending: 'notifications' }).lean())
        await planDeliveries(String(_id));
      const [row] = await DeliveryModel.find({ channel: 'sms', 'subject.id': id }).sort({ _id: -1 }).lean();
      assert.ok(row);
      n += 1;
      const providerId = `SM${String(n).padStart(32, '0')}`;
      await texts.claim(String(row._id));
      await texts.accepted(String(row._id), providerId);
      await takeReceipt({ deliveryId: String(row._id), providerId, state, errorCode: null });
      // So that it can be forwarded, and told of, once more.
      await CaseModel.collection.updateOne({ number: row.values.number ?? '' }, { $set: { status: 'submitted' } });
    };
    await aText('undelivered');
    assert.deepEqual(await inView('text_failed'), []);
    assert.ok((await hearFates()) > 0);
    assert.deepEqual(await inView('text_failed'), [id]);
    assert.equal(await hearFates(), 0);
    assert.equal(await OutboxModel.countDocuments({ kind: 'appeal.marked', 'facts.isInternal': true }), 1);
    await aText('delivered');
    await hearFates();
    assert.deepEqual(await inView('text_failed'), []);
  });

  it('are marked in a city that was there before', async () => {
    const phone = aPhone();
    const { id } = await file({ phone });
    const proved = await file({ phone: '+380991112233' });
    await prove('+380991112233');
    const part = await ParticipantModel.findOne({ caseId: proved.id }).lean();
    const rows = ['delivered', 'unknown'].map((state, n) => ({
      eventId: `e${n}`,
      subject: { kind: 'case', id: proved.id },
      recipient: { kind: 'person', id: String(part?.personId) },
      channel: 'sms',
      state,
    }));
    await database().collection('deliveries').insertMany(rows);
    await CaseModel.collection.updateMany({}, { $unset: { marks: 1 } });
    await RoleModel.updateOne({ _id: 'operator' }, { $pull: { permissions: 'answer.deliver' } });
    for (let n = 0; n < 2; n += 1) await postal.up(database());
    assert.ok((await RoleModel.findById('operator').lean())?.permissions.includes('answer.deliver'));
    assert.equal(await CaseModel.countDocuments({ marks: { $exists: false } }), 0);
    const marks = async (one: string) => (await CaseModel.findById(one).lean())?.marks;
    assert.deepEqual([await marks(id), await marks(proved.id)], [['contact_unproved'], ['text_failed']]);
  });
});
