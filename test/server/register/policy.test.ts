import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Types } from 'mongoose';
import type { Actor } from '#server/platform/policy.ts';
import { type Case, CaseModel } from '#server/register/case.model.ts';
import { casePolicy } from '#server/register/case.policy.ts';
import { readableBy } from '#server/register/register.queries.ts';
import { unit } from '#server/seeds/city.ts';
import { useCity } from '../../support/api.ts';
import { aDraft } from '../../support/appeals.ts';

describe('register: who may read a case', () => {
  const city = useCity();
  let cases: Case[] = [];
  before(async () => {
    const operator = await city.staff('operator');
    for (const department of [2, 3, 4, 4, null]) {
      const { id } = (await city.api.post('/api/v1/appeals', aDraft())).body;
      if (department === null) continue;
      await operator.post(`/api/v1/register/${id}/register`, { expectedVersion: 1, questionGroup: 9 });
      const departmentId = String(unit(department));
      await operator.post(`/api/v1/register/${id}/assign`, { expectedVersion: 2, departmentId });
    }
    cases = await CaseModel.find().lean<Case[]>();
  });

  const someCases = () => fc.subarray(cases.map(({ _id }) => String(_id))).map((ids) => new Set(ids));
  const anActor = (): fc.Arbitrary<Actor> =>
    fc.record(
      {
        kind: fc.constantFrom('staff' as const, 'resident' as const, 'caseHolder' as const),
        id: fc.constant(String(new Types.ObjectId())),
        departmentId: fc.constantFrom(...[1, 2, 3, 4].map((n) => String(unit(n)))),
        permissions: fc.subarray(['case.readAny', 'case.work', 'case.register'] as const).map((held) => new Set(held)),
        caseIds: someCases(),
        knownCaseIds: someCases(),
        joinedCaseIds: someCases(),
      },
      { requiredKeys: ['kind', 'id', 'permissions', 'caseIds', 'knownCaseIds', 'joinedCaseIds'] },
    );
  const read = (actor: Actor | null) => cases.filter((c) => casePolicy.read(actor, c)).map(({ _id }) => String(_id));
  const found = async (actor: Actor | null) => {
    const rows = await CaseModel.find(readableBy(actor)).select('_id').lean();
    return rows.map(({ _id }) => String(_id));
  };

  it('is said alike by the policy and by the query', async () => {
    await fc.assert(
      fc.asyncProperty(fc.option(anActor()), async (actor) => {
        assert.deepEqual((await found(actor)).sort(), read(actor).sort());
      }),
      { numRuns: 60 },
    );
  });

  it('shows a phone’s owner the state of a case and not the case', () => {
    const [first] = cases;
    assert.ok(first);
    const owner: Actor = {
      kind: 'resident',
      id: 'x',
      permissions: new Set(),
      caseIds: new Set(),
      knownCaseIds: new Set([String(first._id)]),
      joinedCaseIds: new Set(),
    };
    assert.deepEqual([casePolicy.read(owner, first), casePolicy['case.know'](owner, first)], [false, true]);
  });
});
