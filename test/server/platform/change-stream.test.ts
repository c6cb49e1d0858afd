import assert from 'node:assert/strict';
import { followCollections } from '#server/platform/change-stream.ts';
import { database } from '#server/platform/database.ts';
import { useDatabase } from '../../support/database.ts';
import { until } from '../../support/until.ts';

describe('inserts: following what is new in the database', () => {
  useDatabase();

  it('tells of new documents of its collections, in order, with the wanted fields, and of the gap before', async () => {
    const heard: unknown[] = [];
    const following = followCollections({
      collections: ['letters', 'parcels'],
      fields: ['to'],
      onInsert: ({ collection, document }) => heard.push([collection, document.to, Object.keys(document)]),
      onGap: () => heard.push('gap'),
    });
    await until(async () => heard.length === 1);
    for (const [collection, to] of [
      ['letters', 'Оля'],
      ['postcards', 'Ігор'],
      ['parcels', 'Ніна'],
      ['letters', 'Лев'],
    ] as const)
      await database().collection(collection).insertOne({ to, text: 'не для всіх' });
    await database()
      .collection('letters')
      .updateOne({ to: 'Оля' }, { $set: { to: 'Уля' } });
    await database().collection('letters').insertOne({ to: 'Яна' });
    await until(async () => heard.length === 5);
    await following.close();
    const fields = ['_id', 'to'];
    assert.deepEqual(heard, [
      'gap',
      ['letters', 'Оля', fields],
      ['parcels', 'Ніна', fields],
      ['letters', 'Лев', fields],
      ['letters', 'Яна', fields],
    ]);
  });
});
