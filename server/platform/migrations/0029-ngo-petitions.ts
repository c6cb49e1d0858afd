import type { Migration } from './migration.ts';

/** Working days for the notice of a review after a petition came from a civic association (Law 393/96-ВР, art. 23-1). */
const NOTICE_WD = 2;

/** Every edition of the numbers of law names the term that no edition had before; those that have it keep theirs. */
export const ngoPetitions: Migration = {
  id: '0029-ngo-petitions',
  async up(db) {
    const name = 'values.petition.reviewNoticeFromNgoWd';
    await db.collection('legal_settings').updateMany({ [name]: { $exists: false } }, { $set: { [name]: NOTICE_WD } });
  },
};
