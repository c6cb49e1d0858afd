import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { CategoryModel, loadCatalogue } from '#server/catalogue/index.ts';
import { type Api, useCity } from '../../support/api.ts';
import { aDraft, type Draft } from '../../support/appeals.ts';

const POINT: { type: 'Point'; coordinates: [number, number] } = { type: 'Point', coordinates: [30.7383, 46.4847] };
const WORDS = { state: 'public', text: 'Не горить ліхтар біля зупинки.' } as const;

describe('attacks: what staff and strangers see', () => {
  const city = useCity();
  let operator: Api;
  before(async () => {
    operator = await city.staff('operator');
  });
  const file = async (over: Partial<Draft> = {}): Promise<{ id: string; number: string }> =>
    (await city.api.post('/api/v1/appeals', aDraft({ consents: { sms: false, publication: true }, ...over }))).body;
  const move = (id: string, verb: string, body: object) => operator.post(`/api/v1/register/${id}/${verb}`, body);

  it('keeps a benefit, which tells of health and service, from all but those who register', async () => {
    const { id } = await file({ benefit: 'war-disability' });
    const benefitFor = async (login: string) => {
      const { body } = await (await city.staff(login)).get(`/api/v1/register/${id}`);
      return [body.priority, body.applicants[0].benefit];
    };
    assert.deepEqual(await benefitFor('operator'), ['first_head', 'war-disability']);
    assert.deepEqual(await benefitFor('controller'), ['first_head', null]);
    assert.deepEqual(await benefitFor('head'), ['first_head', null]);
  });
  it('never shows a flat, even where the address is shown', async () => {
    await CategoryModel.updateOne({ _id: 'street-light' }, { $set: { precision: 'exact' } });
    await loadCatalogue();
    const { id } = await file({ place: { address: 'вул. Дерибасівська, 10, кв. 12', point: POINT } });
    await move(id, 'publish', { expectedVersion: 1, publication: WORDS });
    const { published } = (await city.api.get(`/api/v1/appeals/${id}`)).body;
    assert.equal(published.address, 'вул. Дерибасівська, 10');
  });
  it('lets nothing of need, health, home and family be published, not even its point', async () => {
    const { id } = await file({ categoryCode: 'social-help', place: { point: POINT } });
    const { status, body } = await move(id, 'publish', { expectedVersion: 1, publication: { state: 'anonymised' } });
    assert.deepEqual([status, body.errors?.[0]?.code], [422, 'publication.above-ceiling']);
  });
  it('closes what was published before registration found out that it is of such a group', async () => {
    const { id } = await file({ place: { point: POINT } });
    await move(id, 'publish', { expectedVersion: 1, publication: WORDS });
    assert.equal((await city.api.get(`/api/v1/appeals/${id}`)).status, 200);
    const { body } = await move(id, 'register', { expectedVersion: 2, questionGroup: 8 });
    assert.deepEqual([body.status, body.publication.state, body.publication.ceiling], ['registered', 'none', 'none']);
    assert.equal((await city.api.get(`/api/v1/appeals/${id}`)).status, 404);
  });
  it('does not tell strangers how the city works inside when a case can be joined no longer', async () => {
    const { id } = await file();
    await move(id, 'publish', { expectedVersion: 1, publication: WORDS });
    await mongoose.connection
      .collection('cases')
      .updateOne({ _id: new mongoose.Types.ObjectId(id) }, { $set: { dueOn: null, status: 'answer_review' } });
    const { applicant, contact } = aDraft();
    const { status, body } = await city.api.post(`/api/v1/appeals/${id}/join`, { applicant, contact });
    assert.deepEqual([status, body.from], [409, 'in_work']);
  });
  it('asks the store as much of a number that nobody has as of one that is not public', async () => {
    const { number } = await file();
    const asked = async (path: string, body: object): Promise<string[]> => {
      const questions: string[] = [];
      mongoose.set('debug', (collection: string, method: string) => void questions.push(`${collection}.${method}`));
      try {
        assert.equal((await city.api.post(path, body)).status, 401);
      } finally {
        mongoose.set('debug', false);
      }
      return questions;
    };
    const open = (of: string) => asked('/api/v1/sessions', { number: of, accessCode: '0000000000' });
    assert.deepEqual(await open(number), await open('2699999997'));
  });
});
