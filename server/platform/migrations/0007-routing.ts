import type { Migration } from './migration.ts';

/** The empty set of routing rules: there is one, so that two people at once never make two. */
export const routing: Migration = {
  id: '0007-routing',
  async up(db) {
    await db
      .collection<{ _id: string }>('routing')
      .updateOne({ _id: 'rules' }, { $setOnInsert: { version: 0, rules: [] } }, { upsert: true });
  },
};
