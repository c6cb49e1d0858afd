import assert from 'node:assert/strict';
import type { Response } from 'supertest';
import { EventModel } from '#server/history/event.model.ts';
import { CaseModel } from '#server/register/case.model.ts';
import { unit } from '#server/seeds/city.ts';
import { VERBS, type Verb } from '#shared/domain/workflow.ts';
import { type Api, useCity } from '../../support/api.ts';
import { aDraft } from '../../support/appeals.ts';

const LIGHTS = String(unit(4));
const WHY = 'Підстава, викладена словами.';
type Login = 'operator' | 'executor' | 'controller' | 'head' | 'auditor' | 'administrator';
const LOGINS: readonly Login[] = ['operator', 'executor', 'controller', 'head', 'auditor', 'administrator'];
/** What nobody at these desks may do, whatever state a case is in. */
const NOT_THEIRS: Readonly<Record<Exclude<Login, 'auditor' | 'administrator'>, readonly Verb[]>> = {
  operator: [
    'accept',
    'decline',
    'inspect',
    'report',
    'extend',
    'ask',
    'interim',
    'draft',
    'rework',
    'answer',
    'close',
  ],
  executor: ['register', 'assign', 'extend', 'rework', 'answer', 'close', 'reopen', 'forward', 'return', 'terminate'],
  controller: [
    'register',
    'assign',
    'accept',
    'extend',
    'draft',
    'answer',
    'forward',
    'return',
    'terminate',
    'withdraw',
  ],
  head: ['register', 'accept', 'decline', 'draft', 'withdraw', 'merge', 'reclassify', 'transfer', 'publish', 'hide'],
};

