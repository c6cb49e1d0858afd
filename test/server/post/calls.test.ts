import assert from 'node:assert/strict';
import { CallModel } from '#server/post/call.model.ts';
import { type Api, useCity } from '../../support/api.ts';
import { passSeconds, useClock } from '../../support/clock.ts';
import { atWork, BY_PHONE, carryPost, type Mailed } from '../../support/mailed.ts';

const CALLS = '/api/v1/post/calls';
const HOUR_S = 3_600;

describe('post: answers that are told by telephone', () => {
  useClock();
  const city = useCity();
  const { answered } = atWork(city);
  let operator: Api;
  beforeEach(async () => {
    operator = await city.staff('operator');
    await CallModel.deleteMany({});
  });
  const list = async () => {
    await carryPost();
    const { body } = await operator.get(CALLS);
    assert.equal(body.total, body.items.length);
    return body.items as {
      id: string;
      caseId: string;
      name: string;
      isOral: boolean;
      tries: number;
      answer: { text: string };
    }[];
  };
  const settle = (id: string, body: object) => operator.post(`${CALLS}/${id}/outcome`, body);
  const lastOf = async ({ id }: Mailed): Promise<string> =>
    (await operator.get(`/api/v1/register/${id}`)).body.history.at(-1).kind;

  it('wait in a list with what to say, and no number', async () => {
    const held = await answered(BY_PHONE);
    await answered();
    const [call, ...more] = await list();
    assert.deepEqual(more, []);
    assert.deepEqual([call?.caseId, call?.name, call?.isOral], [held.id, 'Коваль Іван', false]);
    assert.match(call?.answer.text ?? '', /горить/);
    assert.doesNotMatch(JSON.stringify(call), /7654321/);
  });

  it('hear of oral answers too, however their applicants wished to be answered', async () => {
    const held = await answered({ replyBy: 'page' }, { channel: 'phone', isOral: true });
    const [call] = await list();
    assert.deepEqual([call?.caseId, call?.isOral], [held.id, true]);
  });

  it('leave the list when told; one that nobody took waits for its next time', async () => {
    const [first, second] = [await answered(BY_PHONE), await answered(BY_PHONE)];
    const [one, two] = await list();
    assert.ok(one && two);
    assert.equal((await settle(one.id, { outcome: 'no_answer' })).body.tries, 1);
    assert.equal(await lastOf(first), 'appeal.call-unanswered');
    assert.deepEqual(
      (await list()).map(({ id }) => id),
      [two.id, one.id],
    );
    assert.deepEqual((await settle(two.id, { outcome: 'told' })).body.state, 'told');
    assert.equal(await lastOf(second), 'appeal.told');
    assert.deepEqual(
      (await list()).map(({ id, tries }) => [id, tries]),
      [[one.id, 1]],
    );
    assert.equal((await settle(two.id, { outcome: 'told' })).body.code, 'call.over');
    passSeconds(2 * HOUR_S);
    operator = await city.staff('operator');
    assert.equal((await settle(one.id, { outcome: 'wrong_number' })).status, 200);
    assert.equal(await lastOf(first), 'appeal.wrong-number');
    const onCard = (await operator.get(`/api/v1/register/${first.id}/post`)).body.calls;
    assert.deepEqual([onCard[0].state, onCard[0].tries], ['wrong_number', 2]);
  });

  it('end once, however many say so at the same time, and refuse what cannot be', async () => {
    await answered(BY_PHONE);
    const [call] = await list();
    assert.ok(call);
    for (const nextAt of ['2026-03-02T08:00:00Z', '2027-03-02T08:00:00Z'])
      assert.equal((await settle(call.id, { outcome: 'no_answer', nextAt })).status, 422);
    assert.equal((await settle(call.id, { outcome: 'gone' })).status, 422);
    assert.equal((await settle('f'.repeat(24), { outcome: 'told' })).status, 404);
    const both = await Promise.all([settle(call.id, { outcome: 'told' }), settle(call.id, { outcome: 'refused' })]);
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409]);
    assert.equal((await CallModel.findById(call.id).lean())?.tries.length, 1);
  });
});
