import type { Migration } from './migration.ts';

/**
 * The city's own words of its text messages: whoever kept the reference data keeps these too. The editions need no index of
 * their own, for they lie by their ids in the order of their templates.
 */
export const messageTexts: Migration = {
  id: '0023-message-texts',
  async up(db) {
    const roles = db.collection<{ _id: string; permissions: string[] }>('roles');
    await roles.updateMany({ permissions: 'reference.manage' }, { $addToSet: { permissions: 'messages.manage' } });
  },
};
