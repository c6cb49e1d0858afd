import type { Migration } from './migration.ts';

/** Roles are the city's own from now on: a state by which a change says what it was made to, and no two of one name. */
export const roles: Migration = {
  id: '0017-roles',
  async up(db) {
    await db.collection('roles').updateMany({ version: { $exists: false } }, { $set: { version: 1 } });
    await db.collection('roles').createIndexes([{ key: { uk: 1 }, name: 'name', unique: true }]);
  },
};
