import assert from 'node:assert/strict';
import { Types } from 'mongoose';
import { eventsOf } from '#server/history/index.ts';
import { CaseModel } from '#server/register/case.model.ts';
import { seedAppeals } from '#server/seeds/demo-city.ts';
import type { RuleSet, RuleTrial, TypedRule } from '#shared/contract/routing.ts';
import { type Api, useCity } from '../../support/api.ts';
import { aDraft, type Draft } from '../../support/appeals.ts';

const unit = (n: number): string => n.toString(16).padStart(24, '0');
const [SERVICES, ROADS, LIGHTS] = [unit(2), unit(3), unit(4)];
const aRule = (over: Partial<TypedRule> = {}): TypedRule => ({
  name: 'Ліхтарі',
  categoryCode: 'street-light',
  districtCode: null,
  channel: null,
  words: [],
  departmentId: LIGHTS,
  ...over,
});

describe('routing rules', () => {
  const city = useCity();
  let keeper: Api;
  let operator: Api;
  before(async () => {
    keeper = await city.staff('administrator');
    operator = await city.staff('operator');
  });
  const rules = async (): Promise<RuleSet> => (await keeper.get('/api/v1/routing/rules')).body;
  const put = async (rule: TypedRule, id: string | null = null) =>
    keeper.post('/api/v1/routing/rules', { expectedVersion: (await rules()).version, id, rule });
  const turn = async (id: string, isOn: boolean) =>
    keeper.post(`/api/v1/routing/rules/${id}/switch`, { expectedVersion: (await rules()).version, isOn });
  const file = async (over: Partial<Draft> = {}): Promise<string> =>
    (await city.api.post('/api/v1/appeals', aDraft(over))).body.id;
  const routing = async (caseId: string) => (await operator.get(`/api/v1/register/${caseId}/routing`)).body;
  const on = async (rule: TypedRule): Promise<string> => {
    const id = ((await put(rule)).body as RuleSet).rules.at(-1)?.id ?? '';
    assert.equal((await turn(id, true)).status, 200);
    return id;
  };
  afterEach(async () => {
    for (const { id } of (await rules()).rules)
      await keeper.post(`/api/v1/routing/rules/${id}/remove`, { expectedVersion: (await rules()).version });
  });

  it('suggests nothing as drafts, and once on, the first that fits, with why', async () => {
    const caseId = await file();
    const { body } = await put(aRule({ words: ['ліхтарями', 'ями'] }));
    assert.deepEqual(await routing(caseId), { rules: 0, match: null, skipped: [] });
    await turn(body.rules[0].id, true);
    await on(aRule({ name: 'Усе інше', categoryCode: null, departmentId: ROADS }));
    const { match, rules: count } = await routing(caseId);
    assert.deepEqual([count, match.name, match.departmentId], [2, 'Ліхтарі', LIGHTS]);
    assert.deepEqual([match.categoryCode, match.words], ['street-light', ['ліхтарями']]);
    assert.equal((await CaseModel.findById(caseId).lean())?.executors.length, 0, 'a person assigns, no rule does');
    const order = await rules();
    const ids = order.rules.map(({ id }) => id).reverse();
    await keeper.post('/api/v1/routing/order', { expectedVersion: order.version, ids });
    assert.equal((await routing(caseId)).match.departmentId, ROADS);
  });
  it('skips for a complaint the department that it is against and those below it, and says why', async () => {
    await on(aRule());
    await on(aRule({ name: 'Дороги', departmentId: ROADS }));
    const contested = { decision: 'Відмова полагодити ліхтар', departmentId: SERVICES };
    const { match, skipped } = await routing(await file({ kind: 'complaint', contested }));
    assert.equal(match.departmentId, ROADS);
    assert.deepEqual(
      skipped.map(({ name, reason }: { name: string; reason: string }) => [name, reason]),
      [['Ліхтарі', 'contested-department']],
    );
  });
  it('makes a changed rule a draft again, unless only its name changed', async () => {
    const id = await on(aRule());
    assert.equal((await put(aRule({ name: 'Світло' }), id)).body.rules[0].isOn, true);
    assert.equal((await put(aRule({ name: 'Світло', channel: 'phone' }), id)).body.rules[0].isOn, false);
  });
  it('keeps on record who changed what', async () => {
    const id = await on(aRule());
    const last = (await eventsOf({ kind: 'routing', id: 'rules' })).at(-1);
    assert.deepEqual([last?.kind, last?.facts.ruleId], ['routing.rule-switched-on', id]);
    assert.ok(last?.actorId);
    const [newest] = (await keeper.get('/api/v1/routing/rules')).body.changes;
    assert.deepEqual([newest.kind, newest.name, newest.by], [last?.kind, 'Ліхтарі', 'Дмитро Савчук']);
  });

  it('lets one of two people who reorder at once win, and shows the other the order as it is', async () => {
    await put(aRule());
    const { version, rules: two } = (await put(aRule({ name: 'Дороги' }))).body as RuleSet;
    const ids = two.map(({ id }) => id);
    const both = [[...ids].reverse(), ids].map((order) =>
      keeper.post('/api/v1/routing/order', { expectedVersion: version, ids: order }),
    );
    const replies = await Promise.all(both);
    assert.deepEqual(replies.map(({ status }) => status).sort(), [200, 409]);
    const late = await keeper.post('/api/v1/routing/order', { expectedVersion: version, ids });
    assert.deepEqual([late.body.code, late.body.current.version], ['version.stale', version + 1]);
  });
  it('takes no order that leaves a rule out, names one twice, or one that there is not', async () => {
    await put(aRule());
    const { version, rules: two } = (await put(aRule({ name: 'Дороги' }))).body as RuleSet;
    const [a = '', b = ''] = two.map(({ id }) => id);
    for (const ids of [[a], [a, a], [a, b, 'f'.repeat(24)], []])
      assert.equal((await keeper.post('/api/v1/routing/order', { expectedVersion: version, ids })).status, 422);
    assert.equal((await rules()).version, version);
  });
  it('names everything that the city does not have, and every word that says nothing', async () => {
    const bad = aRule({
      categoryCode: 'no-such',
      districtCode: 'nowhere',
      departmentId: 'f'.repeat(24),
      words: ['яма', '?!…'],
    });
    const wrong = ['categoryCode', 'districtCode', 'departmentId', 'words.1'].map((name) => `rule.${name}`);
    for (const reply of [
      await put(bad),
      await keeper.post('/api/v1/routing/trial', { id: null, rule: bad, days: 90 }),
    ]) {
      assert.equal(reply.status, 422);
      assert.deepEqual(
        reply.body.errors.map(({ path }: { path: string }) => path),
        wrong,
      );
    }
    for (const rule of [aRule({ name: 'я'.repeat(10_000) }), aRule({ words: ['я'.repeat(10_000)] })])
      assert.equal((await put(rule)).status, 422);
    assert.equal((await put(aRule(), 'f'.repeat(24))).status, 404);
    assert.equal((await rules()).rules.length, 0);
  });

  it('is tried on past cases as a recount by hand finds, and changes nothing by it', async function tried() {
    this.timeout(60_000);
    await seedAppeals();
    const contested = { decision: 'Відмова полагодити яму', departmentId: ROADS };
    await file({ kind: 'complaint', categoryCode: 'road-surface', contested });
    await on(aRule({ name: 'Лише пошта', categoryCode: 'streets', channel: 'post', departmentId: SERVICES }));
    const before = await rules();
    const rule = aRule({ categoryCode: 'streets', departmentId: ROADS });
    const { body } = await keeper.post('/api/v1/routing/trial', { id: null, rule, days: 90 });
    const trial = body as RuleTrial;

    const all = await CaseModel.find().lean();
    const { categories } = (await keeper.get('/api/v1/catalogue')).body;
    const inStreets = new Set(
      categories.flatMap((one: { code: string; parentCode: string }) =>
        one.parentCode === 'streets' ? [one.code] : [],
      ),
    );
    const fitting = all.filter(({ categoryCode }) => inStreets.has(categoryCode));
    assert.ok(fitting.length > 3, 'the seeds have cases of streets');
    const isComplaint = (one: object) =>
      String((one as { contested?: { departmentId?: Types.ObjectId } }).contested?.departmentId ?? '') === ROADS;
    const taken = fitting.filter((one) => one.channel !== 'post' && !isComplaint(one));
    const went = taken.flatMap(({ executors }) => executors.filter(({ role }) => role === 'main'));
    const there = went.filter(({ departmentId }) => departmentId.equals(new Types.ObjectId(ROADS)));
    assert.deepEqual(
      [trial.total, trial.looked, trial.rule.takes, trial.rule.unassigned, trial.rule.agreed],
      [all.length, all.length, taken.length, taken.length - went.length, there.length],
    );
    assert.deepEqual(
      [trial.rule.takenBefore, trial.rule.skipped],
      [fitting.filter((one) => one.channel === 'post' && !isComplaint(one)).length, fitting.filter(isComplaint).length],
    );
    assert.equal(trial.rule.differences.length, went.length - there.length);
    assert.ok(there.length > 0 && trial.rule.differences.length > 0, 'it agrees with some and differs from others');
    const sum = trial.rule.went.reduce((n, { count }) => n + count, 0);
    assert.equal(sum, went.length);
    const byPost = fitting.filter(({ channel }) => channel === 'post').length;
    assert.equal(trial.set.takes, taken.length + byPost);
    assert.deepEqual(await rules(), before);
    const none = await keeper.post('/api/v1/routing/trial', { id: null, rule, days: 1 });
    assert.ok(none.body.total < all.length, 'older cases are left out');
  });
});
