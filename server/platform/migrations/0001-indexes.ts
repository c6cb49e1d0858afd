import type { Migration } from './migration.ts';

/** The collections and their indexes. Those of `cases` serve the desk's lists, public numbers and the map. */
export const indexes: Migration = {
  id: '0001-indexes',
  async up(db) {
    const make = async (name: string, specs: Parameters<ReturnType<typeof db.collection>['createIndexes']>[0]) => {
      await db.collection(name).createIndexes(specs);
    };
    await make('cases', [
      { key: { number: 1 }, unique: true },
      {
        key: { 'registrationIndex.year': 1, 'registrationIndex.series': 1, 'registrationIndex.seq': 1 },
        unique: true,
        partialFilterExpression: { 'registrationIndex.seq': { $gt: 0 } },
      },
      { key: { dueOn: 1, _id: 1 } },
      { key: { status: 1, dueOn: 1, _id: 1 } },
      { key: { 'executors.departmentId': 1, dueOn: 1, _id: 1 } },
      { key: { receivedAt: 1 } },
      { key: { 'publication.point': '2dsphere' } },
    ]);
    await make('case_participants', [
      { key: { caseId: 1 } },
      { key: { personId: 1 } },
      { key: { link: 1 }, unique: true },
    ]);
    await make('people', [
      { key: { phoneHash: 1 }, sparse: true },
      { key: { emailHash: 1 }, sparse: true },
    ]);
    await make('answers', [{ key: { caseId: 1 } }]);
    await make('events', [{ key: { 'subject.kind': 1, 'subject.id': 1, seq: 1 }, unique: true }]);
    await make('outbox', [{ key: { at: 1 }, partialFilterExpression: { 'pending.0': { $exists: true } } }]);
    await make('deliveries', [
      {
        key: { eventId: 1, 'recipient.kind': 1, 'recipient.id': 1, template: 1, channel: 1, round: 1 },
        unique: true,
      },
      { key: { providerId: 1 }, unique: true, partialFilterExpression: { providerId: { $type: 'string' } } },
      { key: { dueAt: 1 }, partialFilterExpression: { dueAt: { $type: 'date' } } },
      { key: { 'subject.kind': 1, 'subject.id': 1 } },
    ]);
    await make('sessions', [
      { key: { expiresAt: 1 }, expireAfterSeconds: 0 },
      { key: { staffId: 1 }, sparse: true },
    ]);
    await make('phone_codes', [
      { key: { createdAt: 1 }, expireAfterSeconds: 2 * 86_400 },
      { key: { phoneHash: 1, createdAt: -1 } },
    ]);
    await make('idempotency_keys', [{ key: { expiresAt: 1 }, expireAfterSeconds: 0 }]);
    await make('staff', [{ key: { login: 1 }, unique: true }]);
    for (const name of ['counters', 'leases', 'roles', 'departments', 'categories', 'legal_settings', 'calendar_days'])
      await db.createCollection(name).catch(() => undefined);
  },
};
