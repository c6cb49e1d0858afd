import type { Migration } from './migration.ts';

/** Whoever signed until now goes on signing whatever the priority; whom a city trusts with what the first head considers is its own to change. */
export const firstHead: Migration = {
  id: '0016-first-head',
  async up(db) {
    const roles = db.collection<{ _id: string; permissions: string[] }>('roles');
    await roles.updateMany({ permissions: 'case.sign' }, { $addToSet: { permissions: 'case.firstHead' } });
  },
};
