import type { Migration } from './migration.ts';

/** Notes of a case and whom they name; cases beside a place, whether published or not. */
export const notes: Migration = {
  id: '0008-notes',
  async up(db) {
    await db.collection('case_notes').createIndexes([{ key: { caseId: 1, _id: 1 } }]);
    await db
      .collection('case_mentions')
      .createIndexes([
        { key: { staffId: 1, _id: -1 } },
        { key: { staffId: 1, _id: -1 }, name: 'unread', partialFilterExpression: { readAt: null } },
        { key: { noteId: 1, staffId: 1 }, unique: true },
        { key: { staffId: 1, caseId: 1 } },
      ]);
    // Cases without a point have no place in an index of places.
    await db
      .collection('cases')
      .createIndexes([
        { key: { categoryCode: 1, 'place.point': '2dsphere', receivedAt: -1 }, name: 'near_of_category' },
      ]);
  },
};
