import type { Migration } from './migration.ts';

const NEW_ROLES = [
  ['auditor', 'Аудитор', ['audit.read']],
  ['administrator', 'Адміністратор', ['staff.manage', 'reference.manage', 'audit.read']],
] as const;

/** What came with the whole life of a case: fields of those that were there, the words of moves, and the new permissions. */
export const register: Migration = {
  id: '0004-register',
  async up(db) {
    await db.collection('case_documents').createIndexes([{ key: { caseId: 1, at: 1 } }]);
    await db
      .collection('cases')
      .createIndexes([{ key: { 'links.id': 1 }, partialFilterExpression: { 'links.id': { $exists: true } } }]);
    await db
      .collection('cases')
      .createIndexes([
        { key: { receivedAt: 1, _id: 1 } },
        { key: { 'promise.on': 1 }, partialFilterExpression: { 'promise.on': { $gt: '' } } },
      ]);
    await db.collection('cases').updateMany(
      { links: { $exists: false } },
      {
        $set: {
          awaitingApplicantSince: null,
          control: null,
          promise: null,
          procedure: 'appeal',
          links: [],
          statusBefore: null,
        },
      },
    );
    await db.collection('answers').updateMany({ followUpOn: { $exists: false } }, { $set: { followUpOn: null } });
    await db.collection('cases').updateMany(
      { 'classification.receiptForm': { $exists: true }, 'classification.sex': { $exists: false } },
      {
        $set: {
          'classification.sex': null,
          'classification.authorCategories': [],
          'classification.socialStatus': null,
        },
      },
    );
    await db.collection('answers').createIndexes([{ key: { digest: 1 } }]);
    await db
      .collection('history_leaves')
      .createIndexes([{ key: { 'subject.kind': 1, 'subject.id': 1, seq: 1 }, unique: true }]);
    await db.collection('sign_in_delays').createIndexes([{ key: { expiresAt: 1 }, expireAfterSeconds: 0 }]);
    await db.collection('staff').updateMany({ totp: { $exists: false } }, { $set: { oneTimeUntil: null, totp: null } });
    await db
      .collection('roles')
      .updateMany({ needsTotp: { $exists: false } }, { $set: { needsTotp: false, guardedAt: null } });
    // A city that is there already has somebody for each new verb from the first day on; whom it trusts is its own to change.
    const roles = db.collection<{ _id: string; permissions: string[] }>('roles');
    const grant = (held: string, permissions: string[]) =>
      roles.updateMany({ permissions: held }, { $addToSet: { permissions: { $each: permissions } } });
    await grant('case.register', ['case.forward', 'case.merge', 'case.reclassify', 'person.search', 'person.reveal']);
    await grant('case.control', ['case.merge', 'person.reveal']);
    await grant('case.sign', ['case.extend', 'case.decide', 'case.forward', 'person.reveal']);
    await grant('case.readAny', ['reports.read']);
    // Roles that no city had before; a new city's are made with it, and the first of their holders by the `add-staff` task.
    if ((await roles.countDocuments()) > 0)
      for (const [_id, uk, permissions] of NEW_ROLES)
        await roles.updateOne(
          { _id },
          { $setOnInsert: { uk, permissions: [...permissions], needsTotp: false, guardedAt: null } },
          { upsert: true },
        );
  },
};
