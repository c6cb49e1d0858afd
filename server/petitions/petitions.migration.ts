import type { Migration } from '#server/platform/migrations/migration.ts';
import { charterSeed } from './charter.ts';

/** Only rows that wait for the sealer. */
const unsealed = { name: 'unsealed', partialFilterExpression: { window: null } };

/** Electronic petitions, their signatures, the windows that seal them, and the first edition of what the charter sets. */
export const firstPetitions: Migration = {
  id: '0028-petitions',
  async up(db) {
    await db.collection('petitions').createIndexes([
      { key: { number: 1 }, name: 'number', unique: true, partialFilterExpression: { number: { $type: 'number' } } },
      { key: { status: 1, publishedAt: -1 }, name: 'status' },
      { key: { stems: 1 }, name: 'stems' },
      { key: { 'initiator.emailHash': 1 }, name: 'initiator' },
      { key: { createdAt: 1 }, name: 'unconfirmed', partialFilterExpression: { status: 'unconfirmed' } },
    ]);
    await db.collection('petition_signatures').createIndexes([
      // Only rows that have a key: who took a signature back may sign again.
      {
        key: { keys: 1, petitionId: 1 },
        name: 'person',
        unique: true,
        partialFilterExpression: { keys: { $exists: true } },
      },
      { key: { petitionId: 1, _id: 1 }, name: 'petition' },
      { key: { petitionId: 1, _id: 1 }, ...unsealed },
      { key: { petitionId: 1, _id: 1 }, name: 'held', partialFilterExpression: { window: 0 } },
    ]);
    await db.collection('petition_removals').createIndexes([
      { key: { signatureId: 1 }, name: 'signature', unique: true },
      { key: { petitionId: 1, _id: 1 }, name: 'petition' },
      { key: { petitionId: 1, _id: 1 }, ...unsealed },
    ]);
    await db.collection('petition_windows').createIndexes([
      { key: { petitionId: 1, n: 1 }, name: 'order', unique: true },
      { key: { petitionId: 1, size: 1 }, name: 'place' },
      { key: { petitionId: 1, at: 1 }, name: 'time' },
    ]);
    await db.collection('petition_roots').createIndexes([{ key: { petitionId: 1, on: 1 }, name: 'day', unique: true }]);
    // Who registers appeals checks petitions too, and who signs answers answers them, until the city says otherwise.
    const roles = db.collection<{ _id: string; permissions: string[] }>('roles');
    await roles.updateMany({ permissions: 'case.register' }, { $addToSet: { permissions: 'petition.moderate' } });
    await roles.updateMany({ permissions: 'case.sign' }, { $addToSet: { permissions: 'petition.review' } });
    const charters = db.collection<{ _id: number }>('petition_charters');
    for (const { _id, ...row } of charterSeed())
      await charters.updateOne({ _id }, { $setOnInsert: row }, { upsert: true });
  },
};
