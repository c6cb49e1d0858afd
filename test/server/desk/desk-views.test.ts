import assert from 'node:assert/strict';
import { type Api, useCity } from '../../support/api.ts';
import { aDraft } from '../../support/appeals.ts';

const LIST = '/api/v1/desk/views';

describe('lists of one’s own', () => {
  const city = useCity();
  let operator: Api;
  before(async () => {
    operator = await city.staff('operator');
    for (const categoryCode of ['road-surface', 'road-surface', 'street-light'])
      await city.api.post('/api/v1/appeals', aDraft({ categoryCode }));
  });
  const named = async (api: Api) =>
    (await api.get(LIST)).body.items.map(({ name, count }: { name: string; count: number }) => [name, count]);

  it('are counted as the register counts them, kept by name, and seen by nobody else', async () => {
    const roads = { name: 'Ями', view: 'open', filters: { category: 'road-surface' } };
    assert.equal((await operator.post(LIST, roads)).body.count, 2);
    const again = await operator.post(LIST, { ...roads, filters: { category: 'street-light' } });
    assert.deepEqual(await named(operator), [['Ями', 1]]);
    assert.deepEqual(await named(await city.staff('controller')), []);
    assert.equal((await (await city.staff('controller')).delete(`${LIST}/${again.body.id}`)).status, 404);
    assert.equal((await operator.delete(`${LIST}/${again.body.id}`)).status, 200);
    assert.deepEqual(await named(operator), []);
  });
  it('refuse a filter that no list has, and the twenty-first', async () => {
    for (const filters of [{ colour: 'red' }, { due: 'never' }, { limit: '5', sort: 'sideways' }]) {
      const { status, body } = await operator.post(LIST, { name: 'Дивні', view: 'open', filters });
      assert.deepEqual([status, body.errors[0].path], [422, 'filters']);
    }
    for (let n = 0; n < 20; n += 1) await operator.post(LIST, { name: `Список ${n}`, view: 'open', filters: {} });
    const { status, body } = await operator.post(LIST, { name: 'Ще один', view: 'open', filters: {} });
    assert.deepEqual([status, body.code], [409, 'desk-view.too-many']);
  });
});
