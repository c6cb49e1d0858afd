import type { Migration } from './migration.ts';

/**
 * What keeps one person of a hundred thousand as near as one of one: a case's parts by person and by how they came, and the
 * messages about a subject in their order. The indexes whose beginnings these are go.
 */
export const largeAudiences: Migration = {
  id: '0024-large-audiences',
  async up(db) {
    const [parts, deliveries] = [db.collection('case_participants'), db.collection('deliveries')];
    await parts.createIndexes([
      { key: { caseId: 1, personId: 1 }, name: 'case-person' },
      { key: { caseId: 1, joinedFrom: 1, role: 1 }, name: 'case-role' },
    ]);
    await deliveries.createIndexes([{ key: { 'subject.kind': 1, 'subject.id': 1, _id: 1 }, name: 'subject' }]);
    const drop = async (of: typeof parts, name: string): Promise<void> => {
      if ((await of.indexes()).some((index) => index.name === name)) await of.dropIndex(name);
    };
    await drop(parts, 'caseId_1');
    await drop(deliveries, 'subject.kind_1_subject.id_1');
  },
};
