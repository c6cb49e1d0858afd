import assert from 'node:assert/strict';
import { unit } from '#server/seeds/city.ts';
import { type Api, useCity } from '../../support/api.ts';
import { aDraft, type Draft } from '../../support/appeals.ts';
import { aScan } from '../../support/signing.ts';

const LIGHTS = String(unit(4));
const ANSWER = { text: 'Ліхтар полагоджено, роботи виконано.', result: 'resolved' } as const;
const ROUTE = 'Відповідь можна оскаржити до міського голови або до суду.';

describe('register: moving a case', () => {
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

  const file = async (over: Partial<Draft> = {}): Promise<string> =>
    (await city.api.post('/api/v1/appeals', aDraft(over))).body.id;
  const move = (who: Api, id: string, verb: string, expectedVersion: number, input: object = {}) =>
    who.post(`/api/v1/register/${id}/${verb}`, { expectedVersion, ...input });
  const told = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];
  /** A case that the street lights' executor has in hand, at version 4. */
  async function inHand(): Promise<string> {
    const id = await file();
    await move(operator, id, 'register', 1, { questionGroup: 9 });
    await move(operator, id, 'assign', 2, { departmentId: LIGHTS });
    assert.equal((await move(executor, id, 'accept', 3)).body.status, 'in_progress');
    return id;
  }

  it('takes an appeal from receipt to a signed answer, back and again (art. 15(3), design)', async () => {
    const id = await inHand();
    const drafted = await move(executor, id, 'draft', 4, { answer: ANSWER });
    assert.deepEqual(
      [drafted.body.status, drafted.body.publicStatus, drafted.body.answer.signed],
      ['answer_review', 'in_work', null],
    );
    assert.equal((await move(controller, id, 'rework', 5, { reasonCode: 'incomplete' })).body.status, 'in_progress');
    await move(executor, id, 'draft', 6, { answer: { ...ANSWER, result: 'explained' } });
    const { body: signed } = await move(head, id, 'answer', 7, await aScan(id));
    assert.deepEqual(
      [signed.status, signed.publicStatus, signed.dueOn, signed.version],
      ['answered', 'explained', null, 8],
    );
    assert.match(signed.answer.signed.outgoingNumber, /^\d+\/\d{4}-вих$/);
    assert.match(signed.answer.signed.signatory, /Марина Шевчук/);
    assert.equal((await move(controller, id, 'close', 8)).body.publicStatus, 'explained');
    const { body: reopened } = await move(controller, id, 'reopen', 9, { reasonCode: 'not-done' });
    assert.deepEqual([reopened.status, reopened.publicStatus], ['reopened', 'in_work']);
    assert.match(reopened.dueOn, /^\d{4}-\d\d-\d\d$/);
    assert.deepEqual(
      reopened.history.map(({ kind }: { kind: string }) => kind.slice('appeal.'.length)),
      [
        'filed',
        'registered',
        'assigned',
        'accepted',
        'drafted',
        'reworked',
        'drafted',
        'answered',
        'closed',
        'reopened',
      ],
    );
  });

  it('gives registration indexes by surname, without gaps', async () => {
    const indexes = [];
    for (const lastName of ['Єфименко', 'Їжакевич', 'єрмак', 'Єлисеєв']) {
      const id = await file({ applicant: { lastName, firstName: 'Ганна', residence: 'м. Одеса' } });
      const refused = await move(operator, id, 'register', 7, { questionGroup: 9 });
      assert.equal(refused.status, 409);
      indexes.push((await move(operator, id, 'register', 1, { questionGroup: 9 })).body.registrationIndex);
    }
    assert.deepEqual(indexes, ['Є-1', 'Ї-1', 'Є-2', 'Є-3']);
  });

  it('gives them without a gap or a double also to many who register at once', async () => {
    const applicant = { lastName: 'Щербина', firstName: 'Ольга', residence: 'м. Одеса' };
    const filed = await Promise.all(Array.from({ length: 8 }, () => file({ applicant })));
    const moved = await Promise.all(filed.map((id) => move(operator, id, 'register', 1, { questionGroup: 9 })));
    const indexes = moved.map(({ body }) => body.registrationIndex);
    assert.deepEqual(indexes.sort(), Array.from({ length: 8 }, (_, i) => `Щ-${i + 1}`).sort());
  });

  it('refuses in one order: signed in, staff, known address, shape, readable, permitted, from here, fresh, whole', async () => {
    const id = await inHand();
    const bare = { expectedVersion: 1 };
    const post = (who: Api, path: string, body: object) => who.post(`/api/v1/register/${path}`, body);
    assert.deepEqual(told(await post(city.api, `${id}/close`, {})), [401, 'sign-in.required']);
    assert.deepEqual(told(await post(executor, 'nonsense/close', {})), [404, 'not-found']);
    assert.deepEqual(told(await post(executor, `${id}/explode`, {})), [404, 'not-found']);
    assert.deepEqual(told(await post(executor, `${id}/close`, { expectedVersion: 'x' })), [422, 'fields.invalid']);
    assert.deepEqual(told(await post(await city.staff('roads'), `${id}/close`, bare)), [404, 'not-found']);
    assert.deepEqual(told(await post(executor, `${id}/close`, bare)), [403, 'not-allowed']);
    assert.deepEqual(told(await post(controller, `${id}/close`, bare)), [409, 'move.refused']);
    assert.deepEqual(told(await post(executor, `${id}/draft`, bare)), [409, 'version.stale']);
    assert.deepEqual(told(await post(executor, `${id}/draft`, { expectedVersion: 4 })), [422, 'fields.invalid']);
  });

  it('says from where, what, why and what is allowed instead, with the card as it is now', async () => {
    const id = await inHand();
    const { body } = await move(head, id, 'answer', 4, await aScan(id));
    const { from, verb, reason, allowed, current } = body;
    assert.deepEqual(
      [from, verb, reason, allowed],
      ['in_progress', 'answer', 'not-from-this-status', ['extend', 'split', 'control']],
    );
    assert.deepEqual([current.id, current.status, current.version], [id, 'in_progress', 4]);
    const stale = await move(executor, id, 'draft', 2, { answer: ANSWER });
    const { version, can } = stale.body.current;
    assert.deepEqual(
      [version, Object.keys(can).filter((each) => can[each])],
      [4, ['inspect', 'ask', 'interim', 'draft']],
    );
  });

  it('asks a refusal how it can be contested (art. 15)', async () => {
    const id = await inHand();
    const refusal = { ...ANSWER, result: 'refused' };
    const { status, body } = await move(executor, id, 'draft', 4, { answer: refusal });
    assert.deepEqual(
      [status, body.errors[0].path, body.errors[0].code],
      [422, 'answer.appealRoute', 'answer.appeal-route'],
    );
    assert.equal((await move(executor, id, 'draft', 4, { answer: { ...refusal, appealRoute: ROUTE } })).status, 200);
  });

  it('never gives a complaint to the department complained of, nor to one below it (art. 7(4))', async () => {
    const against = String(unit(2));
    const id = await file({
      kind: 'complaint',
      contested: { decision: 'Бездіяльність департаменту', departmentId: against },
    });
    await move(operator, id, 'register', 1, { questionGroup: 22 });
    for (const departmentId of [against, LIGHTS]) {
      const { status, body } = await move(operator, id, 'assign', 2, { departmentId });
      assert.deepEqual([status, body.code, body.reason], [409, 'move.refused', 'contested-department']);
    }
    assert.equal((await move(operator, id, 'assign', 2, { departmentId: String(unit(1)) })).status, 200);
  });

  it('lets only one of two at once win', async () => {
    const id = await inHand();
    const both = await Promise.all([1, 2].map(() => move(executor, id, 'draft', 4, { answer: ANSWER })));
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409]);
  });

  it('goes on showing the applicant the answer that was signed, while another is drafted after it', async () => {
    const { body: filed } = await city.api.post('/api/v1/appeals', aDraft());
    const { number, accessCode, id } = filed;
    const holder = city.api.as((await city.api.post('/api/v1/sessions', { number, accessCode })).body.token);
    const draft = (version: number, text: string) =>
      move(executor, id, 'draft', version, { answer: { ...ANSWER, text } });
    const sign = async (version: number) => move(head, id, 'answer', version, await aScan(id));
    const shown = async () => (await holder.get(`/api/v1/appeals/${id}`)).body.answer?.text;
    const [first, second] = ['Ліхтар замінять до кінця тижня.', 'Ліхтар замінено, світло є.'];
    await move(operator, id, 'register', 1, { questionGroup: 9 });
    await move(operator, id, 'assign', 2, { departmentId: LIGHTS });
    await move(executor, id, 'accept', 3);
    await draft(4, first);
    assert.equal(await shown(), undefined);
    await sign(5);
    await move(controller, id, 'reopen', 6, { reasonCode: 'not-done' });
    await move(operator, id, 'assign', 7, { departmentId: LIGHTS });
    await move(executor, id, 'accept', 8);
    await draft(9, second);
    assert.equal(await shown(), first);
    await sign(10);
    assert.equal(await shown(), second);
  });

  it('shows the applicant a signed answer, and never a draft, an index or anybody’s data', async () => {
    const { body: filed } = await city.api.post('/api/v1/appeals', aDraft());
    const { number, accessCode, id } = filed;
    const { body: session } = await city.api.post('/api/v1/sessions', { number, accessCode });
    const holder = city.api.as(session.token);
    await move(operator, id, 'register', 1, { questionGroup: 9 });
    await move(operator, id, 'assign', 2, { departmentId: LIGHTS });
    await move(executor, id, 'accept', 3);
    await move(executor, id, 'draft', 4, { answer: ANSWER });
    const draft = await holder.get(`/api/v1/appeals/${id}`);
    assert.deepEqual([draft.body.status, draft.body.answer], ['in_work', null]);
    await move(head, id, 'answer', 5, await aScan(id));
    const { body } = await holder.get(`/api/v1/appeals/${id}`);
    assert.deepEqual([body.status, body.answer.text, body.dueOn], ['resolved', ANSWER.text, null]);
    assert.doesNotMatch(JSON.stringify(body), /К-\d|\+380|380\d{9}|Коваль|registrationIndex|"version"|assigned/);
    assert.equal((await city.api.get(`/api/v1/appeals/${id}`)).status, 404);
  });
});
