import assert from 'node:assert/strict';
import { joinCase } from '#server/register/index.ts';
import { Joining } from '#shared/contract/filing.ts';
import { type Api, useCity } from '../../support/api.ts';
import { aDraft } from '../../support/appeals.ts';

const joining = (over: object = {}) =>
  Joining.parse({
    applicant: { lastName: 'Мельник', firstName: 'Оксана', residence: 'м. Одеса, вул. Софіївська, 10' },
    contact: { email: 'oksana@example.com' },
    ...over,
  });

describe('register: joining another’s case', () => {
  const city = useCity();
  let operator: Api;
  before(async () => {
    operator = await city.staff('operator');
  });
  const published = async (): Promise<{ id: string; number: string }> => {
    const draft = aDraft({ consents: { sms: false, publication: true } });
    const { body } = await city.api.post('/api/v1/appeals', draft);
    const publication = { state: 'public', text: 'Не горить ліхтар.' };
    await operator.post(`/api/v1/register/${body.id}/publish`, { expectedVersion: 1, publication });
    return body;
  };

  it('makes a co-applicant with an answer and an access code of their own, which opens what is public and no more', async () => {
    const { id, number } = await published();
    const { accessCode, found } = await joinCase(id, joining());
    assert.equal(found.applicants, 2);
    const { body: session } = await city.api.post('/api/v1/sessions', { number, accessCode });
    const { body } = await city.api.as(session.token).get(`/api/v1/appeals/${id}`);
    assert.deepEqual([body.viewer, body.details, body.applicants], ['joined', null, 2]);
    assert.ok(!JSON.stringify(body).includes('під’їзду'));
    const { body: mine } = await city.api.as(session.token).get('/api/v1/my/appeals');
    assert.deepEqual(
      mine.items.map((item: { id: string }) => item.id),
      [id],
    );
  });
  it('is shown to those who handle the case, and counted once each', async () => {
    const { id } = await published();
    await Promise.all(
      Array.from({ length: 5 }, (_, i) => joinCase(id, joining({ contact: { email: `a${i}@example.com` } }))),
    );
    const { body } = await operator.get(`/api/v1/register/${id}`);
    const roles = body.applicants.map(({ role, joined }: { role: string; joined: boolean }) => `${role} ${joined}`);
    assert.deepEqual(roles.sort(), ['applicant false', ...Array(5).fill('coAuthor true')]);
    assert.equal((await city.api.get(`/api/v1/appeals/${id}`)).body.applicants, 6);
  });
  it('is refused where nothing is public', async () => {
    const { body } = await city.api.post('/api/v1/appeals', aDraft());
    await assert.rejects(joinCase(body.id, joining()), { code: 'not-found' });
  });
});
