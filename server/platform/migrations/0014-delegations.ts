import type { Migration } from './migration.ts';

/** Finds in whose place somebody works, and lists the latest. */
export const delegations: Migration = {
  id: '0014-delegations',
  async up(db) {
    await db.collection('delegations').createIndexes([
      { key: { takerId: 1, to: 1 }, name: 'taker' },
      { key: { to: -1, _id: -1 }, name: 'latest' },
    ]);
  },
};
