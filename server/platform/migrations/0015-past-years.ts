import type { Migration } from './migration.ts';

/** Rows of other registers come in once, and the same name at the same home is found. */
export const pastYears: Migration = {
  id: '0015-past-years',
  async up(db) {
    await db.collection('cases').createIndexes([
      {
        key: { 'past.source': 1, 'past.key': 1 },
        name: 'past',
        unique: true,
        partialFilterExpression: { 'past.key': { $gt: '' } },
      },
    ]);
    await db
      .collection('people')
      .createIndexes([{ key: { homeHash: 1 }, name: 'home', partialFilterExpression: { homeHash: { $gt: '' } } }]);
  },
};
