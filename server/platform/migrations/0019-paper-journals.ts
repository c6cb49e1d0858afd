import type { Migration } from './migration.ts';

/** Numbers that are kept for journals on paper are found by their reservation; a paper that came back is sent again once. */
export const paperJournals: Migration = {
  id: '0019-paper-journals',
  async up(db) {
    await db.collection('reserved_numbers').createIndexes([{ key: { reservationId: 1, _id: 1 }, name: 'reservation' }]);
    await db.collection('postal_items').createIndexes([
      {
        key: { againOf: 1 },
        name: 'again',
        unique: true,
        partialFilterExpression: { againOf: { $type: 'objectId' } },
      },
    ]);
  },
};
