import assert from 'node:assert/strict';
import { Types } from 'mongoose';
import { DeliveryModel } from '#server/notifications/delivery.model.ts';
import { NOTIFICATIONS, planDeliveries } from '#server/notifications/index.ts';
import { PersonModel } from '#server/people/person.model.ts';
import { now } from '#server/platform/clock.ts';
import { OutboxModel } from '#server/platform/outbox.ts';
import { ParticipantModel } from '#server/register/participant.model.ts';
import { unit } from '#server/seeds/city.ts';
import { type Api, useCity } from '../../support/api.ts';
import { aDraft } from '../../support/appeals.ts';
import { aScan } from '../../support/signing.ts';

const LIGHTS = String(unit(4));
const coApplicant = (n: number) => ({
  lastName: `Спільник${'іїєґ'[n] ?? ''}`,
  firstName: 'Олег',
  residence: 'м. Одеса',
  phone: `067 000 01 0${n}`,
});

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
  async function aCase(n: number, more: number[] = []): Promise<Held> {
    const draft = aDraft({
      contact: { phone: `067 000 00 0${n}` },
      ...(more.length > 0 && { coApplicants: more.map(coApplicant) }),
    });
    const { body } = await city.api.post('/api/v1/appeals', draft);
    const held = { id: body.id, number: body.number, version: 1 };
    await move('operator', held, 'register', { questionGroup: 9 });
    return held;
  }
  /** Whom the plan of messages tells that an answer is there: the case's number and the person, a pair for each message. */
  async function toldOfAnswers(): Promise<string[]> {
    const rows = await OutboxModel.find({ pending: NOTIFICATIONS }).select('_id').lean();
    for (const { _id } of rows) await planDeliveries(String(_id));
    const planned = await DeliveryModel.find({ template: 'appeal.answered' }).lean();
    return planned.map(({ recipient, values }) => `${values.number} ${recipient.id}`).sort();
  }
  async function peopleOf({ id, number }: Held): Promise<string[]> {
    const parts = await ParticipantModel.find({ caseId: new Types.ObjectId(id) }).lean();
    return parts.map(({ personId }) => `${number} ${String(personId)}`);
  }

  it('are each answered once, under their own number, and who was parted before is owed an answer still', async () => {
    const primary = await aCase(1, [1]);
    const others = [await aCase(2, [2]), await aCase(3), await aCase(4), await aCase(5)];
    // Everybody can be told by text: contacts proved and texts wanted, so that a message missing or doubled is seen.
    await PersonModel.updateMany({}, { $set: { phoneVerifiedAt: now() } });
    const consent = { purpose: 'sms', textVersion: 1, at: now(), channel: 'web' };
    await ParticipantModel.updateMany({}, { $set: { consents: [consent] } });

    for (const other of others) await move('operator', other, 'merge', { primaryNumber: primary.number });
    const parted = others[3] ?? assert.fail();
    await move('controller', parted, 'unmerge');
    await move('operator', primary, 'assign', { departmentId: LIGHTS });
    await move('executor', primary, 'accept');
    await move('executor', primary, 'draft', { answer: { text: 'Ліхтар полагоджено сьогодні.', result: 'resolved' } });
    await move('head', primary, 'answer', await aScan(primary.id));

    const answered = [primary, ...others.slice(0, 3)];
    const wanted = (await Promise.all(answered.map(peopleOf))).flat().sort();
    assert.equal(wanted.length, 6);
    assert.deepEqual(await toldOfAnswers(), wanted);

    const late = others[2] ?? assert.fail();
    await move('controller', late, 'unmerge');
    assert.deepEqual(await toldOfAnswers(), wanted, 'parting tells nobody anything, and takes nothing back');
    assert.equal((await staff.operator.get(`/api/v1/register/${late.id}`)).body.dueOn, null);

    await move('operator', parted, 'assign', { departmentId: LIGHTS });
    await move('executor', parted, 'accept');
    await move('executor', parted, 'draft', { answer: { text: 'Ліхтар полагоджено вчора.', result: 'resolved' } });
    await move('head', parted, 'answer', await aScan(parted.id));
    const all = (await Promise.all([...answered, parted].map(peopleOf))).flat().sort();
    assert.equal(all.length, 7);
    assert.deepEqual(await toldOfAnswers(), all);
  });
});
