import assert from 'node:assert/strict';
import { DeliveryModel } from '#server/notifications/delivery.model.ts';
import { NOTIFICATIONS, planDeliveries } from '#server/notifications/index.ts';
import { shiftClock } from '#server/platform/clock.ts';
import { OutboxModel } from '#server/platform/outbox.ts';
import { PostalItemModel } from '#server/post/postal.model.ts';
import { CaseModel } from '#server/register/case.model.ts';
import { unit } from '#server/seeds/city.ts';
import { APPEAL_WORKFLOW } from '#shared/domain/appeal-workflow.ts';
import type { Verb } from '#shared/domain/workflow.ts';
import { type Api, useCity } from '../../support/api.ts';
import { aDraft, type Draft } from '../../support/appeals.ts';
import { atWork, BY_POST, carryPost, type Mailed } from '../../support/mailed.ts';

const WHY = 'Роз’яснюємо підставу цього рішення.';
const terminating = (ground: string) => ({
  termination: { ground, decision: { number: '17-р', on: '2026-01-05' }, explanation: WHY },
});
/** Every end without an answer on the merits, and the paper that tells of it. */
const ENDS: readonly (readonly [status: string, verb: Verb, input: object, article: string])[] = [
  ['forwarded', 'forward', { forwarding: { to: 'Одеська ОДА' } }, 'art. 7(3)'],
  ['returned_formal', 'return', { returning: { ground: 'formal', explanation: WHY } }, 'art. 5'],
  ['returned_insufficient', 'return', { returning: { ground: 'insufficient', explanation: WHY } }, 'art. 7(3)'],
  ['not_considered_anonymous', 'terminate', terminating('anonymous'), 'art. 8(1)'],
  ['not_considered_repeat', 'terminate', terminating('repeat'), 'art. 8(2), (3)'],
  ['not_considered_late', 'terminate', terminating('late'), 'art. 17'],
  ['not_considered_incapacity', 'terminate', terminating('incapacity'), 'art. 8(2)'],
];
const COMPLAINT: Partial<Draft> = {
  kind: 'complaint',
  contested: { decision: 'Відмова полагодити ліхтар', departmentId: String(unit(4)) },
};

