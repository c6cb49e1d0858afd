import assert from 'node:assert/strict';
import supertest from 'supertest';
import { verifyHistory } from '#server/history/index.ts';
import { auditCases } from '#server/register/index.ts';
import { unit } from '#server/seeds/city.ts';
import type { AuditEntry } from '#shared/contract/audit.ts';
import { type Api, useCity } from '../../support/api.ts';
import { aDraft } from '../../support/appeals.ts';

const APPLICANT = {
  lastName: 'Ткаченко',
  firstName: 'Олена',
  patronymic: 'Іванівна',
  residence: 'м. Одеса, вул. Софіївська, 10, кв. 5',
};
const CONTACT = { phone: '067 123 45 12', email: 'olena@city.example', postal: '65082, Одеса, а/с 7' };
const OPEN = ['Ткаченко', 'Софіївська, 10', '+380671234512', 'olena@', 'а/с 7'];

describe('register: people are masked for whoever does not handle the case', () => {
  const city = useCity();
  let id = '';
  let number = '';
  const staff = {} as Record<'operator' | 'executor' | 'roads' | 'controller' | 'head' | 'auditor', Api>;
  before(async () => {
    for (const login of ['operator', 'executor', 'roads', 'controller', 'head', 'auditor'] as const)
      staff[login] = await city.staff(login);
    ({ id, number } = (
      await city.api.post('/api/v1/appeals', aDraft({ applicant: APPLICANT, contact: CONTACT }))
    ).body);
    await staff.operator.post(`/api/v1/register/${id}/register`, { expectedVersion: 1, questionGroup: 9 });
    await staff.operator.post(`/api/v1/register/${id}/assign`, { expectedVersion: 2, departmentId: String(unit(4)) });
  });
  const applicantsFor = async (api: Api) => {
    const { status, body } = await api.get(`/api/v1/register/${id}`);
    assert.equal(status, 200);
    return body.applicants as { isMasked: boolean; name: string }[];
  };
  const entries = async (query = ''): Promise<AuditEntry[]> =>
    (await staff.auditor.get(`/api/v1/audit?${query}`)).body.items;
  const holdsOpen = (said: unknown): string[] => OPEN.filter((words) => JSON.stringify(said).includes(words));

  it('shows them whole to who registers and who works on it, and masked to others', async () => {
    for (const login of ['operator', 'executor'] as const) {
      const [person] = await applicantsFor(staff[login]);
      assert.deepEqual([person?.isMasked, holdsOpen(person)], [false, OPEN], login);
    }
    for (const login of ['controller', 'head'] as const) {
      const [person] = await applicantsFor(staff[login]);
      assert.ok(person?.isMasked);
      assert.deepEqual(holdsOpen(person), []);
      assert.equal(person.name, 'Т. О. І.');
    }
    assert.equal((await staff.roads.get(`/api/v1/register/${id}`)).status, 404);
  });
  it('reveals them for a reason, and the audit has who looked, when, at what and why, before they are shown', async () => {
    const { status, body } = await staff.controller.post(`/api/v1/register/${id}/reveal`, { reason: 'check' });
    assert.equal(status, 200);
    assert.deepEqual(holdsOpen(body), OPEN);
    const [newest] = await entries('area=personal-data');
    assert.deepEqual(
      [newest?.kind, newest?.reasonCode, newest?.facts, newest?.member],
      ['person.revealed', 'check', { caseId: id, number }, null],
    );
    assert.ok(newest?.actor?.name);
    assert.deepEqual(holdsOpen(await entries()), []);
    assert.ok((await applicantsFor(staff.controller))[0]?.isMasked, 'the next card is masked again');
  });
  it('refuses a reveal without a reason, of a case that is not there, and keeps nothing of it', async () => {
    const before = (await entries()).length;
    for (const [body, status] of [
      [{}, 422],
      [{ reason: 'curious' }, 422],
      [{ reason: 'check', name: 'x' }, 422],
    ] as const)
      assert.equal((await staff.controller.post(`/api/v1/register/${id}/reveal`, body)).status, status);
    const nobody = `/api/v1/register/${'f'.repeat(24)}/reveal`;
    assert.equal((await staff.controller.post(nobody, { reason: 'check' })).status, 404);
    assert.equal((await staff.executor.post(`/api/v1/register/${id}/reveal`, { reason: 'check' })).status, 403);
    assert.equal((await entries()).length, before);
  });
  it('keeps who read the journal with names, and finds entries by person, number and days, page by page', async () => {
    await staff.controller.get('/api/v1/reports/journal?from=2026-01-01&to=2026-12-31');
    const [newest, second] = await entries('area=personal-data');
    assert.deepEqual([newest?.kind, newest?.facts], ['journal.read', { from: '2026-01-01', to: '2026-12-31' }]);
    assert.deepEqual(
      (await entries(`number=${number}`)).map(({ kind }) => kind),
      ['person.revealed'],
    );
    assert.deepEqual(await entries(`staff=${'f'.repeat(24)}`), []);
    assert.equal((await entries(`staff=${newest?.actor?.id}`)).length, 2);
    assert.deepEqual(await entries('to=2020-01-01'), []);
    assert.equal((await entries('from=0001-01-01&to=9999-12-31&area=personal-data')).length, 2);
    const { items, next } = (await staff.auditor.get('/api/v1/audit?area=personal-data&limit=1')).body;
    assert.deepEqual([items.length, items[0].id], [1, newest?.id]);
    assert.deepEqual(
      (await entries(`area=personal-data&limit=1&cursor=${next}`)).map((one) => one.id),
      [second?.id],
    );
    for (const wrong of ['from=2026-02-30', 'staff=x', 'number=12', 'area=all', `cursor=${next}`])
      assert.equal((await staff.auditor.get(`/api/v1/audit?${wrong}`)).status, 422, wrong);
  });
  it('keeps who took a paper of the case, masked for whom people are masked, and nothing of one that there is not', async () => {
    const before = (await entries()).length;
    const { token } = await city.token('controller');
    const taken = (paper: string) =>
      supertest(city.app.listener).get(`/api/v1/register/${id}/${paper}`).set('authorization', `Bearer ${token}`);
    await taken('letter.pdf').expect(404);
    assert.equal((await entries()).length, before);
    await taken('card.pdf').expect(200);
    const [newest] = await entries('area=personal-data');
    assert.deepEqual([newest?.kind, newest?.facts], ['paper.taken', { caseId: id, number, paper: 'card' }]);
  });
  it('finds other cases with the same contacts for who sees people, and none for others', async () => {
    const twin = { phone: '+380 67 123 45 12' };
    const again = (await city.api.post('/api/v1/appeals', aDraft({ contact: twin }))).body;
    await city.api.post('/api/v1/appeals', aDraft({ contact: { phone: '050 000 00 09' } }));
    const others = async (api: Api): Promise<string[]> => {
      const { status, body } = await api.get(`/api/v1/register/${id}/others`);
      assert.equal(status, 200);
      return body.items.map((one: { id: string }) => one.id);
    };
    assert.deepEqual(await others(staff.operator), [again.id]);
    assert.deepEqual(await others(staff.executor), [], 'the other one is not in its hands');
    assert.deepEqual(await others(staff.controller), []);
  });
  it('leaves history whole', async () => {
    const { broken, astray } = await verifyHistory(auditCases);
    assert.deepEqual([broken, astray], [[], []]);
  });
});
