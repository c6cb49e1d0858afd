import type { Migration } from './migration.ts';

/** Numbers that are kept for journals on paper are found by their reservation. */
export const paperJournals: Migration = {
  id: '0019-paper-journals',
  async up(db) {
    await db.collection('reserved_numbers').createIndexes([{ key: { reservationId: 1, _id: 1 }, name: 'reservation' }]);
  },
};
