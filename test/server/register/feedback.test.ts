import assert from 'node:assert/strict';
import { verifyHistory } from '#server/history/index.ts';
import { shiftClock } from '#server/platform/clock.ts';
import { auditCases } from '#server/register/index.ts';
import { unit } from '#server/seeds/city.ts';
import { type Api, useCity } from '../../support/api.ts';
import { aDraft } from '../../support/appeals.ts';
import { aScan } from '../../support/signing.ts';

const DAY_MS = 86_400_000;
const ANSWER = { text: 'Ліхтар полагоджено, роботи виконано.', result: 'resolved' } as const;
const REASON = { reason: 'Увечері він знову не горить.' };

describe('register: whether the matter is settled', () => {
  const city = useCity();
  const staff = {} as Record<'operator' | 'executor' | 'controller' | 'head', Api>;
  before(async () => {
    for (const login of ['operator', 'executor', 'controller', 'head'] as const) staff[login] = await city.staff(login);
  });
  afterEach(() => shiftClock(0));

  /** An answered case, and its applicant. */
  async function answered(): Promise<{ id: string; applicant: Api; comeBack: () => Promise<Api> }> {
    const { id, number, accessCode } = (await city.api.post('/api/v1/appeals', aDraft())).body;
    const comeBack = async () =>
      city.api.as((await city.api.post('/api/v1/sessions', { number, accessCode })).body.token);
    const move = (who: Api, verb: string, expectedVersion: number, input: object = {}) =>
      who.post(`/api/v1/register/${id}/${verb}`, { expectedVersion, ...input });
    await move(staff.operator, 'register', 1, { questionGroup: 9 });
    await move(staff.operator, 'assign', 2, { departmentId: String(unit(4)) });
    await move(staff.executor, 'accept', 3);
    await move(staff.executor, 'draft', 4, { answer: ANSWER });
    assert.equal((await move(staff.head, 'answer', 5, await aScan(id))).status, 200);
    return { id, applicant: await comeBack(), comeBack };
  }
  const said = async (who: Api, id: string) => (await who.get(`/api/v1/appeals/${id}`)).body.details.feedback;
  const inView = async () =>
    (await staff.controller.get('/api/v1/register?view=not_resolved')).body.items.map(({ id }: { id: string }) => id);

  it('is asked of the applicant for ten days after the answer (design)', async () => {
    const { id, applicant, comeBack } = await answered();
    const { isAsked, verdict } = await said(applicant, id);
    assert.deepEqual([isAsked, verdict], [true, null]);
    shiftClock(10 * DAY_MS);
    assert.equal((await said(await comeBack(), id)).isAsked, true);
    shiftClock(11 * DAY_MS);
    const { status, body } = await (await comeBack()).post(`/api/v1/appeals/${id}/resolved`);
    assert.deepEqual([status, body.code], [409, 'move.refused']);
  });
  it('is taken once, and by nobody but the applicant', async () => {
    const { id, applicant } = await answered();
    for (const stranger of [city.api, staff.operator, staff.executor])
      assert.ok([401, 403, 404].includes((await stranger.post(`/api/v1/appeals/${id}/resolved`)).status));
    const { body } = await applicant.post(`/api/v1/appeals/${id}/resolved`);
    assert.deepEqual([body.details.feedback.verdict, body.details.feedback.isAsked], ['resolved', false]);
    assert.equal((await applicant.post(`/api/v1/appeals/${id}/not-resolved`, REASON)).status, 409);
    assert.deepEqual(await inView(), []);
  });
  it('puts a «no» on a list that its executor cannot clear, with its reason for those who handle the case (design)', async () => {
    const { id, applicant } = await answered();
    const wrong = await applicant.post(`/api/v1/appeals/${id}/not-resolved`, { reason: 'ні' });
    assert.deepEqual([wrong.status, wrong.body.errors[0].path], [422, 'reason']);
    assert.equal((await applicant.post(`/api/v1/appeals/${id}/not-resolved`, REASON)).status, 200);
    assert.deepEqual(await inView(), [id]);
    const settle = (who: Api) => who.post(`/api/v1/register/${id}/feedback/settle`);
    assert.equal((await settle(staff.executor)).status, 403);
    const { body } = await settle(staff.controller);
    assert.deepEqual(
      body.feedback.map(({ verdict, reason, isSettled }: Record<string, unknown>) => [verdict, reason, isSettled]),
      [['not_resolved', REASON.reason, true]],
    );
    assert.deepEqual(await inView(), []);
    assert.equal((await settle(staff.controller)).status, 409);
  });
  it('is over when the case is reopened, and asked anew of the next answer', async () => {
    const { id, applicant } = await answered();
    await applicant.post(`/api/v1/appeals/${id}/not-resolved`, REASON);
    const reopen = { expectedVersion: 6, reasonCode: 'not-done' };
    assert.equal((await staff.controller.post(`/api/v1/register/${id}/reopen`, reopen)).status, 200);
    assert.deepEqual(await inView(), []);
    assert.equal((await said(applicant, id)).isAsked, false);
  });
  it('leaves histories whole, though their texts lie elsewhere', async () => {
    const { broken, astray, subjects } = await verifyHistory(auditCases);
    assert.ok(subjects >= 4);
    assert.deepEqual([broken, astray], [[], []]);
  });
});
