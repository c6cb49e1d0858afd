import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { actOnAccount } from '#server/accounts/commands/act-on-account.ts';
import { changeAccount } from '#server/accounts/commands/change-account.ts';
import { eventsOf, verifyHistory } from '#server/history/index.ts';
import { RoleModel, StaffModel } from '#server/identity/index.ts';
import { whoAsks } from '#server/register/index.ts';
import type { StaffMember } from '#shared/contract/staff.ts';
import { type Api, useCity } from '../../support/api.ts';
import { passSeconds, useClock } from '../../support/clock.ts';

const HANNA = { name: 'Ганна Коваль', post: 'оператор', departmentId: '1'.padStart(24, '0'), roles: ['operator'] };

describe('accounts: who manages staff', () => {
  useClock();
  const city = useCity();
  let admin: Api;
  before(async () => {
    admin = await city.staff('administrator');
  });
  let made = 0;
  const open = async (): Promise<{ member: StaffMember; password: string }> => {
    made += 1;
    const { status, body } = await admin.post('/api/v1/staff', { ...HANNA, login: `hanna${made}` });
    assert.equal(status, 201, JSON.stringify(body));
    return body;
  };
  const idOf = async (login: string) => String((await StaffModel.findOne({ login }).orFail())._id);
  const enter = (login: string, password: string) => city.api.post('/api/v1/sessions', { login, password });
  const act = (id: string, deed: string) => admin.post(`/api/v1/staff/${id}/${deed}`, {});
  const codes = (body: { errors?: { path: string; code: string }[] }) =>
    body.errors?.map(({ path, code }) => [path, code]);

  it('opens an account whose one-time password is told once and lets its owner do nothing but change it', async () => {
    const { member, password } = await open();
    assert.deepEqual([member.roles, member.isLocked, member.hasTotp], [['operator'], false, false]);
    assert.ok(member.oneTimeUntil);
    const { token } = (await enter(member.login, password)).body;
    const hanna = city.api.as(token);
    const me = (await hanna.get('/api/v1/me')).body;
    assert.deepEqual([me.permissions, me.departmentId], [[], null]);
    assert.equal((await hanna.post('/api/v1/register/appeals', {})).status, 403);
    const kept = JSON.stringify([
      await mongoose.connection.collection('staff').find().toArray(),
      await mongoose.connection.collection('outbox').find().toArray(),
      await mongoose.connection.collection('events').find().toArray(),
    ]);
    assert.ok(!kept.includes(password));
  });

  it('takes a one-time password for three days', async () => {
    const { member, password } = await open();
    passSeconds(3 * 86_400);
    assert.equal((await enter(member.login, password)).status, 401);
    admin = await city.staff('administrator');
  });

  it('names every wrong field of a new account', async () => {
    const taken = await admin.post('/api/v1/staff', { ...HANNA, login: 'Operator' });
    assert.deepEqual([taken.status, codes(taken.body)], [422, [['login', 'login.taken']]]);
    const strange = { ...HANNA, login: 'oksana', departmentId: 'f'.repeat(24), roles: ['wizard'] };
    assert.deepEqual(codes((await admin.post('/api/v1/staff', strange)).body), [
      ['departmentId', 'department.unknown'],
      ['roles', 'role.unknown'],
    ]);
    const shapeless = { ...HANNA, login: 'Ганна', name: '', roles: [] };
    assert.deepEqual(
      codes((await admin.post('/api/v1/staff', shapeless)).body)
        ?.map(([path]) => path)
        .sort(),
      ['login', 'name', 'roles'],
    );
  });

  it('keeps a work e-mail and a superior, and leaves both as they are where nothing is said of them', async () => {
    const { member } = await open();
    assert.deepEqual([member.email, member.superiorId], [null, null]);
    const boss = await idOf('head');
    const reach = { email: ' hanna@пошта.укр ', superiorId: boss };
    const set = (await admin.post(`/api/v1/staff/${member.id}`, { ...HANNA, ...reach })).body.member;
    assert.deepEqual([set.email, set.superiorId], ['hanna@xn--80a1acn3a.xn--j1amh', boss]);
    const left = (await admin.post(`/api/v1/staff/${member.id}`, { ...HANNA, post: 'старша' })).body.member;
    assert.deepEqual([left.email, left.superiorId], [set.email, boss]);
    const none = { email: null, superiorId: null };
    const gone = (await admin.post(`/api/v1/staff/${member.id}`, { ...HANNA, ...none })).body.member;
    assert.deepEqual([gone.email, gone.superiorId], [null, null]);
  });

  it('refuses a wrong e-mail, and a superior who is nobody, oneself, or under them by whatever steps', async () => {
    const [low, middle, high] = [(await open()).member.id, (await open()).member.id, (await open()).member.id];
    const under = (id: string, superiorId: string) => admin.post(`/api/v1/staff/${id}`, { ...HANNA, superiorId });
    const wrong = await admin.post(`/api/v1/staff/${low}`, { ...HANNA, email: 'hanna@', superiorId: 'f'.repeat(24) });
    assert.deepEqual([wrong.status, codes(wrong.body)], [422, [['email', 'field.invalid']]]);
    assert.deepEqual(codes((await under(low, 'f'.repeat(24))).body), [['superiorId', 'superior.unknown']]);
    assert.deepEqual(codes((await under(low, low)).body), [['superiorId', 'superior.oneself']]);
    assert.equal((await under(low, middle)).status, 200);
    assert.equal((await under(middle, high)).status, 200);
    assert.deepEqual(codes((await under(high, low)).body), [['superiorId', 'superior.circle']]);
    await act(high, 'lock');
    assert.equal((await under(middle, high)).status, 200, 'who is there already is asked for nothing');
    assert.deepEqual(codes((await under(low, high)).body), [['superiorId', 'superior.unknown']]);
  });
  it('lets no two changes at once close a circle', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [one, other] = [(await open()).member.id, (await open()).member.id];
      const under = (id: string, superiorId: string) => admin.post(`/api/v1/staff/${id}`, { ...HANNA, superiorId });
      const both = await Promise.all([under(one, other), under(other, one)]);
      assert.deepEqual(both.map(({ status }) => status).sort(), [200, 422]);
    }
  });

  it('ends the sessions of whoever is given other roles, and not of whoever is only renamed', async () => {
    const { member } = await open();
    await StaffModel.updateOne({ login: member.login }, { $set: { oneTimeUntil: null } });
    const hanna = await city.staff(member.login);
    const renamed = await admin.post(`/api/v1/staff/${member.id}`, { ...HANNA, post: 'старша операторка' });
    assert.deepEqual([renamed.status, renamed.body.member.post], [200, 'старша операторка']);
    assert.equal((await hanna.get('/api/v1/me')).status, 200);
    await admin.post(`/api/v1/staff/${member.id}`, { ...HANNA, roles: ['operator', 'head'] });
    assert.equal((await hanna.get('/api/v1/me')).status, 401);
    const again = await city.staff(member.login);
    assert.ok((await again.get('/api/v1/me')).body.permissions.includes('case.sign'));
  });

  it('locks and unlocks, signs out, and resets a password and a second factor', async () => {
    const { member } = await open();
    await StaffModel.updateOne({ login: member.login }, { $set: { oneTimeUntil: null } });
    for (const deed of ['sign-out', 'reset-totp', 'lock']) {
      const hanna = await city.staff(member.login);
      assert.equal((await hanna.get('/api/v1/me')).status, 200);
      assert.equal((await act(member.id, deed)).body.member.isLocked, deed === 'lock');
      assert.equal((await hanna.get('/api/v1/me')).status, 401, deed);
    }
    const { password } = (await act(member.id, 'reset-password')).body;
    assert.equal((await enter(member.login, password)).status, 401);
    assert.equal((await act(member.id, 'unlock')).body.member.isLocked, false);
    assert.equal((await enter(member.login, password)).status, 201);
    const kinds = (await eventsOf({ kind: 'staff', id: member.id })).map(({ kind }) => kind);
    assert.deepEqual(kinds, [
      'staff.created',
      'staff.signed-out',
      'staff.totp-reset',
      'staff.locked',
      'staff.password-reset',
      'staff.unlocked',
    ]);
    assert.deepEqual((await verifyHistory()).broken, []);
  });

  it('keeps no name, login or post in the history', async () => {
    const { member } = await open();
    await admin.post(`/api/v1/staff/${member.id}`, { ...HANNA, name: 'Ганна Мельник' });
    const kept = JSON.stringify(await eventsOf({ kind: 'staff', id: member.id }));
    for (const personal of ['Ганна', member.login, HANNA.post]) assert.ok(!kept.includes(personal), personal);
  });

  it('lets nobody raise, lock or reset themselves', async () => {
    const own = await idOf('administrator');
    const { name, post } = await StaffModel.findById(own).orFail();
    const facts = { name, post, departmentId: HANNA.departmentId };
    const raised = await admin.post(`/api/v1/staff/${own}`, { ...facts, roles: ['administrator', 'head'] });
    assert.deepEqual([raised.status, raised.body.code], [409, 'staff.oneself']);
    for (const deed of ['lock', 'reset-password', 'reset-totp', 'sign-out'])
      assert.equal((await act(own, deed)).body.code, 'staff.oneself', deed);
    assert.equal((await admin.post(`/api/v1/staff/${own}`, { ...facts, roles: ['administrator'] })).status, 200);
  });

  it('leaves somebody who can manage staff, also where two lock each other at once', async () => {
    const { member } = await open();
    await StaffModel.updateOne({ _id: member.id }, { $set: { roles: ['administrator'], oneTimeUntil: null } });
    const own = await idOf('administrator');
    const other = await city.staff(member.login);
    const both = await Promise.all([
      admin.post(`/api/v1/staff/${member.id}/lock`, {}),
      other.post(`/api/v1/staff/${own}/lock`, {}),
    ]);
    assert.equal(both.filter(({ status }) => status === 200).length, 1, JSON.stringify(both.map(({ body }) => body)));
    const left = await StaffModel.countDocuments({ roles: 'administrator', isLocked: false });
    assert.equal(left, 1);
    await StaffModel.updateMany({ roles: 'administrator' }, { $set: { isLocked: false } });
    await StaffModel.deleteOne({ _id: member.id });
    admin = await city.staff('administrator');
  });

  it('refuses to take the right from the last who can sign in with it', async () => {
    const own = await idOf('administrator');
    const { member } = await open();
    const { token } = await city.token('administrator');
    // Whoever asks had the right when they asked, and has lost it since.
    const asker = { ...((await whoAsks(token)) ?? assert.fail()), id: member.id };
    await assert.rejects(actOnAccount(asker, own, 'lock'), { code: 'staff.last-manager' });
    const { name, post } = await StaffModel.findById(own).orFail();
    await assert.rejects(changeAccount(asker, own, { ...HANNA, name, post }), { code: 'staff.last-manager' });
    assert.equal((await admin.get('/api/v1/me')).status, 200);
  });

  it('knows no account and no deed that there is not', async () => {
    assert.equal((await act('f'.repeat(24), 'lock')).status, 404);
    assert.equal((await admin.post(`/api/v1/staff/${'f'.repeat(24)}`, HANNA)).status, 404);
    assert.equal((await act(await idOf('operator'), 'promote')).status, 404);
  });

  it('lets a role ask for a second factor, and whoever has none do nothing until they enrol one', async () => {
    const { uk: name, permissions, version: expectedVersion } = await RoleModel.findById('operator').orFail().lean();
    const asked = { name, permissions, expectedVersion, needsTotp: true };
    const { body } = await admin.post('/api/v1/roles/operator', asked);
    assert.equal(body.needsTotp, true);
    const operator = await city.staff('operator');
    assert.deepEqual((await operator.get('/api/v1/me')).body.permissions, []);
    await RoleModel.updateOne({ _id: 'operator' }, { $set: { needsTotp: false } });
    assert.ok((await operator.get('/api/v1/me')).body.permissions.includes('case.register'));
  });

  it('shows accounts to nobody else', async () => {
    for (const login of ['operator', 'executor', 'controller', 'head', 'auditor']) {
      const { status, body } = await (await city.staff(login)).get('/api/v1/staff');
      assert.deepEqual([status, body.code], [403, 'not-allowed'], login);
    }
    const { items, roles } = (await admin.get('/api/v1/staff')).body;
    assert.ok(items.some(({ login }: StaffMember) => login === 'operator'));
    assert.ok(roles.some(({ id }: { id: string }) => id === 'administrator'));
    assert.ok(!JSON.stringify(items).includes('argon2'));
  });
});
