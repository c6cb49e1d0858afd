import assert from 'node:assert/strict';
import { eventsOf, verifyHistory } from '#server/history/index.ts';
import { RoleModel, StaffModel } from '#server/identity/index.ts';
import type { RoleFacts, StaffRole } from '#shared/contract/staff.ts';
import { type Api, useCity } from '../../support/api.ts';
import { useClock } from '../../support/clock.ts';

const DUTY: RoleFacts = { name: 'Черговий', permissions: ['case.enter', 'case.readAny'], needsTotp: false };

describe('accounts: roles', () => {
  useClock();
  const city = useCity();
  let admin: Api;
  before(async () => {
    admin = await city.staff('administrator');
  });
  let made = 0;
  const make = async (facts: Partial<RoleFacts> = {}): Promise<StaffRole> => {
    made += 1;
    const { status, body } = await admin.post('/api/v1/roles', { ...DUTY, name: `${DUTY.name} ${made}`, ...facts });
    assert.equal(status, 201, JSON.stringify(body));
    return body;
  };
  const change = ({ id, version, holders: _, ...facts }: StaffRole, to: Partial<RoleFacts>) =>
    admin.post(`/api/v1/roles/${id}`, { ...facts, ...to, expectedVersion: version });
  const remove = ({ id }: Pick<StaffRole, 'id'>) => admin.delete(`/api/v1/roles/${id}`);
  const rolesNow = async (): Promise<StaffRole[]> => (await admin.get('/api/v1/staff')).body.roles;
  const roleNow = async (wanted: string): Promise<StaffRole> => {
    const found = (await rolesNow()).find(({ id }) => id === wanted);
    assert.ok(found, wanted);
    return found;
  };
  const give = (login: string, role: string) => StaffModel.updateOne({ login }, { $addToSet: { roles: role } });
  const mayNow = async (api: Api): Promise<string[]> => (await api.get('/api/v1/me')).body.permissions;

  it('are made, changed and taken away, each on record in a chain of its own', async () => {
    const role = await make({ permissions: ['case.readAny', 'case.enter', 'case.enter'] });
    assert.deepEqual(
      [role.permissions, role.version, role.holders, role.needsTotp],
      [['case.readAny', 'case.enter'], 1, 0, false],
    );
    const changed = await change(role, { name: 'Нічний черговий', permissions: ['case.enter', 'reports.read'] });
    assert.deepEqual([changed.status, changed.body.version, changed.body.name], [200, 2, 'Нічний черговий']);
    assert.equal((await remove(role)).status, 200);
    assert.ok(!(await rolesNow()).some(({ id }) => id === role.id));
    const events = await eventsOf({ kind: 'staff-role', id: role.id });
    assert.deepEqual(
      events.map(({ kind, facts }) => [kind, facts.added ?? null, facts.taken ?? null]),
      [
        ['staff.role-created', null, null],
        ['staff.role-changed', 'reports.read', 'case.readAny'],
        ['staff.role-removed', null, null],
      ],
    );
    const { broken, astray } = await verifyHistory();
    assert.deepEqual([broken, astray], [[], []]);
    const audit = (await (await city.staff('auditor')).get('/api/v1/audit?area=accounts')).body.items;
    assert.deepEqual(
      audit.slice(0, 3).map(({ kind, facts }: { kind: string; facts: { role: string } }) => [kind, facts.role]),
      ['removed', 'changed', 'created'].map((deed) => [`staff.role-${deed}`, role.id]),
    );
  });

  it('name every wrong field at once, and a name that is taken', async () => {
    const wrong = await admin.post('/api/v1/roles', { name: ' ', permissions: ['case.fly'], needsTotp: 'no' });
    const paths = wrong.body.errors.map(({ path }: { path: string }) => path.split('.')[0]).sort();
    assert.deepEqual([wrong.status, paths], [422, ['name', 'needsTotp', 'permissions']]);
    assert.equal((await admin.post('/api/v1/roles', { ...DUTY, permissions: [] })).status, 422);
    const first = await make();
    const second = await make();
    for (const again of [
      await admin.post('/api/v1/roles', { ...DUTY, name: first.name }),
      await change(second, { name: first.name }),
    ])
      assert.deepEqual(
        [again.status, again.body.errors],
        [422, [{ in: 'body', path: 'name', code: 'name.taken', message: again.body.errors[0].message }]],
      );
  });

  it('let whoever has them do more from the next request on, and sign out whoever may do less', async () => {
    const role = await make();
    const [executor, operator] = [await city.staff('executor'), await city.staff('operator')];
    await give('executor', role.id);
    assert.equal((await roleNow(role.id)).holders, 1);
    assert.ok(!(await mayNow(executor)).includes('reports.read'));
    const more = await change(role, { permissions: [...role.permissions, 'reports.read'] });
    assert.ok((await mayNow(executor)).includes('reports.read'));
    assert.equal((await change(more.body, { permissions: ['case.enter'] })).status, 200);
    assert.equal((await executor.get('/api/v1/me')).status, 401);
    assert.ok((await mayNow(operator)).length > 0, 'whoever has another role goes on');
    await StaffModel.updateOne({ login: 'executor' }, { $pull: { roles: role.id } });
  });

  it('are not taken away while an account has them', async () => {
    const role = await make();
    await give('controller', role.id);
    const refused = await remove(role);
    assert.deepEqual([refused.status, refused.body.code], [409, 'role.held']);
    await StaffModel.updateOne({ login: 'controller' }, { $pull: { roles: role.id } });
    assert.equal((await remove(role)).status, 200);
    assert.equal((await remove(role)).status, 404);
    assert.equal((await change(role, {})).status, 404);
  });

  it('are never given and taken away at one moment', async () => {
    const member = { name: 'Ганна Коваль', post: 'оператор', departmentId: null };
    for (let n = 0; n < 4; n += 1) {
      const role = await make();
      const [given, gone] = await Promise.all([
        admin.post('/api/v1/staff', { ...member, login: `racer${n}`, roles: [role.id] }),
        remove(role),
      ]);
      const isThere = (await RoleModel.countDocuments({ _id: role.id })) === 1;
      const holders = await StaffModel.countDocuments({ roles: role.id });
      assert.deepEqual(
        [isThere, holders],
        given.status === 201 ? [true, 1] : [false, 0],
        `${given.status} ${gone.status}`,
      );
    }
  });

  it('are changed by one of two who do it at once; the other is told', async () => {
    const role = await make();
    const both = await Promise.all([
      change(role, { permissions: ['case.enter'] }),
      change(role, { permissions: ['case.readAny'] }),
    ]);
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409]);
    assert.equal(both.find(({ status }) => status === 409)?.body.code, 'version.stale');
    assert.equal((await roleNow(role.id)).version, 2);
  });

  it('raise nobody who changes them, and never leave a city without a manager', async () => {
    const own = await roleNow('administrator');
    const raised = await change(own, { permissions: [...own.permissions, 'case.sign'] });
    assert.deepEqual([raised.status, raised.body.code], [409, 'staff.oneself']);
    const left = await change(own, { permissions: own.permissions.filter((one) => one !== 'staff.manage') });
    assert.deepEqual([left.status, left.body.code], [409, 'staff.last-manager']);
    assert.deepEqual((await roleNow('administrator')).permissions, own.permissions);
    assert.equal((await change(own, { name: 'Адміністраторка' })).status, 200);
    assert.ok((await mayNow(admin)).includes('staff.manage'), 'who changes a role stays signed in');
  });
});
