import type { Migration } from './migration.ts';

/** Codes are counted by network, range and day, and what is in the ledger of messages can be told without reading a year of it. */
export const smsWatch: Migration = {
  id: '0026-sms-watch',
  async up(db) {
    await db.collection('code_counts').createIndexes([{ key: { expiresAt: 1 }, expireAfterSeconds: 0 }]);
    await db
      .collection('deliveries')
      .createIndexes([
        { key: { 'changes.0.at': 1 } },
        { key: { state: 1 }, partialFilterExpression: { state: 'unknown' } },
      ]);
  },
};
