import type { Migration } from './migration.ts';

const MONTH_S = 30 * 86_400;

/** Finds the orders for many cases whose time has come, and lets those that ended go after a month. */
export const bulk: Migration = {
  id: '0006-bulk',
  async up(db) {
    await db.collection('bulks').createIndexes([
      { key: { runAt: 1 }, name: 'to_do', partialFilterExpression: { state: { $in: ['waiting', 'running'] } } },
      { key: { endedAt: 1 }, name: 'ended', expireAfterSeconds: MONTH_S },
    ]);
  },
};
