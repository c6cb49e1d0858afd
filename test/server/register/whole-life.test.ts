import assert from 'node:assert/strict';
import { CaseModel } from '#server/register/case.model.ts';
import { unit } from '#server/seeds/city.ts';
import { addCalendarDays } from '#shared/domain/legal-clock/legal-date.ts';
import { type Api, useCity } from '../../support/api.ts';
import { aDraft, type Draft } from '../../support/appeals.ts';
import { aScan } from '../../support/signing.ts';

const LIGHTS = String(unit(4));
const ROADS = String(unit(3));
const ANSWER = { text: 'Ліхтар замінимо, щойно прийде нова партія світильників.', result: 'explained' } as const;
const WHY = 'Роз’яснюємо підставу цього рішення.';
const DAY_MS = 86_400_000;

describe('register: the whole life of an appeal', () => {
  const city = useCity();
  let operator: Api;
  let executor: Api;
  let controller: Api;
  let head: Api;
  before(async () => {
    [operator, executor, controller, head] = (await Promise.all(
      ['operator', 'executor', 'controller', 'head'].map(city.staff),
    )) as [Api, Api, Api, Api];
  });
  interface Held {
    id: string;
    number: string;
    version: number;
  }
  const file = async (over: Partial<Draft> = {}): Promise<Held> => {
    const { body } = await city.api.post('/api/v1/appeals', aDraft(over));
    return { id: body.id, number: body.number, version: 1 };
  };
  /** Moves a case and keeps its version; answers the whole response. */
  async function move(who: Api, held: Held, verb: string, input: object = {}) {
    const response = await who.post(`/api/v1/register/${held.id}/${verb}`, { expectedVersion: held.version, ...input });
    if (response.status === 200) held.version = response.body.version;
    return response;
  }
  async function registered(over: Partial<Draft> = {}): Promise<Held> {
    const held = await file(over);
    assert.equal((await move(operator, held, 'register', { questionGroup: 9 })).status, 200);
    return held;
  }
  async function inHand(over: Partial<Draft> = {}): Promise<Held> {
    const held = await registered(over);
    await move(operator, held, 'assign', { departmentId: LIGHTS });
    assert.equal((await move(executor, held, 'accept')).body.status, 'in_progress');
    return held;
  }
  /** As if it had been received so many days earlier. */
  async function age({ id }: Held, days: number): Promise<void> {
    const found = await CaseModel.findById(id).lean();
    const clocks = found?.clocks.map((clock) => ({ ...clock, startedOn: addCalendarDays(clock.startedOn, -days) }));
    await CaseModel.updateOne({ _id: id }, { $set: { clocks, receivedAt: new Date(Date.now() - days * DAY_MS) } });
  }
  const said = ({ status, body }: { status: number; body: { code?: string; reason?: string } }) => [
    status,
    body.reason ?? body.code,
  ];
  const wrong = ({ body }: { body: { errors?: { path: string; code: string }[] } }) =>
    (body.errors ?? []).map(({ path, code }) => `${path} ${code}`);

  it('forwards what is not ours to the competent body (art. 7(3)), which ends the term', async () => {
    const held = await registered();
    assert.deepEqual(wrong(await move(operator, held, 'forward')), ['forwarding field.required']);
    const { body } = await move(operator, held, 'forward', { forwarding: { to: 'Одеська ОДА' } });
    assert.deepEqual([body.status, body.publicStatus, body.dueOn], ['forwarded', 'forwarded', null]);
    assert.deepEqual(JSON.parse(body.history.at(-1).words), { to: 'Одеська ОДА' });
    assert.equal((await move(controller, held, 'reopen', { reasonCode: 'new-facts' })).body.status, 'reopened');
  });

  for (const [ground, days] of [
    ['formal', 10],
    ['insufficient', 5],
  ] as const)
    it(`returns what lacks ${ground} matter within ${days} days and no later (arts. 5, 7(3))`, async () => {
      const returning = { ground, explanation: WHY };
      const inTime = await registered();
      await age(inTime, days - 1);
      const { body } = await move(operator, inTime, 'return', { returning });
      assert.deepEqual([body.status, body.publicStatus], [`returned_${ground}`, 'not_considered']);
      assert.equal(body.history.at(-1).reasonCode, ground);
      const late = await registered();
      await age(late, days + 5); // the last day may roll over a weekend and holidays
      assert.deepEqual(said(await move(operator, late, 'return', { returning })), [409, 'return-too-late']);
    });

  for (const ground of ['anonymous', 'repeat', 'incapacity'] as const)
    it(`considers it no further as ${ground} by the head’s decision alone (art. 8)`, async () => {
      const held = await registered();
      const termination = { ground, decision: { number: '17-р', on: '2026-01-05' }, explanation: WHY };
      assert.equal((await move(operator, held, 'terminate', { termination })).status, 403);
      const { body } = await move(head, held, 'terminate', { termination });
      assert.deepEqual(
        [body.status, body.publicStatus, body.dueOn],
        [`not_considered_${ground}`, 'not_considered', null],
      );
    });

  it('calls late nothing but a complaint (art. 17), and takes no decision of tomorrow', async () => {
    const decision = { number: '17-р', on: '2026-01-05' };
    const held = await registered();
    const late = { termination: { ground: 'late', decision, explanation: WHY } };
    assert.deepEqual(said(await move(head, held, 'terminate', late)), [409, 'not-a-complaint']);
    const termination = { ground: 'repeat', decision: { ...decision, on: '2098-01-05' }, explanation: WHY };
    assert.deepEqual(wrong(await move(head, held, 'terminate', { termination })), [
      'termination.decision.on date.in-future',
    ]);
  });

  it('never gives a complaint to whom it is against, as a co-executor neither (art. 7(4))', async () => {
    const contested = { decision: 'Відмова полагодити ліхтар', departmentId: LIGHTS };
    const held = await registered({ kind: 'complaint', contested });
    const help = { departmentId: ROADS, coExecutors: [{ departmentId: LIGHTS }] };
    assert.deepEqual(said(await move(operator, held, 'assign', { departmentId: LIGHTS })), [
      409,
      'contested-department',
    ]);
    assert.deepEqual(said(await move(operator, held, 'assign', help)), [409, 'contested-department']);
  });

  it('assigns who answers and who helps, each by a date within the term (design)', async () => {
    const held = await registered();
    const past = {
      departmentId: LIGHTS,
      internalDueOn: '2026-01-01',
      coExecutors: [{ departmentId: ROADS, dueOn: '2098-01-01' }],
    };
    assert.deepEqual(wrong(await move(operator, held, 'assign', past)), [
      'internalDueOn date.outside-term',
      'coExecutors.0.dueOn date.outside-term',
    ]);
    const { body } = await move(operator, held, 'assign', {
      departmentId: LIGHTS,
      coExecutors: [{ departmentId: ROADS }],
      resolution: 'Прошу опрацювати.',
    });
    assert.deepEqual(
      body.executors.map(({ departmentId, role }: { departmentId: string; role: string }) => [departmentId, role]),
      [
        [LIGHTS, 'main'],
        [ROADS, 'co'],
      ],
    );
    assert.equal((await move(await city.staff('roads'), held, 'accept')).status, 403, 'who helps does not answer');
  });

  it('prolongs a term that runs, to 45 days from the receipt at most, by who decides (art. 20)', async () => {
    const held = await inHand();
    const reason = 'Чекаємо на висновок експертизи.';
    const { dueOn, receivedAt } = (await operator.get(`/api/v1/register/${held.id}`)).body;
    const until = addCalendarDays(dueOn, 3);
    assert.equal((await move(executor, held, 'extend', { extension: { until, reason } })).status, 403);
    assert.deepEqual(wrong(await move(head, held, 'extend', { extension: { until: dueOn, reason } })), [
      'extension.until date.not-ahead',
    ]);
    const beyond = addCalendarDays(receivedAt.slice(0, 10), 50);
    assert.deepEqual(wrong(await move(head, held, 'extend', { extension: { until: beyond, reason } })), [
      'extension.until extension.beyond-45',
    ]);
    const { body } = await move(head, held, 'extend', { extension: { until, reason } });
    assert.deepEqual([body.status, body.dueOn, body.extendedFrom], ['in_progress', until, dueOn]);
    await CaseModel.updateOne({ _id: held.id }, { $set: { dueOn: '2026-01-01' } });
    const again = { extension: { until: addCalendarDays(until, 1), reason } };
    assert.deepEqual(said(await move(head, held, 'extend', again)), [409, 'term-lapsed']);
  });

  it('asks the applicant, replies in between and looks on the spot, and none of it stops the clock (arts. 7, 20)', async () => {
    const held = await inHand();
    const { dueOn } = (await operator.get(`/api/v1/register/${held.id}`)).body;
    const asked = (await move(executor, held, 'ask', { inquiry: 'Назвіть, будь ласка, номер опори.' })).body;
    assert.ok(asked.awaitingApplicantSince);
    await move(executor, held, 'interim', { interim: 'Огляд призначено на наступний тиждень.' });
    assert.equal((await move(executor, held, 'inspect')).body.status, 'on_site_check');
    const { body } = await move(executor, held, 'report', {
      inspection: { on: '2026-01-05', notes: 'Ліхтар не горить, опора ціла.' },
    });
    assert.deepEqual([body.status, body.dueOn], ['in_progress', dueOn]);
  });

  it('keeps a promise by a date of its own, and is not closed before it is kept (design)', async () => {
    const held = await inHand();
    const followUpOn = '2098-05-01';
    const early = { ...ANSWER, followUpOn: '2026-01-01' };
    assert.deepEqual(wrong(await move(executor, held, 'draft', { answer: early })), [
      'answer.followUpOn date.not-ahead',
    ]);
    await move(executor, held, 'draft', { answer: { ...ANSWER, followUpOn } });
    const { body } = await move(head, held, 'answer', await aScan(held.id));
    assert.deepEqual(
      [body.publicStatus, body.promise, body.dueOn],
      ['planned', { on: followUpOn, keptOn: null }, null],
    );
    assert.deepEqual(said(await move(controller, held, 'close')), [409, 'promise-pending']);
    const promise = { until: '2098-06-01', reason: 'Постачальник затримує партію.' };
    assert.equal((await move(controller, held, 'postpone', { promise })).body.promise.on, '2098-06-01');
    assert.equal((await move(controller, held, 'keep')).body.publicStatus, 'explained');
    const { body: closed } = await move(controller, held, 'close');
    assert.ok(closed.control.removedAt);
  });

  it('merges cases so that each person is answered by the sooner term, and parts them again (design)', async () => {
    const [primary, other, third] = [await inHand(), await registered(), await registered()];
    await age(other, 3);
    const { clocks: otherClocks } = (await CaseModel.findById(other.id).lean()) ?? assert.fail();
    await CaseModel.updateOne(
      { _id: other.id },
      { $set: { clocks: otherClocks.map((clock) => ({ ...clock, dueLegal: '2026-12-01' })), dueOn: '2026-12-01' } },
    );
    assert.deepEqual(wrong(await move(operator, other, 'merge', { primaryNumber: other.number })), [
      'primaryNumber case.itself',
    ]);
    assert.deepEqual(wrong(await move(operator, other, 'merge', { primaryNumber: '2600000004' })), [
      'primaryNumber case.unknown',
    ]);
    const { body: merged } = await move(operator, other, 'merge', { primaryNumber: primary.number });
    assert.deepEqual([merged.status, merged.dueOn, merged.links[0].number], ['merged', null, primary.number]);
    await move(operator, third, 'merge', { primaryNumber: primary.number });
    assert.equal((await operator.get(`/api/v1/register/${primary.id}`)).body.dueOn, '2026-12-01');
    assert.deepEqual(said(await move(controller, primary, 'merge', { primaryNumber: (await registered()).number })), [
      409,
      'others-merged-in',
    ]);
    assert.equal((await move(controller, third, 'unmerge')).body.status, 'registered');

    await move(executor, primary, 'draft', { answer: ANSWER });
    await move(head, primary, 'answer', await aScan(primary.id));
    const answered = (await operator.get(`/api/v1/register/${other.id}`)).body;
    assert.deepEqual([answered.status, answered.publicStatus], ['merged', 'explained']);
    assert.equal(answered.history.at(-1).kind, 'appeal.answered');
    assert.ok(
      (await operator.get(`/api/v1/register/${third.id}`)).body.dueOn,
      'who was parted is owed an answer still',
    );
    assert.deepEqual((await move(controller, other, 'unmerge')).body.status, 'answered');
  });

  it('parts a case that was reopened before it was merged as reopened, for its earlier answer is no answer to it (design)', async () => {
    const [primary, held] = [await inHand(), await inHand()];
    await move(executor, held, 'draft', { answer: ANSWER });
    await move(head, held, 'answer', await aScan(held.id));
    await move(controller, held, 'reopen', { reasonCode: 'not-done' });
    await move(operator, held, 'merge', { primaryNumber: primary.number });
    const { body } = await move(controller, held, 'unmerge');
    assert.equal(body.status, 'reopened');
    assert.ok(body.dueOn);
  });

  it('splits a part off as a case with an index, people and a term of its own (art. 7(3), design)', async () => {
    const held = await registered();
    const part = { text: 'Окремо прошу полагодити тротуар.', categoryCode: 'sidewalk', questionGroup: 3 };
    const { body } = await move(operator, held, 'split', { part });
    assert.equal(body.status, 'registered');
    const { body: own } = await operator.get(`/api/v1/register/${body.links[0].id}`);
    assert.deepEqual([own.text, own.status, own.dueOn, own.questionGroup], [part.text, 'registered', body.dueOn, 3]);
    assert.notEqual(own.registrationIndex, body.registrationIndex);
    assert.equal(own.applicants[0].name, body.applicants[0].name);
  });

  it('splits a part off with its own term, not with that of a case merged in', async () => {
    const [primary, other] = [await inHand(), await registered()];
    const { dueOn } = (await operator.get(`/api/v1/register/${primary.id}`)).body;
    const { clocks } = (await CaseModel.findById(other.id).lean()) ?? assert.fail();
    const sooner = clocks.map((clock) => ({ ...clock, dueLegal: '2026-12-01' }));
    await CaseModel.updateOne({ _id: other.id }, { $set: { clocks: sooner, dueOn: '2026-12-01' } });
    await move(operator, other, 'merge', { primaryNumber: primary.number });
    primary.version = (await operator.get(`/api/v1/register/${primary.id}`)).body.version;
    const part = { text: 'Окремо прошу полагодити тротуар.', categoryCode: 'sidewalk', questionGroup: 3 };
    const { body } = await move(operator, primary, 'split', { part });
    assert.equal(body.dueOn, '2026-12-01');
    const made = body.links.find(({ kind }: { kind: string }) => kind === 'partOf');
    assert.equal((await operator.get(`/api/v1/register/${made.id}`)).body.dueOn, dueOn);
  });

  it('moves an application to administrative procedure with the day of its receipt (art. 12(2))', async () => {
    const held = await registered();
    const { body } = await move(operator, held, 'transfer', { explanation: WHY });
    const { clocks } = (await CaseModel.findById(held.id).lean()) ?? assert.fail();
    assert.deepEqual([body.procedure, clocks[0]?.rule], ['admin', 'admin.days30']);
    assert.deepEqual(said(await move(operator, held, 'transfer', { explanation: WHY })), [
      409,
      'already-administrative',
    ]);
  });

  it('changes what it is about, marks a repeat, and closes to all what turns out private', async () => {
    const [first, held] = [await registered(), await registered({ consents: { sms: false, publication: true } })];
    await move(operator, held, 'publish', { publication: { state: 'public', text: 'Не горить ліхтар.' } });
    const reclassification = { questionGroup: 8, recurrence: '2.2', repeatOfNumber: first.number };
    const { body } = await move(operator, held, 'reclassify', { reclassification });
    assert.deepEqual([body.questionGroup, body.publication.state], [8, 'none']);
    assert.deepEqual([body.links[0].kind, body.links[0].number], ['repeatOf', first.number]);
  });

  it('is withdrawn by who enters the applicant’s paper, and that ends it (design)', async () => {
    const held = await inHand();
    assert.equal((await move(executor, held, 'withdraw', { explanation: WHY })).status, 403);
    const { body } = await move(operator, held, 'withdraw', { explanation: WHY });
    assert.deepEqual([body.status, body.publicStatus, body.dueOn], ['withdrawn', 'not_considered', null]);
  });

  it('tells its applicant what was decided and why, and nobody else (arts. 7(3), 8(3))', async () => {
    const { body: filed } = await city.api.post('/api/v1/appeals', aDraft());
    const held: Held = { id: filed.id, number: filed.number, version: 1 };
    await move(operator, held, 'register', { questionGroup: 9 });
    await move(operator, held, 'forward', { forwarding: { to: 'Одеська ОДА', explanation: WHY } });
    const { token } = (await city.api.post('/api/v1/sessions', { number: filed.number, accessCode: filed.accessCode }))
      .body;
    const { body } = await city.api.as(token).get(`/api/v1/appeals/${held.id}`);
    assert.deepEqual(
      body.details.notices.map(({ verb, to, text }: Record<string, string>) => [verb, to, text]),
      [['forward', 'Одеська ОДА', WHY]],
    );
    assert.ok(!JSON.stringify((await city.api.get(`/api/v1/appeals/${held.id}`)).body).includes('Одеська ОДА'));
  });

  it('is withdrawn by its applicant while it is not answered, and by nobody else’s word (design)', async () => {
    const { body: filed } = await city.api.post('/api/v1/appeals', aDraft());
    const at = `/api/v1/appeals/${filed.id}/withdraw`;
    assert.equal((await city.api.post(at, { explanation: WHY })).status, 404);
    const { token } = (await city.api.post('/api/v1/sessions', { number: filed.number, accessCode: filed.accessCode }))
      .body;
    const own = city.api.as(token);
    assert.deepEqual(wrong(await own.post(at, { explanation: 'ні' })), ['explanation field.too-short']);
    const { body } = await own.post(at, { explanation: WHY });
    assert.deepEqual([body.status, body.details.mayWithdraw], ['not_considered', false]);
    assert.equal((await own.post(at, { explanation: WHY })).status, 409);
  });
});
