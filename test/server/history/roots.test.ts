import assert from 'node:assert/strict';
import supertest from 'supertest';
import { EventModel } from '#server/history/event.model.ts';
import { type SealedEvent, seal } from '#server/history/event.seal.ts';
import { eventsOf, makeNightlyRoot, verifyHistory } from '#server/history/index.ts';
import { LeafModel, RootModel } from '#server/history/root.model.ts';
import { addLeaf, beginRoot, sealRoot } from '#server/history/root.seal.ts';
import { shiftClock } from '#server/platform/clock.ts';
import { OutboxModel } from '#server/platform/outbox.ts';
import { CaseModel } from '#server/register/case.model.ts';
import { auditCases } from '#server/register/index.ts';
import { useCity } from '../../support/api.ts';
import { aDraft } from '../../support/appeals.ts';

const DAY_MS = 86_400_000;

describe('history: nightly roots', () => {
  const city = useCity();
  let id = '';
  const file = async (): Promise<string> => (await city.api.post('/api/v1/appeals', aDraft())).body.id;
  const register = async (): Promise<void> => {
    const operator = await city.staff('operator');
    await operator.post(`/api/v1/register/${id}/register`, { expectedVersion: 1, questionGroup: 9 });
  };
  beforeEach(async () => {
    id = await file();
    await makeNightlyRoot();
  });
  afterEach(async () => {
    shiftClock(0);
    for (const model of [EventModel, CaseModel, OutboxModel, LeafModel, RootModel])
      await model.collection.deleteMany({});
  });
  const faults = async (kept: { night: string; hash: string }[] = []) => {
    const { broken, astray } = await verifyHistory(auditCases, { kept });
    return [...broken.map((subject) => `${subject} broken`), ...astray.map((a) => `${a.subject} ${a.fault}`)];
  };
  const published = async () => (await supertest(city.app.listener).get('/history/roots.json').expect(200)).body.roots;
  /** What somebody with the database and the key of the history does: another fact, and every seal made anew. */
  const rewrite = async (): Promise<void> => {
    let last: SealedEvent | null = null;
    for (const event of await eventsOf({ kind: 'case', id })) {
      const facts = { ...event.facts, isForged: true };
      last = seal({ ...event, facts }, event.at, last);
      await EventModel.collection.replaceOne({ 'subject.id': id, seq: event.seq }, last);
    }
  };

  it('are made once a night, take in what changed, and hold', async () => {
    assert.equal(await makeNightlyRoot(), null);
    shiftClock(DAY_MS);
    await register();
    await file();
    const second = await makeNightlyRoot();
    assert.deepEqual([second?.subjects, second?.changed], [2, 2]);
    shiftClock(2 * DAY_MS);
    assert.equal((await makeNightlyRoot())?.changed, 0);
    assert.equal(await LeafModel.countDocuments(), 3);
    assert.deepEqual(await faults(await published()), []);
  });

  it('are published for anybody to keep, and name no case', async () => {
    const [root] = await published();
    assert.deepEqual(Object.keys(root).sort(), ['changed', 'hash', 'madeAt', 'night', 'prev', 'subjects']);
    assert.match(root.hash, /^[0-9a-f]{64}$/);
  });

  it('find an event that was sealed anew with the real key, also when a later night covered the forgery', async () => {
    await rewrite();
    assert.deepEqual(await faults(), [`case ${id} chainRewritten`]);
    shiftClock(DAY_MS);
    await register();
    await makeNightlyRoot();
    assert.deepEqual(await faults(), [`case ${id} chainRewritten`]);
  });

  it('find a subject whose every trace in the database is gone', async () => {
    for (const model of [EventModel, CaseModel, OutboxModel]) await model.collection.deleteMany({});
    assert.deepEqual(await faults(), [`case ${id} historyGone`]);
  });

  it('find leaves that were changed to fit, and a root that was changed without the key', async () => {
    const [night] = await RootModel.distinct('_id');
    await rewrite();
    const [event] = await eventsOf({ kind: 'case', id });
    await LeafModel.collection.updateOne({}, { $set: { mac: event?.mac } });
    assert.deepEqual(await faults(), [`root ${night} rootUnlike`]);
    await RootModel.collection.updateOne({}, { $set: { hash: 'f'.repeat(64) } });
    assert.deepEqual(await faults(), [`root ${night} rootForged`]);
  });

  it('find, by a copy kept outside, a root that was made anew with the key, or removed with its leaves', async () => {
    const kept = await published();
    await rewrite();
    const [root] = await RootModel.find().lean();
    const [event] = await eventsOf({ kind: 'case', id });
    assert.ok(root && event);
    const leaf = { subject: event.subject, seq: event.seq, mac: event.mac };
    await LeafModel.collection.updateOne({}, { $set: { mac: event.mac } });
    const { _id, madeAt, subjects, changed, prev } = root;
    const hash = addLeaf(beginRoot(prev), leaf).digest('hex');
    await RootModel.collection.deleteMany({});
    await RootModel.create(sealRoot({ _id, madeAt, subjects, changed, prev, hash }));
    assert.deepEqual(await faults(), []);
    assert.deepEqual(await faults(kept), [`root ${_id} rootNotKept`]);
    for (const model of [LeafModel, RootModel]) await model.collection.deleteMany({});
    assert.deepEqual(await faults(kept), [`root ${_id} rootNotKept`]);
  });

  it('are made afresh where a night was left half done', async () => {
    await RootModel.deleteMany({});
    assert.equal((await makeNightlyRoot())?.changed, 1);
    assert.deepEqual(await faults(), []);
  });

  it('hold when the words of a case are erased with their salt', async () => {
    await CaseModel.collection.updateOne({}, { $unset: { text: '', textSalt: '' } });
    assert.deepEqual(await faults(await published()), []);
  });
});
