import type { Migration } from './migration.ts';

/** A letter that came back can be sent again: each time is a round of its own, and no round is there twice. */
export const mailAgain: Migration = {
  id: '0021-mail-again',
  async up(db) {
    const items = db.collection('postal_items');
    await items.updateMany({ round: { $exists: false } }, { $set: { round: 1 } });
    await items.createIndexes([{ key: { eventId: 1, personId: 1, round: 1 }, name: 'once-a-round', unique: true }]);
    const names = (await items.indexes()).map(({ name }) => name);
    if (names.includes('once')) await items.dropIndex('once');
  },
};
