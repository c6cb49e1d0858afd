import type { Migration } from './migration.ts';

/** Indexes that nothing is found by any more: lists of the desk come from the case index, and each of these cost every filing a write. */
const SPARE = ['receivedAt_1', 'executors.departmentId_1_dueOn_1__id_1', 'categoryCode_1_receivedAt_-1'];

/** Drops what no question uses; `receivedAt` alone is the beginning of another index. */
export const spareIndexes: Migration = {
  id: '0027-spare-indexes',
  async up(db) {
    const cases = db.collection('cases');
    const there = new Set((await cases.indexes()).map(({ name }) => name));
    for (const name of SPARE) if (there.has(name)) await cases.dropIndex(name);
  },
};