describe('register: what no desk should send', () => {
  const city = useCity();
  const staff = {} as Record<Login, Api>;
  before(async () => {
    for (const login of LOGINS) staff[login] = await city.staff(login);
  });
  interface Held {
    id: string;
    number: string;
  }
  const versionOf = async ({ id }: Held): Promise<number> => (await CaseModel.findById(id).orFail().lean()).version;
  const move = async (who: Api, held: Held, verb: Verb, input: object = {}): Promise<Response> =>
    who.post(`/api/v1/register/${held.id}/${verb}`, { expectedVersion: await versionOf(held), ...input });
  async function registered(): Promise<Held> {
    const { body } = await city.api.post('/api/v1/appeals', aDraft());
    assert.equal((await move(staff.operator, body, 'register', { questionGroup: 9 })).status, 200);
    return body;
  }
  async function inHand(): Promise<Held> {
    const held = await registered();
    await move(staff.operator, held, 'assign', { departmentId: LIGHTS });
    assert.equal((await move(staff.executor, held, 'accept')).status, 200);
    return held;
  }
  /** The case and its history, to see that nothing of them moved. */
  const everything = async ({ id }: Held): Promise<string> =>
    JSON.stringify([
      await CaseModel.findById(id).lean(),
      await EventModel.find({ 'subject.id': id }).sort('seq').lean(),
    ]);
  /** Holds a refusal to these fields, each with words of Ukrainian, and the case to what it was. */
  async function refuses(held: Held, send: () => Promise<Response>, fields: readonly string[]): Promise<void> {
    const before = await everything(held);
    const { status, body } = await send();
    assert.equal(status, 422, JSON.stringify(body));
    assert.deepEqual(
      body.errors.map(({ path }: { path: string }) => path),
      fields,
    );
    for (const { message } of body.errors) assert.match(message, /^[А-ЯІЇЄҐ«].*[а-яіїє]{3}[^a-z]*$/);
    assert.equal(await everything(held), before);
  }

  it('is refused by its field, in Ukrainian, and leaves the case and its history as they were', async () => {
    const [fresh, held] = [await registered(), await inHand()];
    const { operator, executor, head, controller } = staff;
    const { dueOn } = await CaseModel.findById(held.id).orFail().lean();
    const extend = (until: unknown) => () => move(head, held, 'extend', { extension: { until, reason: WHY } });
    const assign = (input: object) => () => move(operator, fresh, 'assign', { departmentId: LIGHTS, ...input });
    await refuses(fresh, assign({ internalDueOn: '2020-01-01' }), ['internalDueOn']);
    await refuses(fresh, assign({ internalDueOn: '2026-02-30' }), ['internalDueOn']);
    const late = [{ departmentId: String(unit(3)), dueOn: '2098-01-01' }];
    await refuses(fresh, assign({ coExecutors: late }), ['coExecutors.0.dueOn']);
    await refuses(fresh, assign({ departmentId: 'f'.repeat(24) }), ['departmentId']);
    await refuses(held, extend('2020-01-01'), ['extension.until']);
    await refuses(held, extend(dueOn), ['extension.until']);
    await refuses(held, extend('2098-01-01'), ['extension.until']);
    await refuses(held, extend({ $gt: '' }), ['extension.until']);
    await refuses(held, () => move(head, held, 'extend', {}), ['extension']);
    await refuses(held, () => move(executor, held, 'draft', { answer: { text: 'я'.repeat(10_001) } }), [
      'answer.text',
      'answer.result',
    ]);
    await refuses(fresh, () => move(operator, fresh, 'merge', { primaryNumber: fresh.number }), ['primaryNumber']);
    await refuses(fresh, () => move(operator, fresh, 'merge', { primaryNumber: '2600000004' }), ['primaryNumber']);
    await refuses(fresh, () => move(operator, fresh, 'merge', { primaryNumber: '«»' }), ['primaryNumber']);
    await refuses(held, () => move(controller, held, 'control', { control: { kind: 'eternal' } }), ['control.kind']);
  });

  it('is refused where the version is forged, and what is stale moves nothing', async () => {
    const held = await registered();
    const assign = (expectedVersion: unknown) => () =>
      staff.operator.post(`/api/v1/register/${held.id}/assign`, { departmentId: LIGHTS, expectedVersion });
    for (const forged of ['2', null, 2.5, true, [2], { $gt: 0 }, 1e300, undefined])
      await refuses(held, assign(forged), ['expectedVersion']);
    const before = await everything(held);
    for (const wrong of [0, 1, -1, 3, Number.MAX_SAFE_INTEGER]) {
      const { status, body } = await assign(wrong)();
      assert.deepEqual([status, body.code, body.current?.version], [409, 'version.stale', 2], String(wrong));
      assert.match(body.title, /[а-яіїє]{3}/);
    }
    assert.equal(await everything(held), before);
    assert.equal((await assign(2)()).status, 200);
  });

  it('merges once where two people merge the same cases at once, the one into the other too', async () => {
    for (const crossed of [false, true]) {
      const [a, b] = [await registered(), await registered()];
      const into = (who: Api, from: Held, to: Held) => move(who, from, 'merge', { primaryNumber: to.number });
      const both = await Promise.all([
        into(staff.operator, a, b),
        crossed ? into(staff.controller, b, a) : into(staff.controller, a, b),
      ]);
      const refused = both.filter(({ status }) => status !== 200).map(({ status }) => status);
      assert.equal(refused.length, 1);
      assert.ok(crossed ? [409, 422].includes(refused[0] ?? 0) : refused[0] === 409, String(refused));
      const kept = await CaseModel.find({ _id: { $in: [a.id, b.id] } }).lean();
      assert.deepEqual(kept.map(({ status }) => status).sort(), ['merged', 'registered']);
      assert.equal(kept.filter(({ dueOn }) => dueOn).length, 1, 'one clock runs on');
      const merges = await EventModel.countDocuments({ kind: 'appeal.merged', 'subject.id': { $in: [a.id, b.id] } });
      assert.equal(merges, 1);
    }
  });

  it('is no search: ten thousand letters are refused by their field, signs alone find nothing', async () => {
    await registered();
    const list = (q: string) => staff.operator.get(`/api/v1/register?${new URLSearchParams({ q })}`);
    const { status, body } = await list('y'.repeat(10_000));
    assert.deepEqual([status, body.errors[0].path], [422, 'q']);
    assert.match(body.errors[0].message, /[а-яіїє]{3}/);
    for (const q of ['…!? —', '.*', '$where', '\\', '"', "'", '%', '👍']) {
      const found = await list(q);
      assert.deepEqual([found.status, found.body.total], [200, 0], q);
    }
  });

  it('is any verb of somebody else: each is refused, and nothing of the case moves', async () => {
    const held = await inHand();
    const before = await everything(held);
    for (const [login, verbs] of Object.entries(NOT_THEIRS) as [keyof typeof NOT_THEIRS, readonly Verb[]][])
      for (const verb of verbs) {
        const { status, body } = await move(staff[login], held, verb);
        assert.deepEqual([status, body.code], [403, 'not-allowed'], `${login}: ${verb}`);
        assert.match(body.title, /[а-яіїє]{3}/);
      }
    for (const login of ['auditor', 'administrator'] as const)
      for (const verb of VERBS) {
        const { status } = await move(staff[login], held, verb);
        assert.ok([403, 404].includes(status), `${login}: ${verb} ${status}`);
      }
    for (const verb of VERBS) assert.equal((await move(city.api, held, verb)).status, 401, verb);
    assert.equal(await everything(held), before);
  });
});
