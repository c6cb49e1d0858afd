import assert from 'node:assert/strict';
import { endpoints } from '#server/http/endpoint.ts';
import { codeMessage } from '#server/identity/index.ts';
import { type Api, useCity } from '../../support/api.ts';
import { aDraft } from '../../support/appeals.ts';
import { aSubmitted } from '../../support/petitions.ts';
import { CASES } from './roles.cases.ts';
import { OFFICE } from './roles.office.ts';
import { PETITIONS } from './roles.petitions.ts';
import { RESIDENTS } from './roles.residents.ts';
import { CASE, PETITION, ROLES, type Role, type Row, verdictsIn } from './roles.row.ts';

const TABLE: readonly Row[] = [...RESIDENTS, ...PETITIONS, ...CASES, ...OFFICE];
const REFUSALS: Readonly<Record<number, string>> = { 401: 'sign-in.required', 403: 'not-allowed', 404: 'not-found' };

describe('http: who may knock where', () => {
  const city = useCity();
  let caseId = '';
  let petitionId = '';
  const callers = {} as Record<Role, () => Promise<Api>>;

  before(async () => {
    caseId = (await city.api.post('/api/v1/appeals', aDraft({ contact: { phone: '050 000 00 01' } }))).body.id;
    petitionId = String((await aSubmitted())._id);
    const own = (await city.api.post('/api/v1/appeals', aDraft())).body;
    const { number, accessCode } = own;
    callers.visitor = async () => city.api;
    callers.holder = async () =>
      city.api.as((await city.api.post('/api/v1/sessions', { number, accessCode })).body.token);
    const { codeId } = (await city.api.post('/api/v1/phone-codes', { phone: '067 123 45 67' })).body;
    const code = (await codeMessage(codeId))?.code;
    const { token } = (await city.api.post('/api/v1/sessions', { codeId, code })).body;
    callers.resident = async () => city.api.as(token);
    for (const login of ['operator', 'executor', 'controller', 'head', 'auditor', 'administrator'] as const)
      callers[login] = () => city.staff(login);
  });

  it('is said here of every endpoint that is mounted', () => {
    const mounted = endpoints().map(({ method, path }) => `${method} ${path}`);
    assert.deepEqual([...new Set(TABLE.map(([call]) => call))].sort(), mounted.sort());
    for (const row of TABLE) assert.equal(verdictsIn(row).length, ROLES.length, row[0]);
  });

  for (const row of TABLE) {
    const [call, path, body] = row;
    const [method = '', pattern = ''] = call.split(' ');
    it(`${method} ${path || pattern}`, async () => {
      const verdicts = verdictsIn(row);
      for (const [i, role] of ROLES.entries()) {
        const api = await callers[role]();
        const address = (path || pattern).replace(CASE, caseId).replace(PETITION, petitionId);
        const send = method.toLowerCase() as 'get' | 'post' | 'delete';
        const answer = await (send === 'post' ? api.post(address, body) : api[send](address));
        const expected = verdicts[i] ?? 'in';
        if (expected === 'in') assert.ok(![401, 403, 404].includes(answer.status), `${role}: ${answer.status}`);
        else assert.deepEqual([answer.status, answer.body.code], [expected, REFUSALS[expected]], role);
      }
    });
  }
});
