import assert from 'node:assert/strict';
import { ROLES } from '#server/seeds/staff.ts';
import { APPEAL_WORKFLOW } from '#shared/domain/appeal-workflow.ts';
import { PERMISSIONS, type Permission } from '#shared/domain/permissions.ts';

const held = new Set(ROLES.flatMap(({ permissions }) => permissions));

describe('permissions', () => {
  it('are each named once', () => assert.equal(new Set(PERMISSIONS).size, PERMISSIONS.length));

  it('are each given to somebody in a new city, so that no appeal is stuck', () => {
    assert.deepEqual([...held].sort(), [...PERMISSIONS].sort());
  });

  it('keep signing from those who write and register', () => {
    const who = (permission: Permission) =>
      ROLES.filter(({ permissions }) => permissions.includes(permission)).map(({ _id }) => _id);
    assert.deepEqual(who('case.sign'), ['head']);
    assert.deepEqual(who('case.work'), ['executor']);
    assert.deepEqual(who('case.enter'), ['operator']);
  });

  it('let an executor read what is theirs and no more', () => {
    assert.ok(!ROLES.find(({ _id }) => _id === 'executor')?.permissions.includes('case.readAny'));
  });

  it('are all that the workflow of appeals asks for', () => {
    for (const { permission } of APPEAL_WORKFLOW)
      assert.ok(permission === 'case.own' || held.has(permission), permission);
  });
});
