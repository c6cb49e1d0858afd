import assert from 'node:assert/strict';
import { codeMessage } from '#server/identity/index.ts';
import { DeliveryModel } from '#server/notifications/delivery.model.ts';
import { planDeliveries } from '#server/notifications/index.ts';
import { OutboxModel } from '#server/platform/outbox.ts';
import { ConsentChangeModel } from '#server/register/consent-change.model.ts';
import { type Api, useCity } from '../../support/api.ts';
import { aDraft } from '../../support/appeals.ts';

describe('register: texts turned off and on by the person’s word', () => {
  const city = useCity();
  let operator: Api;
  before(async () => {
    operator = await city.staff('operator');
  });
  const file = async (phone: string): Promise<string> =>
    (await city.api.post('/api/v1/appeals', aDraft({ contact: { phone } }))).body.id;
  const card = async (id: string, who = operator) => (await who.get(`/api/v1/register/${id}`)).body;
  const turn = async (id: string, isOn: boolean, who = operator) =>
    who.post(`/api/v1/register/${id}/switch-texts`, { applicantId: (await card(id)).applicants[0].id, isOn });
  const prove = async (phone: string) => {
    const { codeId } = (await city.api.post('/api/v1/phone-codes', { phone })).body;
    const { code } = (await codeMessage(codeId)) ?? assert.fail('no code');
    assert.equal((await city.api.post('/api/v1/sessions', { codeId, code })).status, 201);
  };
  const kinds = ({ history }: { history: { kind: string; actor: string | null }[] }) =>
    history.filter(({ kind }) => kind.startsWith('appeal.texts-')).map(({ kind, actor }) => [kind, actor !== null]);

  it('stop what is planned at once, and are in the history and on the record of consents', async () => {
    const phone = '+380675550101';
    const id = await file(phone);
    await prove(phone);
    assert.equal((await card(id)).may.switchTexts, true);
    const registered = await operator.post(`/api/v1/register/${id}/register`, { expectedVersion: 1, questionGroup: 9 });
    const forwarding = { to: 'Одесаобленерго', explanation: 'Опора належить обленерго.' };
    const { version } = registered.body;
    await operator.post(`/api/v1/register/${id}/forward`, { expectedVersion: version, forwarding });
    for (const { _id } of await OutboxModel.find({ pending: 'notifications' }).lean())
      await planDeliveries(String(_id));
    const planned = await DeliveryModel.findOne({ 'subject.id': id, template: 'appeal.forwarded' }).lean();
    const { status, body } = await turn(id, false);
    assert.deepEqual([status, body.applicants[0].wantsSms, kinds(body)], [200, false, [['appeal.texts-off', true]]]);
    const row = await DeliveryModel.findById(planned?._id).lean();
    assert.equal(planned?.state, 'planned');
    assert.deepEqual([row?.state, row?.changes.at(-1)?.cause], ['suppressed', 'not-wanted']);
    assert.deepEqual(kinds((await turn(id, false)).body), [['appeal.texts-off', true]], 'again changes nothing');
    const on = await turn(id, true);
    assert.deepEqual([on.body.applicants[0].wantsSms, kinds(on.body).length], [true, 2]);
    const kept = await ConsentChangeModel.find({ caseId: id }).sort({ _id: 1 }).lean();
    assert.deepEqual(
      kept.map(({ isOn, channel, actorId }) => [isOn, channel, actorId !== null]),
      [
        [false, 'desk', true],
        [true, 'desk', true],
      ],
    );
  });
  it('are not turned on for a number that nobody proved, nor for somebody of another case', async () => {
    const id = await file('+380675550102');
    await turn(id, false);
    const unproved = await turn(id, true);
    assert.deepEqual([unproved.status, unproved.body.errors[0].code], [422, 'contact.not-proved']);
    const other = await file('+380675550103');
    const applicantId = (await card(other)).applicants[0].id;
    const foreign = await operator.post(`/api/v1/register/${id}/switch-texts`, { applicantId, isOn: false });
    assert.deepEqual([foreign.status, foreign.body.errors[0].path], [422, 'applicantId']);
    assert.equal((await card(other)).applicants[0].wantsSms, true);
  });
  it('are for who handles the case alone', async () => {
    const id = await file('+380675550104');
    const [controller, executor, auditor] = await Promise.all(['controller', 'executor', 'auditor'].map(city.staff));
    assert.equal((await card(id, controller)).may.switchTexts, false);
    assert.equal((await turn(id, false, controller)).status, 403);
    for (const who of [executor, auditor]) assert.equal((await turn(id, false, who)).status, 404);
    assert.equal((await card(id)).applicants[0].wantsSms, true);
  });
});