describe('register: the outcomes of intake', () => {
  const city = useCity();
  const { move, registered } = atWork(city);
  let operator: Api;
  let head: Api;
  before(async () => {
    [operator, head] = await Promise.all([city.staff('operator'), city.staff('head')]);
  });
  afterEach(() => shiftClock(0));
  const caseOf = ({ id }: Pick<Mailed, 'id'>) => CaseModel.findById(id).orFail().lean();
  async function toldOf({ number }: Mailed): Promise<string[]> {
    for (const { _id } of await OutboxModel.find({ pending: NOTIFICATIONS }).select('_id').lean())
      await planDeliveries(String(_id));
    await carryPost();
    const [messages, papers] = await Promise.all([
      DeliveryModel.find({ 'values.number': number, state: { $ne: 'suppressed' } }).lean(),
      PostalItemModel.find({ number }).lean(),
    ]);
    return [
      ...messages.map(({ channel, template }) => `${channel} ${template}`),
      ...papers.map(({ kind }) => `post ${kind}`),
    ];
  }

  it('let nobody refuse to register: a new appeal is registered or taken back by its author (art. 7)', () => {
    const ways = APPEAL_WORKFLOW.filter(({ from, to }) => from === 'submitted' && to !== from);
    assert.deepEqual(
      ways.map(({ verb, to }) => [verb, to]),
      [
        ['register', 'registered'],
        ['withdraw', 'withdrawn'],
      ],
    );
  });

  for (const [status, verb, input, article] of ENDS) {
    it(`${status}: keeps its index and its day, ends the term and tells the author by letter (${article})`, async () => {
      const held = await registered({ ...BY_POST, ...COMPLAINT });
      const before = await caseOf(held);
      assert.equal(before.registrationIndex?.series, 'К');
      await move(verb === 'terminate' ? head : operator, held, verb, input);
      const after = await caseOf(held);
      assert.deepEqual(
        [after.status, after.dueOn, after.registrationIndex, after.receivedAt],
        [status, null, before.registrationIndex, before.receivedAt],
      );
      assert.deepEqual(await toldOf(held), [`post ${verb}`]);
    });
    it(`${status}: comes from a registered case alone, by whoever the law names (${article})`, async () => {
      const rows = APPEAL_WORKFLOW.filter(({ from, to }) => to === status && from !== status);
      const may = verb === 'terminate' ? 'case.decide' : 'case.forward';
      assert.deepEqual(
        rows.map((row) => [row.from, row.verb, row.permission, row.clock]),
        [['registered', verb, may, 'met']],
      );
    });
  }

  it('forward a part as a case of its own, and the rest stays with its term (art. 7(3), design)', async () => {
    const held = await registered(BY_POST);
    const part = { text: 'Окремо прошу про електричку на вокзалі.', categoryCode: 'sidewalk', questionGroup: 3 };
    await move(operator, held, 'split', { part });
    const { body } = await operator.get(`/api/v1/register/${held.id}`);
    const { links, dueOn, status } = body;
    const own = await caseOf({ id: links[0].id });
    const made: Mailed = { id: String(own._id), number: own.number, version: own.version };
    await move(operator, made, 'forward', { forwarding: { to: 'Одеська залізниця' } });
    assert.deepEqual([status, dueOn !== null, (await caseOf(made)).status], ['registered', true, 'forwarded']);
    assert.deepEqual([await toldOf(made), await toldOf(held)], [['post forward'], []]);
  });

  it('ask of registering the group of the question, and give an index once (design)', async () => {
    const { body } = await city.api.post('/api/v1/appeals', aDraft());
    const send = (input: object) =>
      operator.post(`/api/v1/register/${body.id}/register`, { expectedVersion: 1, ...input });
    const bare = await send({});
    assert.deepEqual([bare.status, bare.body.errors[0].path], [422, 'questionGroup']);
    assert.equal((await caseOf(body)).registrationIndex, null);
    const first = await send({ questionGroup: 9 });
    assert.match(first.body.registrationIndex, /^К-\d+$/);
    const again = await operator.post(`/api/v1/register/${body.id}/register`, { expectedVersion: 2, questionGroup: 9 });
    assert.deepEqual([again.status, again.body.current.registrationIndex], [409, first.body.registrationIndex]);
  });

  it('are sent back by who was given it, and given to somebody else (design)', async () => {
    const held = await registered();
    const [lights, roads] = await Promise.all([city.staff('executor'), city.staff('roads')]);
    await move(operator, held, 'assign', { departmentId: String(unit(4)) });
    const { dueOn } = await caseOf(held);
    await move(lights, held, 'decline', { reasonCode: 'not-ours' });
    const back = await caseOf(held);
    assert.deepEqual([back.status, back.dueOn], ['registered', dueOn]);
    await move(operator, held, 'assign', { departmentId: String(unit(3)) });
    await move(roads, held, 'accept');
    assert.equal((await lights.get(`/api/v1/register/${held.id}`)).status, 404);
  });

  it('are sent back within a working day of coming, and no later (design)', async () => {
    const lights = await city.staff('executor');
    const given = async (): Promise<Mailed> => {
      const held = await registered();
      await move(operator, held, 'assign', { departmentId: String(unit(4)) });
      return held;
    };
    const [onMonday, late] = [await given(), await given()];
    const to = (at: string) => shiftClock(Date.parse(at) - Date.now());
    // Given on a Friday: the working day after it is Monday.
    const friday = { $set: { 'executors.0.since': new Date('2026-11-20T14:00:00Z') } };
    await CaseModel.updateMany({ _id: { $in: [onMonday.id, late.id] } }, friday);
    to('2026-11-23T21:00:00Z');
    await move(lights, onMonday, 'decline', { reasonCode: 'not-ours' });
    to('2026-11-24T06:00:00Z');
    const body = { expectedVersion: late.version, reasonCode: 'not-ours' };
    const refused = await lights.post(`/api/v1/register/${late.id}/decline`, body);
    assert.deepEqual([refused.status, refused.body.reason], [409, 'decline-too-late']);
    assert.equal((await caseOf(late)).status, 'assigned');
    await move(lights, late, 'accept');
  });
});
