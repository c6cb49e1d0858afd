import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { CaseModel } from '#server/register/case.model.ts';
import { type Api, useCity } from '../../support/api.ts';
import { aDraft } from '../../support/appeals.ts';
import { RIGHT } from '../../support/right-bodies.ts';

const JOINING = RIGHT['/api/v1/appeals/{id}/join'] ?? {};

describe('appeals: joining over the API', () => {
  const city = useCity();
  let operator: Api;
  before(async () => {
    operator = await city.staff('operator');
  });
  const published = async (): Promise<string> => {
    const { body } = await city.api.post('/api/v1/appeals', aDraft());
    const publish = { expectedVersion: 1, publication: { state: 'anonymised' } };
    await operator.post(`/api/v1/register/${body.id}/publish`, publish);
    return body.id;
  };
  const join = (id: string, body: object, key?: string) =>
    city.api.post(`/api/v1/appeals/${id}/join`, body, key ? { 'idempotency-key': key } : {});
  const applicantsOf = async (id: string) => (await CaseModel.findById(id).lean())?.applicants;

  it('answers with the number, an access code of one’s own and the date, and says where the appeal is', async () => {
    const id = await published();
    const { status, body, headers } = await join(id, JOINING);
    assert.equal(status, 201);
    assert.deepEqual(Object.keys(body).sort(), ['accessCode', 'dueOn', 'id', 'number']);
    assert.match(body.accessCode, /^[0-9A-Z]{10}$/);
    assert.equal(headers.location, `/api/v1/appeals/${id}`);
  });
  it('makes one co-applicant for one key, however often and however close together it comes', async () => {
    const id = await published();
    const key = randomUUID();
    const replies = await Promise.all(Array.from({ length: 4 }, () => join(id, JOINING, key)));
    assert.deepEqual([...new Set(replies.map(({ body }) => body.accessCode))].length, 1);
    assert.equal(await applicantsOf(id), 2);
    const other = await join(id, { ...JOINING, contact: { email: 'other@example.com' } }, key);
    assert.deepEqual([other.status, other.body.code], [422, 'idempotency.reused']);
  });
  it('asks of one who joins what the law asks, and no more', async () => {
    const id = await published();
    const { status, body } = await join(id, { applicant: {}, contact: {} });
    assert.equal(status, 422);
    const paths = body.errors.map(({ path }: { path: string }) => path);
    for (const path of ['applicant.lastName', 'applicant.firstName', 'applicant.residence', 'contact'])
      assert.ok(paths.includes(path), path);
    assert.equal((await join(id, { ...JOINING, text: 'ще слово' })).status, 422);
  });
  it('knows no appeal that is not public, and none that is not there', async () => {
    const { body } = await city.api.post('/api/v1/appeals', aDraft());
    for (const id of [body.id, 'f'.repeat(24), 'x']) assert.equal((await join(id, JOINING)).status, 404, id);
  });
  it('refuses one that was answered', async () => {
    const id = await published();
    await CaseModel.updateOne({ _id: id }, { $set: { dueOn: null } });
    const { status, body } = await join(id, JOINING);
    assert.deepEqual([status, body.code], [409, 'move.refused']);
  });
});
