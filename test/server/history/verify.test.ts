import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { EventModel } from '#server/history/event.model.ts';
import { verifyHistory } from '#server/history/index.ts';
import { OutboxModel } from '#server/platform/outbox.ts';
import { CaseModel } from '#server/register/case.model.ts';
import { auditCases, casesWithoutHistory } from '#server/register/index.ts';
import { useCity } from '../../support/api.ts';
import { aDraft } from '../../support/appeals.ts';

describe('history: the walk that finds tampering', () => {
  const city = useCity();
  let id = '';
  beforeEach(async () => {
    const operator = await city.staff('operator');
    id = (await city.api.post('/api/v1/appeals', aDraft())).body.id;
    await operator.post(`/api/v1/register/${id}/register`, { expectedVersion: 1, questionGroup: 9 });
  });
  afterEach(async () => {
    await EventModel.deleteMany({});
    await CaseModel.deleteMany({});
    await OutboxModel.deleteMany({});
  });
  const walk = async () => {
    const { broken, astray } = await verifyHistory(auditCases);
    return { broken, astray: astray.map(({ fault }) => fault) };
  };
  const event = (seq: number) => ({ 'subject.id': id, seq });

  it('finds nothing where nothing was touched', async () => assert.deepEqual(await walk(), { broken: [], astray: [] }));

  it('finds an event that was changed, taken out or put elsewhere', async () => {
    await EventModel.updateOne(event(1), { $set: { at: new Date(0) } });
    assert.deepEqual((await walk()).broken, [`case ${id}`]);
    await EventModel.deleteOne(event(1));
    assert.deepEqual((await walk()).broken, [`case ${id}`]);
    await EventModel.updateOne(event(2), { $set: { seq: 1 } });
    assert.deepEqual((await walk()).broken, [`case ${id}`]);
  });

  it('walks on over a row that was made unreadable', async () => {
    await EventModel.collection.updateOne(event(1), { $set: { keyId: 'another' } });
    const { body } = await city.api.post('/api/v1/appeals', aDraft());
    await EventModel.collection.updateOne({ 'subject.id': body.id }, { $set: { at: 'yesterday' } });
    assert.deepEqual((await walk()).broken.sort(), [`case ${id}`, `case ${body.id}`].sort());
  });

  it('holds no words and nobody’s data, so that erasing those breaks nothing', async () => {
    assert.doesNotMatch(JSON.stringify(await EventModel.find().lean()), /ліхтар|Коваль|Софіївська|671234567/);
    await CaseModel.collection.updateOne({}, { $unset: { text: '', textSalt: '' } });
    await mongoose.connection.collection('people').deleteMany({});
    assert.deepEqual(await walk(), { broken: [], astray: [] });
  });

  it('finds a last event that was cut off, a state nobody moved to, and a text that was changed', async () => {
    await CaseModel.collection.updateOne({}, { $set: { text: 'Зовсім інший текст.' } });
    assert.deepEqual((await walk()).astray, ['textChanged']);
    await EventModel.deleteOne(event(2));
    assert.deepEqual((await walk()).astray, ['statusChanged', 'historyCut']);
  });

  it('finds a last event that was cut off together with the state and the version that it left', async () => {
    await EventModel.deleteOne(event(2));
    await CaseModel.collection.updateOne({}, { $set: { status: 'submitted', version: 1 } });
    assert.deepEqual((await walk()).astray, ['historyCut']);
  });

  it('finds a case that was set back in version, date, executor or category', async () => {
    const departmentId = new mongoose.Types.ObjectId();
    const changes = {
      versionChanged: { version: 7 },
      dateChanged: { dueOn: '2030-01-01' },
      executorChanged: { executors: [{ departmentId, role: 'main', dueOn: null }] },
      fieldChanged: { categoryCode: 'another' },
    };
    const [before] = await CaseModel.collection.find({}).toArray();
    assert.ok(before);
    for (const [fault, change] of Object.entries(changes)) {
      await CaseModel.collection.updateOne({}, { $set: change });
      assert.deepEqual((await walk()).astray, [fault]);
      await CaseModel.collection.replaceOne({ _id: before._id }, before);
    }
    await CaseModel.collection.updateOne({}, { $set: { receivedAt: new Date(0) } });
    assert.deepEqual((await walk()).astray, ['dateChanged']);
  });

  it('finds a history without its case, and a case without its history', async () => {
    assert.deepEqual(await casesWithoutHistory(), []);
    await EventModel.deleteMany({});
    await OutboxModel.deleteMany({});
    assert.deepEqual(await casesWithoutHistory(), [id]);
    assert.deepEqual(await walk(), { broken: [], astray: [] });
  });
  it('finds a case that was removed', async () => {
    await CaseModel.deleteMany({});
    assert.deepEqual((await walk()).astray, ['caseGone']);
  });
});
