import assert from 'node:assert/strict';
import { Types } from 'mongoose';
import { CategoryModel, loadCatalogue } from '#server/catalogue/index.ts';
import { type Case, CaseModel } from '#server/register/case.model.ts';
import { isPublic, publiclyReadable } from '#server/register/public-case.ts';
import { type Api, useCity } from '../../support/api.ts';
import { aDraft, type Draft } from '../../support/appeals.ts';

const CONSENTED = { consents: { sms: false, publication: true } };
const WORDS = { state: 'public', text: 'Не горить ліхтар біля зупинки.' } as const;
/** On Derybasivska. */
const POINT: { type: 'Point'; coordinates: [number, number] } = { type: 'Point', coordinates: [30.7383, 46.4847] };

describe('register: what everybody sees of a case', () => {
  const city = useCity();
  let operator: Api;
  let controller: Api;
  before(async () => {
    [operator, controller] = (await Promise.all(['operator', 'controller'].map(city.staff))) as [Api, Api];
  });
  const file = async (over: Partial<Draft> = {}): Promise<{ id: string; number: string }> =>
    (await city.api.post('/api/v1/appeals', aDraft({ ...CONSENTED, ...over }))).body;
  const publish = (id: string, publication: object, expectedVersion = 1) =>
    operator.post(`/api/v1/register/${id}/publish`, { expectedVersion, publication });
  const asStranger = (id: string) => city.api.get(`/api/v1/appeals/${id}`);
  const why = async (id: string) => (await operator.get(`/api/v1/register/${id}`)).body.publication.whyUnseen;
  const paths = ({ body }: { body: { errors?: { path: string; code: string }[] } }) =>
    (body.errors ?? []).map(({ path, code }) => [path, code]);

  it('is nothing before an operator publishes it, whatever the applicant allowed', async () => {
    const { id } = await file();
    assert.equal((await asStranger(id)).status, 404);
    assert.equal(await why(id), 'unpublished');
  });
  it('is what the operator wrote, never the applicant’s own words, name, contact, kind or exact place', async () => {
    const place = { address: 'вул. Дерибасівська, 10', point: POINT };
    const { id } = await file({ categoryCode: 'rubbish', place, text: 'Мій телефон 067 123 45 67, кв. 12, сміття.' });
    const { status, body: card } = await publish(id, WORDS);
    assert.deepEqual([status, card.version, card.publication.isVisible], [200, 2, true]);
    const { body } = await asStranger(id);
    assert.deepEqual([body.viewer, body.kind, body.details, body.answer], ['public', null, null, null]);
    assert.equal(body.published.text, WORDS.text);
    assert.deepEqual([body.published.address, body.published.districtCode], [null, 'prymorskyi']);
    assert.notDeepEqual(body.published.point, POINT);
    for (const secret of ['067 123', 'кв. 12', 'Коваль', 'Дерибасівська'])
      assert.ok(!JSON.stringify(body).includes(secret));
  });
  it('shows the very point and address of public infrastructure', async () => {
    const { id } = await file({ place: { address: 'вул. Дерибасівська, 10', point: POINT } });
    await CategoryModel.updateOne({ _id: 'street-light' }, { $set: { precision: 'exact' } });
    await loadCatalogue();
    await publish(id, WORDS);
    const { published } = (await asStranger(id)).body;
    assert.deepEqual([published.point, published.address], [POINT, 'вул. Дерибасівська, 10']);
  });
  it('holds to the applicant’s tick: without it category, state, dates and point alone', async () => {
    const { id } = await file({ consents: { sms: false, publication: false } });
    assert.deepEqual(paths(await publish(id, WORDS)), [['publication.state', 'publication.above-ceiling']]);
    assert.equal((await publish(id, { state: 'anonymised' })).status, 200);
    const { published } = (await asStranger(id)).body;
    assert.deepEqual([published.text, published.photos], [null, []]);
  });
  it('drops words that come with less than a public state', async () => {
    const { id } = await file();
    await publish(id, { ...WORDS, state: 'anonymised' });
    assert.equal((await asStranger(id)).body.published.text, null);
  });
  it('shows neither words nor place of what was told by phone', async () => {
    const { body } = await operator.post('/api/v1/register/appeals', {
      ...aDraft({ ...CONSENTED, place: { point: POINT } }),
      channel: 'phone',
    });
    assert.deepEqual(paths(await publish(body.id, WORDS)), [['publication.state', 'publication.above-ceiling']]);
    await publish(body.id, { state: 'anonymised' });
    const { published } = (await asStranger(body.id)).body;
    assert.deepEqual([published.point, published.districtCode, published.address], [null, null, null]);
  });
  it('is nothing at all of a category that may never be shown', async () => {
    await CategoryModel.updateOne({ _id: 'pollution' }, { $set: { publicity: 'never' } });
    await loadCatalogue();
    const { id } = await file({ categoryCode: 'pollution' });
    assert.deepEqual(paths(await publish(id, { state: 'anonymised' })), [
      ['publication.state', 'publication.above-ceiling'],
    ]);
  });
  it('is gone at once when the category turns to «never», and waits where it is «delayed»', async () => {
    const { id } = await file({ categoryCode: 'trees' });
    await publish(id, WORDS);
    assert.equal((await asStranger(id)).status, 200);
    await CategoryModel.updateOne({ _id: 'trees' }, { $set: { publicity: 'never' } });
    await loadCatalogue();
    assert.equal((await asStranger(id)).status, 404);
    assert.equal(await why(id), 'category');
    await CategoryModel.updateOne({ _id: 'trees' }, { $set: { publicity: 'delayed' } });
    await loadCatalogue();
    const late = await file({ categoryCode: 'trees' });
    assert.equal((await publish(late.id, WORDS)).body.publication.isVisible, false);
    assert.deepEqual([await why(id), await why(late.id)], [null, 'delayed']);
    assert.equal((await asStranger(late.id)).status, 404);
  });
  it('refuses photos of another case, and a publication without what is asked', async () => {
    const { id } = await file();
    const stray = { ...WORDS, photoIds: [String(new Types.ObjectId())] };
    assert.deepEqual(paths(await publish(id, stray)), [['publication.photoIds', 'field.invalid']]);
    const bare = await operator.post(`/api/v1/register/${id}/publish`, { expectedVersion: 1 });
    assert.deepEqual(paths(bare), [['publication', 'field.required']]);
  });
  it('may be changed by those with the right to, at any stage, and hidden with a reason', async () => {
    const { id } = await file();
    const executor = await city.staff('executor');
    const asked = { expectedVersion: 1, publication: WORDS };
    assert.equal((await executor.post(`/api/v1/register/${id}/publish`, asked)).status, 404);
    await publish(id, WORDS);
    const { body } = await operator.post(`/api/v1/register/${id}/register`, { expectedVersion: 2, questionGroup: 9 });
    assert.deepEqual([body.status, body.publication.text], ['registered', WORDS.text]);
    assert.equal((await publish(id, WORDS, 2)).body.code, 'version.stale');
    const reason = { expectedVersion: 3, reasonCode: 'personal-data' };
    const { body: hidden } = await controller.post(`/api/v1/register/${id}/hide`, reason);
    assert.deepEqual([hidden.status, hidden.publication.state], ['registered', 'none']);
    assert.equal((await asStranger(id)).status, 404);
    assert.deepEqual(
      hidden.history.map(({ kind }: { kind: string }) => kind),
      ['appeal.filed', 'appeal.published', 'appeal.registered', 'appeal.hidden'],
    );
  });
  it('goes with its district, and comes back with it', async () => {
    const { id } = await file({ place: { point: POINT } });
    await publish(id, WORDS);
    const turn = (isHidden: boolean) =>
      controller.post('/api/v1/publicity', { districtCode: 'prymorskyi', isHidden, reason: 'Наслідки обстрілу' });
    assert.equal((await operator.post('/api/v1/publicity', {})).status, 403);
    assert.deepEqual((await turn(true)).body, { hidden: ['prymorskyi'] });
    assert.equal((await asStranger(id)).status, 404);
    assert.equal(await why(id), 'district');
    assert.deepEqual((await turn(false)).body, { hidden: [] });
    assert.equal((await asStranger(id)).status, 200);
    const whole = (isHidden: boolean) =>
      controller.post('/api/v1/publicity', { districtCode: '*', isHidden, reason: 'Наслідки обстрілу' });
    await whole(true);
    assert.equal((await asStranger(id)).status, 404);
    assert.deepEqual(await CaseModel.find(publiclyReadable()), []);
    await whole(false);
  });
  it('is said alike by the predicate and by the query', async () => {
    const all = await CaseModel.find().lean<Case[]>();
    const byRule = all.filter(isPublic).map(({ number }) => number);
    const byQuery = (await CaseModel.find(publiclyReadable()).lean<Case[]>()).map(({ number }) => number);
    assert.ok(byRule.length > 3 && byRule.length < all.length);
    assert.deepEqual(byQuery.sort(), byRule.sort());
  });
});
