import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { EventModel } from '#server/history/event.model.ts';
import { verifyHistory } from '#server/history/index.ts';
import { CaseModel } from '#server/register/case.model.ts';
import { auditCases } from '#server/register/index.ts';
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
  });
  const walk = async () => {
    const { broken, astray } = await verifyHistory(auditCases);
    return { broken, astray: astray.map((fault) => fault.replace(/^case \w+: /, '')) };
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
    assert.deepEqual((await walk()).broken, []);
  });

  it('finds a last event that was cut off, a state nobody moved to, and a text that was changed', async () => {
    await CaseModel.collection.updateOne({}, { $set: { text: 'Зовсім інший текст.' } });
    assert.deepEqual((await walk()).astray, ['a text is not what the history says it was']);
    await EventModel.deleteOne(event(2));
    assert.deepEqual((await walk()).astray, ['its state is not where the last event left it']);
  });
});
