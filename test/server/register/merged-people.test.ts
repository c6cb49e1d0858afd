import assert from 'node:assert/strict';
import { Types } from 'mongoose';
import { DeliveryModel } from '#server/notifications/delivery.model.ts';
import { NOTIFICATIONS, planDeliveries } from '#server/notifications/index.ts';
import { PersonModel } from '#server/people/person.model.ts';
import { now } from '#server/platform/clock.ts';
import { OutboxModel } from '#server/platform/outbox.ts';
import { PostalItemModel } from '#server/post/postal.model.ts';
import { ParticipantModel } from '#server/register/participant.model.ts';
import { unit } from '#server/seeds/city.ts';
import { type Api, useCity } from '../../support/api.ts';
import { aDraft, type Draft } from '../../support/appeals.ts';
import { carryPost } from '../../support/mailed.ts';
import { aScan } from '../../support/signing.ts';

const LIGHTS = String(unit(4));
const [TODAY, LATER] = ['Ліхтар полагоджено сьогодні.', 'Ліхтар полагоджено вчора.'];
const coApplicant = (n: number) => ({
  lastName: `Спільник${'іїєґ'[n] ?? ''}`,
  firstName: 'Олег',
  residence: 'м. Одеса',
  phone: `067 000 01 0${n}`,
});
const POSTAL = '65045, м. Одеса, вул. Преображенська, 24, кв. 7';

describe('register: the people of merged cases', () => {
  const city = useCity();
  const staff = {} as Record<'operator' | 'executor' | 'controller' | 'head', Api>;
  before(async () => {
    for (const login of ['operator', 'executor', 'controller', 'head'] as const) staff[login] = await city.staff(login);
  });
  interface Held {
    id: string;
    number: string;
    version: number;
  }
  async function move(who: keyof typeof staff, held: Held, verb: string, input: object = {}): Promise<void> {
    const { body, status } = await staff[who].post(`/api/v1/register/${held.id}/${verb}`, {
      expectedVersion: held.version,
      ...input,
    });
    assert.equal(status, 200, JSON.stringify(body));
    held.version = body.version;
  }
  /** A registered case of one person, or of more. */
  async function aCase(n: number, more: number[] = [], over: Partial<Draft> = {}): Promise<Held> {
    const draft = aDraft({
      contact: { phone: `067 000 00 0${n}` },
      ...(more.length > 0 && { coApplicants: more.map(coApplicant) }),
      ...over,
    });
    const { body, status } = await city.api.post('/api/v1/appeals', draft);
    assert.equal(status, 201, JSON.stringify(body));
    const held = { id: body.id, number: body.number, version: 1 };
    await move('operator', held, 'register', { questionGroup: 9 });
    return held;
  }
  /** Everything that will go to anybody: way, what it says, number of the case, person; a row for each message and paper. */
  async function sent(): Promise<string[]> {
    for (const { _id } of await OutboxModel.find({ pending: NOTIFICATIONS }).select('_id').lean())
      await planDeliveries(String(_id));
    await carryPost();
    const [planned, papers] = await Promise.all([
      DeliveryModel.find({ state: { $ne: 'suppressed' } }).lean(),
      PostalItemModel.find().lean(),
    ]);
    return [
      ...planned.map((one) => `${one.channel} ${one.template} ${one.values.number} ${one.recipient.id}`),
      ...papers.map(({ kind, number, personId }) => `post ${kind} ${number} ${String(personId)}`),
    ].sort();
  }
  /** The rows of an answer to everybody of a case: each person by the one way that they asked for. */
  async function answersDue({ id, number }: Held): Promise<string[]> {
    const parts = await ParticipantModel.find({ caseId: new Types.ObjectId(id) }).lean();
    return parts.map(({ personId, replyBy }) => {
      if (replyBy === 'post') return `post answer ${number} ${String(personId)}`;
      return `${replyBy === 'email' ? 'email' : 'sms'} appeal.answered ${number} ${String(personId)}`;
    });
  }
  const answerIn = async ({ id }: Held): Promise<string | undefined> =>
    (await staff.operator.get(`/api/v1/register/${id}`)).body.answer?.text;

  it('are each told of one answer, by their own way and under their own number; who was parted is owed one still', async () => {
    const primary = await aCase(1, [1]);
    const byEmail = await aCase(2, [2], { contact: { email: 'lyst@example.com' }, replyBy: 'email', consents: {} });
    const byPost = await aCase(3, [], { contact: { postal: POSTAL }, replyBy: 'post', consents: {} });
    const [late, parted] = [await aCase(4), await aCase(5)];
    // Everybody who left a phone can be told by text, so that a message missing or doubled is seen.
    await PersonModel.updateMany({ phoneHash: { $ne: null } }, { $set: { phoneVerifiedAt: now() } });
    const consent = { purpose: 'sms', textVersion: 1, at: now(), channel: 'web' };
    await ParticipantModel.updateMany({ replyBy: { $ne: 'post' } }, { $set: { consents: [consent] } });

    const before = await sent();
    for (const other of [byEmail, byPost, late, parted])
      await move('operator', other, 'merge', { primaryNumber: primary.number });
    await move('controller', parted, 'unmerge');
    assert.deepEqual(await sent(), before, 'merging and parting say nothing to anybody');
    const since = async () => (await sent()).filter((row) => !before.includes(row));

    await move('operator', primary, 'assign', { departmentId: LIGHTS });
    await move('executor', primary, 'accept');
    await move('executor', primary, 'draft', { answer: { text: TODAY, result: 'resolved' } });
    assert.deepEqual(await since(), [], 'a draft goes to nobody');
    await move('head', primary, 'answer', await aScan(primary.id));

    const answered = [primary, byEmail, byPost, late];
    const wanted = (await Promise.all(answered.map(answersDue))).flat().sort();
    assert.deepEqual(
      wanted.map((row) => row.split(' ')[0]),
      ['email', 'post', 'sms', 'sms', 'sms', 'sms'],
    );
    assert.deepEqual(await since(), wanted);
    for (const one of answered) assert.equal(await answerIn(one), TODAY);
    assert.equal(await answerIn(parted), undefined);

    await move('controller', late, 'unmerge');
    assert.deepEqual(await since(), wanted, 'parting tells nobody anything, and takes nothing back');
    assert.equal((await staff.operator.get(`/api/v1/register/${late.id}`)).body.dueOn, null);
    assert.equal(await answerIn(late), TODAY, 'the answer that was given stays');

    await move('operator', parted, 'assign', { departmentId: LIGHTS });
    await move('executor', parted, 'accept');
    await move('executor', parted, 'draft', { answer: { text: LATER, result: 'resolved' } });
    await move('head', parted, 'answer', await aScan(parted.id));
    const all = [...wanted, ...(await answersDue(parted))].sort();
    assert.equal(all.length, 7);
    assert.deepEqual(await since(), all);
    assert.deepEqual([await answerIn(parted), await answerIn(primary), await answerIn(late)], [LATER, TODAY, TODAY]);
  });
});
