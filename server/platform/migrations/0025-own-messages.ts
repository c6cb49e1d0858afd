import type { Migration } from './migration.ts';

/** People see the messages that went to them, and switch letters and kinds of texts; every switch is kept. */
export const ownMessages: Migration = {
  id: '0025-own-messages',
  async up(db) {
    await db.collection('deliveries').createIndexes([{ key: { 'recipient.id': 1 }, name: 'recipient' }]);
    await db.collection('consent_changes').createIndexes([{ key: { partId: 1, _id: 1 }, name: 'part' }]);
    await db
      .collection('case_participants')
      .updateMany({ emailOffAt: { $exists: false } }, { $set: { emailOffAt: null, mutedKinds: [] } });
  },
};
