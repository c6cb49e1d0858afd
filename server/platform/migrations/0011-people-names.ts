import type { Migration } from './migration.ts';

/** Finds people by how their surname and name begin. */
export const peopleNames: Migration = {
  id: '0011-people-names',
  async up(db) {
    await db.collection('people').createIndexes([{ key: { lastName: 1, firstName: 1 }, name: 'names' }]);
  },
};
