import assert from 'node:assert/strict';
import { now, shiftClock } from '#server/platform/clock.ts';
import { CaseModel } from '#server/register/case.model.ts';
import { answersOf, askFirst, keepCaseIndex } from '#server/register/index.ts';
import type { LikeCase } from '#shared/contract/register.ts';
import { type Api, useCity } from '../../support/api.ts';
import { aDraft, type Draft } from '../../support/appeals.ts';

const DAY_MS = 86_400_000;
const HERE: [number, number] = [30.7383, 46.4847];
/** So many metres to the north. */
const north = (metres: number): [number, number] => [HERE[0], HERE[1] + metres / 111_195];
const at = (coordinates: [number, number]) =>
  ({ address: 'вул. Софіївська, 8', point: { type: 'Point', coordinates } }) as const;
/** Each draft is of somebody else, unless a phone is given. */
let phones = 0;
const stranger = () => ({ phone: `067 200 ${String(10 + phones++)} 00` });
/** Nobody's neighbour: the same name at the same home would be the same author. */
const elsewhere = () => ({ ...aDraft().applicant, residence: `м. Одеса, вул. Канатна, ${100 + phones++}` });

describe('register: cases that may be about the same', () => {
  const city = useCity();
  const staff = {} as Record<'operator' | 'executor' | 'controller', Api>;
  before(async () => {
    for (const login of ['operator', 'executor', 'controller'] as const) staff[login] = await city.staff(login);
  });
  afterEach(async () => {
    shiftClock(0);
    await CaseModel.deleteMany({});
  });
  const file = async (over: Partial<Draft>): Promise<string> => {
    const { body, status } = await city.api.post(
      '/api/v1/appeals',
      aDraft({ contact: stranger(), applicant: elsewhere(), ...over }),
    );
    assert.equal(status, 201);
    return body.id;
  };
  const like = async (who: Api, id: string): Promise<LikeCase[]> =>
    (await who.get(`/api/v1/register/${id}/alike`)).body.items;
  const move = async (id: string, verb: string, expectedVersion: number, input: object) =>
    (await staff.operator.post(`/api/v1/register/${id}/${verb}`, { expectedVersion, ...input })).status;

  it('are those of its category within 50 m and 30 days, whatever they say and whoever sent them', async () => {
    const id = await file({ place: at(HERE), text: 'Не горить ліхтар біля третього під’їзду, темно щовечора.' });
    const close = await file({ place: at(north(48)), text: 'Стовп нахилився і гуде.' });
    const nearer = await file({ place: at(north(5)), text: 'Лампа блимає без упину.' });
    await file({ place: at(north(52)), text: 'Темно біля під’їзду, ліхтар не горить щовечора.' });
    await file({ place: at(north(10)), categoryCode: 'road-surface', text: 'Яма на дорозі завглибшки з відро.' });
    const seen = async () =>
      (await like(staff.operator, id)).map((one) => [one.found.id, one.metres, one.isSamePeople, one.isTextAlike]);
    assert.deepEqual(await seen(), [
      [nearer, 5, false, false],
      [close, 48, false, false],
    ]);
    const received = async (days: number) =>
      CaseModel.updateOne({ _id: close }, { $set: { receivedAt: new Date(now().getTime() - days * DAY_MS) } });
    await received(29);
    assert.equal((await seen()).length, 2);
    await received(31);
    assert.deepEqual(await seen(), [[nearer, 5, false, false]]);
  });

  it('are those of almost the same text, whoever sent it and wherever: a mass appeal', async () => {
    const keeper = keepCaseIndex();
    const leave = askFirst(answersOf(keeper));
    keeper.reload();
    await keeper.settled();
    const text =
      'Просимо повернути маршрут трамвая номер п’ять до парку, бо люди похилого віку не мають чим дістатися лікарні.';
    const first = await file({ text, categoryCode: 'road-surface', place: at(north(900)) });
    const second = await file({ text: `${text} Дуже чекаємо.`, categoryCode: 'road-surface' });
    await file({ text: 'Просимо повернути лавку до парку, бо люди похилого віку не мають де сісти.' });
    const id = await file({ text: `Шановна міська владо. ${text}`, place: at(HERE) });
    const found = await like(staff.operator, id);
    leave();
    await keeper.close();
    assert.deepEqual(
      found.map((one) => [one.found.id, one.isSameText, one.isSamePeople]).sort(),
      [first, second].map((same) => [same, true, false]).sort(),
    );
  });

  it('are those of the same people in six tenths of the same trigrams, however long ago, for whoever may see who they are', async () => {
    const contact = stranger();
    const text = 'Автобус 9 не зупиняється на вимогу біля ринку.';
    const first = await file({ contact, text, categoryCode: 'road-surface', place: at(north(900)) });
    await CaseModel.updateOne({ _id: first }, { $set: { receivedAt: new Date(now().getTime() - 400 * DAY_MS) } });
    await file({ contact, text: 'Прошу надати копію рішення про відпустку.', categoryCode: 'road-surface' });
    await file({ contact, text: 'Автобус 7 зупиняється, та двері біля ринку не відчиняє нікому.' });
    await file({ text: 'Біля ринку автобус 9 знову не зупиняється на вимогу, і так щодня.' });
    const id = await file({ contact, text: 'Біля ринку автобус 9 знову не зупиняється на вимогу.' });
    const [one, ...more] = (await like(staff.operator, id)).filter(({ isSamePeople }) => isSamePeople);
    assert.deepEqual(more, []);
    assert.deepEqual(
      [one?.found.id, one?.isSamePeople, one?.isTextAlike, one?.metres, one?.isSameCategory, one?.answeredOn],
      [first, true, true, null, false, null],
    );
    assert.deepEqual(await like(staff.controller, id), []);
    assert.equal((await staff.executor.get(`/api/v1/register/${id}/alike`)).status, 404);
  });

  it('are not those of the same people and category in other words, unless at one place', async () => {
    const contact = stranger();
    const afar = await file({ contact, text: 'Стовп нахилився і гуде щовечора.', place: at(north(90)) });
    const here = await file({ contact, text: 'Не світить ліхтар над лавкою.', place: at(HERE) });
    const nowhere = await file({ contact, text: 'Лампа блимає без упину.', place: { address: 'Біля школи' } });
    for (const id of [afar, here, nowhere]) assert.deepEqual(await like(staff.operator, id), []);
    const beside = await file({ contact, text: 'Дріт звисає до землі.', place: at(north(20)) });
    assert.deepEqual(
      (await like(staff.operator, beside)).map((one) => [one.found.id, one.isSamePeople]),
      [[here, true]],
    );
  });

  it('may be merged into while they are being handled, and are left out once they are', async () => {
    const first = await file({ place: at(HERE) });
    const id = await file({ place: at(north(3)) });
    assert.equal((await like(staff.operator, id))[0]?.mayTakeIn, false);
    assert.equal(await move(first, 'register', 1, { questionGroup: 9 }), 200);
    const [one] = await like(staff.operator, id);
    assert.deepEqual([one?.found.id, one?.mayTakeIn], [first, true]);
    assert.equal(await move(id, 'register', 1, { questionGroup: 9 }), 200);
    assert.equal(await move(id, 'merge', 2, { primaryNumber: one?.found.number }), 200);
    assert.deepEqual([await like(staff.operator, id), await like(staff.operator, first)], [[], []]);
  });

  it('are found by the index of places', async () => {
    const id = await file({ place: at(HERE) });
    await file({ place: at(north(3)) });
    const { categoryCode } = await CaseModel.findById(id).orFail().lean();
    const within = { $geoWithin: { $centerSphere: [HERE, 50 / 6_371_000] } };
    const plan = await CaseModel.find({ categoryCode, 'place.point': within }).hint('near_of_category').lean();
    assert.equal(plan.length, 2);
  });
});
