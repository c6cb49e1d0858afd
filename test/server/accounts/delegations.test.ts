import assert from 'node:assert/strict';
import mongoose, { Types } from 'mongoose';
import { eventsOf, verifyHistory } from '#server/history/index.ts';
import { DelegationModel, RoleModel, StaffModel } from '#server/identity/index.ts';
import { auditCases, staffActor } from '#server/register/index.ts';
import type { AuditEntry } from '#shared/contract/audit.ts';
import type { CaseCard } from '#shared/contract/register.ts';
import { DELEGABLE, PERMISSIONS, type Permission } from '#shared/domain/permissions.ts';
import { type Api, useCity } from '../../support/api.ts';
import { aDraft } from '../../support/appeals.ts';
import { setClock, useClock } from '../../support/clock.ts';

const DAYS = { from: '2026-03-03', to: '2026-03-05', reason: 'Наказ № 45-к від 2 березня 2026 року' };
/** The last instant before a day of Kyiv, and its first; spring has not yet put the clocks on. */
const EDGES = [
  ['2026-03-02T21:59:59.000Z', false],
  ['2026-03-02T22:00:00.000Z', true],
  ['2026-03-05T21:59:59.000Z', true],
  ['2026-03-05T22:00:00.000Z', false],
] as const;

describe('accounts: who works in whose place', () => {
  useClock();
  const city = useCity();
  const idOf = async (login: string) => String((await StaffModel.findOne({ login }).orFail())._id);
  const nameOf = async (login: string) => (await StaffModel.findOne({ login }).orFail()).name;
  const ask = async (who: Api, giver: string, taker: string, permissions: readonly string[], more: object = {}) =>
    who.post('/api/v1/delegations', {
      giverId: await idOf(giver),
      takerId: await idOf(taker),
      permissions,
      ...DAYS,
      ...more,
    });
  const make = async (giver: string, taker: string, permissions: readonly Permission[]): Promise<string> => {
    const { status, body } = await ask(await city.staff('administrator'), giver, taker, permissions);
    assert.equal(status, 201, JSON.stringify(body));
    return body.id;
  };
  const revoke = async (id: string) => (await city.staff('administrator')).post(`/api/v1/delegations/${id}/revoke`, {});
  const rightsOf = async (login: string): Promise<Permission[]> =>
    (await (await city.staff(login)).get('/api/v1/me')).body.permissions;
  const isFaulty = ({ status, body }: { status: number; body: { errors?: { path: string; code: string }[] } }) => [
    status,
    ...(body.errors?.map(({ path, code }) => `${path} ${code}`).sort() ?? []),
  ];
  afterEach(async () => {
    await DelegationModel.deleteMany({});
    await StaffModel.updateMany({}, { $set: { isLocked: false } });
  });

  const givers = ['operator', 'executor', 'controller', 'head'] as const;
  for (const giver of givers)
    it(`lends each right of the ${giver} from midnight to midnight in Kyiv, no longer than it is let, and by nobody who is locked`, async () => {
      const role = await RoleModel.findById(giver).orFail().lean();
      const taker = 'greenery';
      const own = await rightsOf(taker);
      for (const permission of role.permissions.filter((one) => DELEGABLE.includes(one))) {
        setClock('2026-03-03T08:00:00Z');
        const id = await make(giver, taker, [permission]);
        const expected = PERMISSIONS.filter((one) => one === permission || own.includes(one));
        for (const [at, isIn] of EDGES) {
          setClock(at);
          assert.deepEqual(await rightsOf(taker), isIn ? expected : own, `${permission} at ${at}`);
        }
        setClock('2026-03-04T08:00:00Z');
        await StaffModel.updateOne({ login: giver }, { $set: { isLocked: true } });
        assert.deepEqual(await rightsOf(taker), own, `${permission} of somebody locked`);
        await StaffModel.updateOne({ login: giver }, { $set: { isLocked: false } });
        assert.deepEqual(await rightsOf(taker), expected);
        const open = await city.staff(taker);
        assert.equal((await revoke(id)).body.state, 'revoked');
        assert.deepEqual((await open.get('/api/v1/me')).body.permissions, own, `${permission} taken back`);
      }
    });

  it('lends nothing that the giver has lost since, and asks for the second factor that their role asks for', async () => {
    await make('head', 'greenery', ['case.sign', 'reports.read']);
    await RoleModel.updateOne({ _id: 'head' }, { $pull: { permissions: 'case.sign' } });
    assert.ok(!(await rightsOf('greenery')).includes('case.sign'));
    await RoleModel.updateOne({ _id: 'head' }, { $addToSet: { permissions: 'case.sign' }, $set: { needsTotp: true } });
    assert.deepEqual(await rightsOf('greenery'), []);
    assert.equal((await staffActor(await idOf('greenery')))?.owes, 'totp');
    await RoleModel.updateOne({ _id: 'head' }, { $set: { needsTotp: false } });
  });

  it('is no chain: what was lent cannot be lent on', async () => {
    await make('head', 'greenery', ['case.sign']);
    const admin = await city.staff('administrator');
    assert.deepEqual(isFaulty(await ask(admin, 'greenery', 'roads', ['case.sign'])), [
      422,
      'permissions permission.not-held',
    ]);
    // Nor where a row of the database says so.
    const [giverId, takerId] = [new Types.ObjectId(await idOf('greenery')), new Types.ObjectId(await idOf('roads'))];
    await DelegationModel.create({ giverId, takerId, permissions: ['case.sign'], ...DAYS, madeAt: new Date() });
    assert.ok(!(await rightsOf('roads')).includes('case.sign'));
  });

  it('names each wrong field, and what can be lent by nobody', async () => {
    const admin = await city.staff('administrator');
    const nobody = 'f'.repeat(24);
    assert.deepEqual(
      isFaulty(
        await ask(admin, 'head', 'greenery', ['case.sign'], { giverId: nobody, to: '2026-03-02', from: '2026-03-01' }),
      ),
      [422, 'giverId staff.unknown', 'to date.past'],
    );
    assert.deepEqual(isFaulty(await ask(admin, 'head', 'head', [], { from: '2026-03-09', reason: '45' })), [
      422,
      'permissions field.required',
      'reason field.too-short',
      'takerId staff.same',
      'to date.before-first',
    ]);
    for (const kept of ['staff.manage', 'reference.manage', 'messages.manage', 'audit.read'])
      assert.deepEqual(isFaulty(await ask(admin, 'administrator', 'greenery', [kept])), [
        422,
        'permissions permission.not-delegable',
      ]);
    await StaffModel.updateOne({ login: 'head' }, { $set: { isLocked: true } });
    assert.deepEqual(isFaulty(await ask(admin, 'head', 'greenery', ['case.sign'])), [422, 'giverId staff.locked']);
    await StaffModel.updateOne({ login: 'head' }, { $set: { isLocked: false } });
    const own = await ask(admin, 'operator', 'administrator', ['case.enter']);
    assert.deepEqual([own.status, own.body.code], [409, 'staff.oneself']);
    for (const login of ['operator', 'executor', 'controller', 'head', 'auditor'])
      assert.equal((await ask(await city.staff(login), 'operator', 'greenery', ['case.enter'])).status, 403, login);
  });

  it('lets the substitute do the work of the giver’s department, and of no other by it; history and audit name both', async () => {
    const operator = await city.staff('operator');
    const { id, number } = (await city.api.post('/api/v1/appeals', aDraft())).body;
    const move = async (who: Api, verb: string, body: object = {}) => {
      const { version } = (await operator.get(`/api/v1/register/${id}`)).body;
      return who.post(`/api/v1/register/${id}/${verb}`, { expectedVersion: version, ...body });
    };
    const lights = String((await StaffModel.findOne({ login: 'executor' }).orFail()).departmentId);
    assert.equal((await move(operator, 'register', { questionGroup: 3 })).status, 200);
    assert.equal((await move(operator, 'assign', { departmentId: lights })).status, 200);

    // An auditor of another department, who does no work on cases by their own right.
    const auditor = await city.staff('auditor');
    const list = async () =>
      (await auditor.get('/api/v1/register?view=mine')).body.items?.map((one: CaseCard) => one.id);
    assert.equal((await auditor.get(`/api/v1/register/${id}`)).status, 404);
    const delegation = await make('executor', 'auditor', ['case.work']);
    assert.deepEqual(await list(), [id]);
    const done = await move(auditor, 'accept');
    assert.equal(done.status, 200, JSON.stringify(done.body));
    const note = await auditor.post(`/api/v1/register/${id}/notes`, { text: 'Виїхали на місце.' });
    assert.equal(note.status, 201);
    const link = await auditor.post(`/api/v1/register/${id}/links`, { label: 'ТОВ «Світло»', days: 3 });
    assert.equal(link.status, 201, JSON.stringify(link.body));
    const { history } = (await operator.get(`/api/v1/register/${id}`)).body as CaseCard;
    const both = [await nameOf('auditor'), await nameOf('executor')];
    for (const one of history.slice(-3)) assert.deepEqual([one.actor, one.inPlaceOf], both, one.kind);
    for (const one of history.slice(0, -3)) assert.equal(one.inPlaceOf, null, one.kind);
    const events = await eventsOf({ kind: 'case', id });
    const [giver] = [await idOf('executor')];
    assert.deepEqual(
      events.slice(-3).map(({ facts }) => [facts.delegation, facts.inPlaceOf]),
      [
        [delegation, giver],
        [delegation, giver],
        [delegation, giver],
      ],
    );
    // Roads are not lights: another department's case stays out of reach.
    const roads = (await city.api.post('/api/v1/appeals', aDraft({ categoryCode: 'road-surface' }))).body.id;
    assert.equal((await auditor.get(`/api/v1/register/${roads}`)).status, 404);

    await revoke(delegation);
    assert.equal((await auditor.get(`/api/v1/register/${id}`)).status, 404);
    await make('controller', 'auditor', ['case.readAny', 'person.reveal']);
    assert.equal((await auditor.post(`/api/v1/register/${id}/reveal`, { reason: 'check' })).status, 200);
    const { items } = (await auditor.get('/api/v1/audit')).body as { items: AuditEntry[] };
    const controller = { id: await idOf('controller'), name: await nameOf('controller') };
    assert.deepEqual(
      [items[0]?.kind, items[0]?.facts.number, items[0]?.inPlaceOf],
      ['person.revealed', number, controller],
    );
    assert.deepEqual(
      items.slice(1, 4).map((one) => [one.kind, one.member?.name, one.giver?.name]),
      [
        ['staff.delegated', both[0], controller.name],
        ['staff.delegation-revoked', ...both],
        ['staff.delegated', ...both],
      ],
    );
    assert.deepEqual([(await verifyHistory(auditCases)).broken, (await verifyHistory(auditCases)).astray], [[], []]);
  });

  it('says nothing of a delegation where the deed is one’s own by right', async () => {
    await make('head', 'operator', ['case.assign', 'case.sign']);
    const { id } = (
      await (await city.staff('operator')).post('/api/v1/register/appeals', { channel: 'phone', ...aDraft() })
    ).body;
    assert.ok(id);
    const [event] = await eventsOf({ kind: 'case', id });
    assert.equal(event?.facts.inPlaceOf, undefined);
    await make('operator', 'greenery', ['case.enter', 'case.readAny']);
    const by = (
      await (await city.staff('greenery')).post('/api/v1/register/appeals', { channel: 'phone', ...aDraft() })
    ).body;
    assert.equal((await eventsOf({ kind: 'case', id: by.id }))[0]?.facts.inPlaceOf, await idOf('operator'));
  });

  it('stays as it is once it is over or was taken back, and knows none that there is not', async () => {
    const id = await make('head', 'greenery', ['case.sign']);
    const before = (await eventsOf({ kind: 'staff', id: await idOf('greenery') })).length;
    await Promise.all([revoke(id), revoke(id)]);
    assert.equal((await eventsOf({ kind: 'staff', id: await idOf('greenery') })).length, before + 1);
    const over = await make('head', 'greenery', ['case.sign']);
    setClock('2026-03-06T08:00:00Z');
    assert.equal((await revoke(over)).body.state, 'over');
    assert.equal((await revoke('f'.repeat(24))).status, 404);
    const { items } = (await (await city.staff('administrator')).get('/api/v1/delegations')).body;
    assert.deepEqual(
      items.map((one: { state: string }) => one.state),
      ['over', 'revoked'],
    );
  });

  it('reads who asks with one question to MongoDB', async () => {
    await make('head', 'greenery', ['case.sign']);
    const greenery = await city.staff('greenery');
    await greenery.get('/api/v1/me');
    const asked: string[] = [];
    mongoose.set('debug', (collection: string, method: string) => void asked.push(`${collection}.${method}`));
    try {
      await greenery.get('/api/v1/me');
    } finally {
      mongoose.set('debug', false);
    }
    assert.deepEqual(asked, ['sessions.aggregate']);
  });
});
