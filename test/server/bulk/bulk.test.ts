import assert from 'node:assert/strict';
import { BulkModel } from '#server/bulk/bulk.model.ts';
import { carryOutOrders } from '#server/bulk/index.ts';
import { StaffModel } from '#server/identity/index.ts';
import { shiftClock } from '#server/platform/clock.ts';
import { AnswerModel } from '#server/register/answer.model.ts';
import { CaseModel } from '#server/register/case.model.ts';
import { UNDO_MS } from '#shared/domain/bulk.ts';
import { type Api, useCity } from '../../support/api.ts';
import { aDraft } from '../../support/appeals.ts';
import { passSeconds } from '../../support/clock.ts';

const LIGHTS = '4'.padStart(24, '0');

describe('one thing for many cases', () => {
  const city = useCity();
  let operator: Api;
  let executor: Api;
  before(async () => {
    operator = await city.staff('operator');
    executor = await city.staff('executor');
  });
  after(() => shiftClock(0));
  type Seen = { id: string; version: number; number: string };
  const seen = async (id: string): Promise<Seen> => {
    const { version = 0, number = '' } = (await CaseModel.findById(id).lean()) ?? {};
    return { id, version, number };
  };
  async function registered(): Promise<Seen> {
    const { id } = (await city.api.post('/api/v1/appeals', aDraft())).body;
    await operator.post(`/api/v1/register/${id}/register`, { expectedVersion: 1, questionGroup: 9 });
    return seen(id);
  }
  async function inWork(): Promise<Seen> {
    const { id, version } = await registered();
    await operator.post(`/api/v1/register/${id}/assign`, { expectedVersion: version, departmentId: LIGHTS });
    await executor.post(`/api/v1/register/${id}/accept`, { expectedVersion: version + 1 });
    return seen(id);
  }
  const orderOf = (verb: string, input: object, cases: readonly Seen[]) => ({
    verb,
    input,
    cases: cases.map(({ id, version }) => ({ id, version })),
  });
  const letTimePass = (): void => passSeconds(UNDO_MS / 1_000 + 1);
  const statusOf = async ({ id }: Seen) => (await CaseModel.findById(id).lean())?.status;

  it('is done to nobody while it can be taken back, and never once it was', async () => {
    const [one, two] = [await registered(), await registered()];
    const { status, body } = await operator.post(
      '/api/v1/bulk',
      orderOf('assign', { departmentId: LIGHTS }, [one, two]),
    );
    assert.equal(status, 201);
    await carryOutOrders();
    assert.deepEqual([await statusOf(one), await statusOf(two)], ['registered', 'registered']);
    assert.equal((await operator.delete(`/api/v1/bulk/${body.id}`)).body.state, 'cancelled');
    letTimePass();
    await carryOutOrders();
    assert.deepEqual([await statusOf(one), await statusOf(two)], ['registered', 'registered']);
  });
  it('is done case by case, says what each refused, and cannot be taken back any more', async () => {
    const [good, stale, done] = [await registered(), await registered(), await inWork()];
    const order = orderOf('assign', { departmentId: LIGHTS }, [good, { ...stale, version: 1 }, done]);
    const preview = (await operator.post('/api/v1/bulk/preview', order)).body;
    assert.equal(preview.allowed, 1);
    assert.deepEqual(
      preview.refused.map(({ number, code }: { number: string; code: string }) => [number, code]),
      [
        [stale.number, 'version.stale'],
        [done.number, 'move.refused'],
      ],
    );
    const { id } = (await operator.post('/api/v1/bulk', order)).body;
    assert.equal((await executor.get(`/api/v1/bulk/${id}`)).status, 404, 'it is the operator’s own');
    letTimePass();
    assert.equal(await carryOutOrders(), 1);
    const after = (await operator.get(`/api/v1/bulk/${id}`)).body;
    assert.deepEqual([after.state, after.done, after.refused], ['done', 1, preview.refused]);
    assert.equal(await statusOf(good), 'assigned');
    assert.equal((await operator.delete(`/api/v1/bulk/${id}`)).body.code, 'bulk.begun');
    assert.equal((await BulkModel.findById(id).lean())?.input, null, 'words are not kept');
  });
  it('puts the facts of each case into its words, and asks who would get a text', async () => {
    const cases = [await inWork(), await inWork()];
    const answer = { result: 'resolved', text: 'За зверненням № {номер} роботи виконано, ліхтар горить.' };
    const order = orderOf('draft', { answer }, cases);
    const preview = (await executor.post('/api/v1/bulk/preview', order)).body;
    assert.deepEqual([preview.allowed, preview.texts, preview.textsWhenSigned, preview.pricePerPart], [2, 0, 0, 60]);
    await executor.post('/api/v1/bulk', order);
    letTimePass();
    await carryOutOrders();
    for (const { id: caseId, number } of cases) {
      const text = (await AnswerModel.findOne({ caseId }).lean())?.text ?? '';
      assert.ok(text.replaceAll(/\s/g, '').includes(number), text);
    }
  });
  it('goes on where a process died, and does nothing twice', async () => {
    const [one, two] = [await registered(), await registered()];
    const { id } = (await operator.post('/api/v1/bulk', orderOf('assign', { departmentId: LIGHTS }, [one, two]))).body;
    letTimePass();
    await carryOutOrders();
    const left = { state: 'running', input: { departmentId: LIGHTS }, 'cases.0.outcome': null };
    await BulkModel.updateOne({ _id: id }, { $set: left });
    await carryOutOrders();
    const after = (await operator.get(`/api/v1/bulk/${id}`)).body;
    assert.deepEqual([after.state, after.done, after.refused], ['done', 2, []]);
    assert.equal((await seen(one.id)).version, one.version + 1);
  });
  it('is refused by whoever lost the right meanwhile', async () => {
    const one = await registered();
    await operator.post('/api/v1/bulk', orderOf('assign', { departmentId: LIGHTS }, [one]));
    await StaffModel.updateOne({ login: 'operator' }, { $set: { isLocked: true } });
    letTimePass();
    await carryOutOrders();
    await StaffModel.updateOne({ login: 'operator' }, { $set: { isLocked: false } });
    assert.equal(await statusOf(one), 'registered');
  });
});
