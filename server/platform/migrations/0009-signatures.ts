import type { Migration } from './migration.ts';

/** Finds the letter that a signature names by its digest, and the signed file that waits for a case. */
export const signatures: Migration = {
  id: '0009-signatures',
  async up(db) {
    await db.collection('answers').createIndexes([
      {
        key: { 'letter.digests': 1 },
        name: 'letter_digests',
        partialFilterExpression: { 'letter.digests': { $exists: true } },
      },
    ]);
    await db.collection('signed_files').createIndexes([{ key: { caseId: 1 }, name: 'case' }]);
  },
};
