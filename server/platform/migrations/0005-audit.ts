import type { Migration } from './migration.ts';

/** Finds what was done to accounts and what staff were shown among the events of a million cases. */
export const audit: Migration = {
  id: '0005-audit',
  async up(db) {
    await db.collection('events').createIndexes([
      {
        key: { 'subject.kind': 1, _id: -1 },
        name: 'staff_newest',
        partialFilterExpression: { 'subject.kind': { $in: ['staff', 'staff-role'] } },
      },
    ]);
  },
};
