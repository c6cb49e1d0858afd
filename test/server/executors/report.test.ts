import assert from 'node:assert/strict';
import supertest from 'supertest';
import { unit } from '#server/seeds/city.ts';
import { useCity } from '../../support/api.ts';
import { aDraft } from '../../support/appeals.ts';
import { setClock, useClock } from '../../support/clock.ts';

describe('executors: the overdue by executor', () => {
  useClock();
  const city = useCity();

  it('counts what is late by the executor’s date apart from what is late by law, and comes on paper', async () => {
    const operator = await city.staff('operator');
    const { body } = await city.api.post('/api/v1/appeals', aDraft());
    await operator.post(`/api/v1/register/${body.id}/register`, { expectedVersion: 1, questionGroup: 9 });
    const move = { expectedVersion: 2, departmentId: String(unit(4)), internalDueOn: '2026-03-05' };
    const { dueOn } = (await operator.post(`/api/v1/register/${body.id}/assign`, move)).body;
    const line = async (day: string) => {
      setClock(`${day}T08:00:00Z`);
      const { status, body: report } = await (await city.staff('controller')).get('/api/v1/reports/executors');
      assert.deepEqual([status, report.on, report.rows.length], [200, day, 1]);
      const { inHand, soon, overdue, overdueByLaw, oldestOn } = report.rows[0];
      return [inHand, soon, overdue, overdueByLaw, oldestOn];
    };
    assert.deepEqual(await line('2026-03-03'), [1, 1, 0, 0, null]);
    assert.deepEqual(await line('2026-03-06'), [1, 0, 1, 0, '2026-03-05']);
    const late = new Date(Date.parse(dueOn) + 86_400_000).toISOString().slice(0, 10);
    assert.deepEqual(await line(late), [1, 0, 1, 1, '2026-03-05']);
    const file = async (login: string, address: string) => {
      const { token } = await city.token(login);
      return supertest(city.app.listener).get(`/api/v1/reports/${address}`).set('authorization', `Bearer ${token}`);
    };
    for (const [format, type] of [
      ['pdf', 'application/pdf'],
      ['csv', 'text/csv; charset=utf-8'],
    ] as const) {
      const { status, headers } = await file('controller', `executors.${format}`);
      assert.deepEqual([status, headers['content-type']], [200, type]);
    }
    for (const address of ['executors?day=2026-03-03', 'executors.csv?day=2026-03-03'])
      assert.equal((await file('controller', address)).status, 422, address);
    assert.equal((await file('executor', 'executors.pdf')).status, 403);
  });
});
