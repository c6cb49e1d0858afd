import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { type Api, useCity } from '../../support/api.ts';
import { aDraft } from '../../support/appeals.ts';

describe('register: search for people', () => {
  const city = useCity();
  let operator: Api;
  const filed: string[] = [];
  before(async () => {
    operator = await city.staff('operator');
    const { applicant } = aDraft();
    for (const [lastName, firstName, phone, email] of [
      ['Ґудзь', 'Ярина', '050 111 22 33', 'yaryna@місто.укр'],
      ['Ґудзенко', 'Яків', '050 111 22 34', 'yakiv@example.com'],
      ['Іваненко', 'Ярина', '050 111 22 33', 'Other@Example.com'],
    ] as const)
      filed.push(
        (
          await city.api.post(
            '/api/v1/appeals',
            aDraft({ applicant: { ...applicant, lastName, firstName }, contact: { phone, email } }),
          )
        ).body.number,
      );
  });
  const found = async (by: string, said: string): Promise<string[]> => {
    const { status, body } = await operator.post('/api/v1/people/search', { by, said });
    assert.equal(status, 200);
    return body.items.map(({ found: row }: { found: { number: string } }) => row.number);
  };

  it('finds by a number however it is typed, by an address, by how names begin', async () => {
    const [first, second, third] = filed;
    assert.deepEqual(await found('phone', '+380 (50) 111-22-33'), [third, first]);
    assert.deepEqual(await found('email', 'YAKIV@example.com'), [second]);
    assert.deepEqual(await found('email', 'yaryna@місто.укр'), [first]);
    assert.deepEqual(await found('name', 'ґудз'), [second, first]);
    assert.deepEqual(await found('name', 'Ґудз яр'), [first]);
    assert.deepEqual(await found('name', 'Ґ.*'), [], 'signs stand for themselves');
    assert.deepEqual(await found('name', 'Немає'), []);
  });
  it('says that a number is none, and shows nobody to whom they are masked', async () => {
    const { status, body } = await operator.post('/api/v1/people/search', { by: 'phone', said: '12' });
    assert.deepEqual([status, body.errors[0].path, body.errors[0].code], [422, 'said', 'phone.invalid']);
    const roles = mongoose.connection.collection<{ _id: string }>('roles');
    await roles.updateOne({ _id: 'controller' }, { $push: { permissions: 'person.search' } } as never);
    const controller = await city.staff('controller');
    assert.deepEqual((await controller.post('/api/v1/people/search', { by: 'name', said: 'Ґудз' })).body.items, []);
  });
  it('keeps in the audit that somebody looked, without the words', async () => {
    await found('name', 'Іваненко');
    const { items } = (await (await city.staff('auditor')).get('/api/v1/audit?area=personal-data')).body;
    const [last] = items;
    assert.deepEqual([last.kind, last.facts], ['person.searched', { by: 'name', shown: 1 }]);
    assert.equal(JSON.stringify(items).includes('Іваненко'), false);
  });
});
