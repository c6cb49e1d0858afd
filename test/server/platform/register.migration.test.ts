import assert from 'node:assert/strict';
import { database } from '#server/platform/database.ts';
import { register } from '#server/platform/migrations/0004-register.ts';
import { useDatabase } from '../../support/database.ts';

interface OldRole {
  _id: string;
  uk?: string;
  permissions: string[];
}
interface Row {
  _id: string;
  [field: string]: unknown;
}

describe('migrations: the whole life of a case', () => {
  useDatabase();
  const roles = () => database().collection<OldRole>('roles');
  const all = () => roles().find().toArray();

  it('adds nobody to a database that has no city yet', async () => {
    await register.up(database());
    assert.deepEqual(await all(), []);
  });
  it('gives a city that is there somebody for each new verb, and roles for its staff, once', async () => {
    await roles().insertMany([
      { _id: 'operator', uk: 'Оператор', permissions: ['case.readAny', 'case.register'] },
      { _id: 'head', uk: 'Керівник', permissions: ['case.readAny', 'case.sign'] },
    ]);
    for (let i = 0; i < 2; i += 1) await register.up(database());
    const held = new Map((await all()).map(({ _id, permissions }) => [_id, permissions]));
    assert.ok(held.get('operator')?.includes('case.merge') && !held.get('operator')?.includes('case.decide'));
    assert.ok(held.get('head')?.includes('case.decide'));
    assert.deepEqual(held.get('administrator'), ['staff.manage', 'reference.manage', 'audit.read']);
    assert.deepEqual([...held.keys()].sort(), ['administrator', 'auditor', 'head', 'operator']);
  });
  it('fills in what older cases and answers lack, and touches no others', async () => {
    await database()
      .collection<Row>('cases')
      .insertMany([
        { _id: 'old', number: '2600000004', classification: { receiptForm: '1.1' } },
        { _id: 'new', number: '2600000012', links: [{ kind: 'repeatOf' }], procedure: 'admin', classification: null },
      ]);
    await register.up(database());
    const cases = await database().collection<Row>('cases').find().toArray();
    const [old, fresh] = ['old', 'new'].map((id) => cases.find(({ _id }) => _id === id));
    assert.deepEqual([old?.procedure, old?.links, old?.control], ['appeal', [], null]);
    assert.deepEqual(old?.classification, { receiptForm: '1.1', sex: null, authorCategories: [], socialStatus: null });
    assert.deepEqual([fresh?.procedure, fresh?.control, fresh?.classification], ['admin', undefined, null]);
  });
});
