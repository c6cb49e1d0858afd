import type { Migration } from './migration.ts';

/** What came with the map, photos, drafts, local news and letters: new collections, and new fields of those that were there. */
export const residentPath: Migration = {
  id: '0003-resident-path',
  async up(db) {
    const make = async (name: string, specs: Parameters<ReturnType<typeof db.collection>['createIndexes']>[0]) => {
      await db.collection(name).createIndexes(specs);
    };
    await make('cases', [
      {
        key: { 'publication.visibleFrom': -1, _id: -1 },
        partialFilterExpression: { 'publication.at': { $type: 'date' } },
      },
      { key: { 'steps.at': 1 }, partialFilterExpression: { 'publication.at': { $type: 'date' } } },
      {
        key: { 'publication.districtCode': 1, 'publication.visibleFrom': -1, _id: -1 },
        partialFilterExpression: { 'publication.at': { $type: 'date' } },
      },
      { key: { categoryCode: 1, receivedAt: -1 } },
      {
        key: { 'place.streetId': 1, receivedAt: -1 },
        partialFilterExpression: { 'publication.address': { $type: 'string' } },
      },
      { key: { reopenRequestedAt: 1 }, partialFilterExpression: { reopenRequestedAt: { $type: 'date' } } },
    ]);
    await make('district_switches', [{ key: { districtCode: 1, _id: -1 } }]);
    await make('reports', [{ key: { settledAt: 1, at: 1 } }]);
    await make('feedback', [{ key: { caseId: 1, at: -1 } }]);
    await make('drafts', [{ key: { expiresAt: 1 }, expireAfterSeconds: 0 }]);
    await make('subscriptions', [
      { key: { emailHash: 1, createdAt: -1 } },
      { key: { toldUntil: 1 }, partialFilterExpression: { confirmedAt: { $type: 'date' } } },
      { key: { createdAt: 1 }, expireAfterSeconds: 2 * 86_400, partialFilterExpression: { confirmedAt: null } },
    ]);
    await make('contact_codes', [
      { key: { createdAt: 1 }, expireAfterSeconds: 2 * 86_400 },
      { key: { contactHash: 1, createdAt: -1 } },
    ]);
    await make('attachments', [
      { key: { 'owner.kind': 1, 'owner.id': 1, purpose: 1, kind: 1, slot: 1 }, unique: true },
      { key: { createdAt: 1 }, partialFilterExpression: { 'owner.kind': 'draft' } },
    ]);
    // GridFS would make its own at the first upload, which should wait for nothing.
    await make('files.files', [{ key: { filename: 1, uploadDate: 1 } }]);
    await make('files.chunks', [{ key: { files_id: 1, n: 1 }, unique: true }]);
    for (const name of ['stated_benefits', 'districts', 'streets'])
      await db.createCollection(name).catch(() => undefined);

    const unpublished = {
      answer: null,
      photoIds: [],
      address: null,
      districtCode: null,
      at: null,
      visibleFrom: null,
      byId: null,
    };
    const added = Object.entries(unpublished).map(([name, value]) => [`publication.${name}`, value]);
    await db.collection('cases').updateMany(
      { applicants: { $exists: false } },
      {
        $set: {
          ...Object.fromEntries(added),
          'place.streetId': null,
          'place.districtCode': null,
          priority: 'none',
          applicants: 1,
          reopenRequestedAt: null,
          answers: [],
        },
      },
    );
    await db
      .collection('people')
      .updateMany({ emailVerifiedAt: { $exists: false } }, { $set: { emailVerifiedAt: null } });
    const nobody = { accessKeyId: null, helperPhone: null, basis: null, emailDetachedAt: null };
    await db.collection('case_participants').updateMany({ accessKeyId: { $exists: false } }, { $set: nobody });
    // A city that is there already can publish from the first day on; whom it trusts with that is its own to change.
    const roles = db.collection<{ _id: string; permissions: string[] }>('roles');
    await roles.updateMany({ permissions: 'case.register' }, { $addToSet: { permissions: 'case.publish' } });
    await roles.updateMany(
      { permissions: 'case.control', _id: 'controller' },
      { $addToSet: { permissions: { $each: ['case.publish', 'publicity.switch'] } } },
    );
  },
};
