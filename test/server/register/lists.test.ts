import assert from 'node:assert/strict';
import { type Api, useCity } from '../../support/api.ts';
import { aDraft } from '../../support/appeals.ts';

describe('register: the desk’s lists', () => {
  const city = useCity();
  let operator: Api;
  before(async () => {
    operator = await city.staff('operator');
    for (let n = 0; n < 7; n += 1) await city.api.post('/api/v1/appeals', aDraft());
  });
  const list = (query: string) => operator.get(`/api/v1/register?${query}`);
  const ids = (body: { items: { id: string }[] }) => body.items.map(({ id }) => id);

  it('pages through a view without loss or double, while cases come in', async () => {
    const seen: string[] = [];
    let next = '';
    do {
      const { body } = await list(`view=new&limit=2${next && `&cursor=${next}`}`);
      seen.push(...ids(body));
      next = body.next;
      if (seen.length === 2) await city.api.post('/api/v1/appeals', aDraft());
    } while (next);
    assert.equal(new Set(seen).size, seen.length);
    assert.equal(seen.length, 8);
  });

  it('counts every view, and moves a case from one to the next', async () => {
    const before = (await list('view=new')).body;
    const [id] = ids(before);
    await operator.post(`/api/v1/register/${id}/register`, { expectedVersion: 1, questionGroup: 9 });
    const after = (await list('view=unassigned')).body;
    assert.deepEqual(ids(after), [id]);
    assert.deepEqual(
      [after.counts.new, after.counts.unassigned, after.counts.open],
      [before.counts.new - 1, 1, before.counts.open],
    );
  });

  it('refuses a cursor that was changed or belongs to another list', async () => {
    const { next } = (await list('view=open&limit=2')).body;
    for (const query of [
      `view=new&cursor=${next}`,
      `view=open&cursor=${next.replace(/.$/, '_')}x`,
      'view=open&cursor=%00',
    ]) {
      const { status, body } = await list(query);
      assert.deepEqual([status, body.errors[0].path], [422, 'cursor'], query);
    }
  });

  it('shows an executor the cases of their department only', async () => {
    const roads = await city.staff('roads');
    assert.deepEqual((await roads.get('/api/v1/register?view=open')).body.items, []);
  });
});
