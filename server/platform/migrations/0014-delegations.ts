import type { Migration } from './migration.ts';

/** Finds who works in whose place, and gives the roles that are there what a role has now: a second name, and a version. */
export const delegations: Migration = {
  id: '0014-delegations',
  async up(db) {
    await db.collection('delegations').createIndexes([
      { key: { takerId: 1, to: 1 }, name: 'taker' },
      { key: { to: -1, _id: -1 }, name: 'latest' },
    ]);
    const roles = db.collection<{ _id: string; en?: string; version?: number }>('roles');
    for (const [_id, en] of ENGLISH) await roles.updateOne({ _id, en: { $exists: false } }, { $set: { en } });
    await roles.updateMany({ version: { $exists: false } }, [
      { $set: { en: { $ifNull: ['$en', '$uk'] }, version: 1 } },
    ]);
  },
};
/** The English names of the roles that every city began with. */
const ENGLISH: readonly (readonly [string, string])[] = [
  ['operator', 'Operator'],
  ['executor', 'Executor'],
  ['controller', 'Controller'],
  ['head', 'Head'],
  ['auditor', 'Auditor'],
  ['administrator', 'Administrator'],
];
