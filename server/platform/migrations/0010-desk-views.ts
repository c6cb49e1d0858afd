import type { Migration } from './migration.ts';

/** One list of a name for each member of staff. */
export const deskViews: Migration = {
  id: '0010-desk-views',
  async up(db) {
    await db.collection('desk_views').createIndexes([{ key: { staffId: 1, name: 1 }, name: 'own', unique: true }]);
  },
};
