import assert from 'node:assert/strict';
import { AnswerModel } from '#server/register/answer.model.ts';
import { CaseModel } from '#server/register/case.model.ts';
import { type Api, useCity } from '../../support/api.ts';
import { aDraft } from '../../support/appeals.ts';
import { RIGHT } from '../../support/right-bodies.ts';

const CONTENT = RIGHT['/api/v1/templates'] as Record<string, unknown>;
const REFUSED = { ...CONTENT, result: 'refused', text: 'Задовольнити звернення неможливо, вибачте.' };

describe('templates of answers and notices', () => {
  const city = useCity();
  let keeper: Api;
  before(async () => {
    keeper = await city.staff('administrator');
  });
  const listed = async (api: Api): Promise<{ id: string; name: string; isActive: boolean }[]> =>
    (await api.get('/api/v1/templates')).body.items;
  const pathsOf = ({ body }: { body: { errors: { path: string; code: string }[] } }) =>
    body.errors.map(({ path, code }) => `${path} ${code}`).sort();

  it('are kept version by version, and nobody writes over another’s', async () => {
    const { status, body } = await keeper.post('/api/v1/templates', CONTENT);
    assert.equal(status, 201);
    const change = { ...CONTENT, name: 'Усе виконано', expectedVersion: 1 };
    const both = await Promise.all([1, 2].map(() => keeper.post(`/api/v1/templates/${body.id}`, change)));
    assert.deepEqual(both.map((reply) => reply.status).sort(), [200, 409]);
    const { items } = (await keeper.get(`/api/v1/templates/${body.id}/versions`)).body;
    assert.deepEqual(
      items.map(({ version, name }: { version: number; name: string }) => [version, name]),
      [
        [2, 'Усе виконано'],
        [1, CONTENT.name],
      ],
    );
    assert.ok(items[0].savedBy, 'who saved it is named');
  });
  it('are put into use only with all that the law wants said', async () => {
    const refused = await keeper.post('/api/v1/templates', REFUSED);
    assert.equal(refused.status, 422);
    assert.deepEqual(pathsOf(refused), ['appealRoute answer.appeal-route', 'text template.incomplete']);
    const kept = await keeper.post('/api/v1/templates', { ...REFUSED, isActive: false });
    assert.equal(kept.status, 201, 'out of use it can be kept');
    assert.ok((await listed(keeper)).some(({ id }) => id === kept.body.id));
    const executor = await listed(await city.staff('executor'));
    assert.ok(executor.length > 0);
    assert.ok(executor.every(({ isActive }) => isActive));
  });
  it('name every wrong field at once', async () => {
    const wrong = { ...CONTENT, use: 'returning', text: 'Повертаємо {кому} за статтею 5.', categoryCode: 'no-such' };
    assert.deepEqual(pathsOf(await keeper.post('/api/v1/templates', wrong)), [
      'categoryCode category.unknown',
      'ground field.required',
      'result field.invalid',
      'text template.placeholder',
    ]);
  });

  describe('at work', () => {
    let executor: Api;
    let caseId = '';
    let version = 0;
    before(async () => {
      const [operator, controller] = [await city.staff('operator'), await city.staff('controller')];
      executor = await city.staff('executor');
      caseId = (await city.api.post('/api/v1/appeals', aDraft())).body.id;
      await operator.post(`/api/v1/register/${caseId}/register`, { expectedVersion: 1, questionGroup: 9 });
      const assignment = { expectedVersion: 2, departmentId: '4'.padStart(24, '0') };
      await operator.post(`/api/v1/register/${caseId}/assign`, assignment);
      assert.equal((await executor.post(`/api/v1/register/${caseId}/accept`, { expectedVersion: 3 })).status, 200);
      assert.equal((await controller.get(`/api/v1/register/${caseId}`)).status, 200);
      version = (await CaseModel.findById(caseId).lean())?.version ?? 0;
    });
    const draft = (answer: object) =>
      executor.post(`/api/v1/register/${caseId}/draft`, {
        expectedVersion: version,
        answer: { result: 'resolved', ...answer },
      });

    it('a draft with an open gap, or from a version that never was, is refused', async () => {
      const open = await draft({ text: 'За вашим зверненням роботи виконано: [[що зроблено]].' });
      assert.deepEqual([open.status, pathsOf(open)], [422, ['answer.text text.gap']]);
      const [known] = await listed(executor);
      const unknown = await draft({ text: 'Роботи виконано повністю.', template: { id: known?.id, version: 77 } });
      assert.deepEqual([unknown.status, pathsOf(unknown)], [422, ['answer.template template.unknown']]);
    });
    it('the answer keeps from which version it was written', async () => {
      const [known] = await listed(executor);
      const template = { id: known?.id ?? '', version: 1 };
      assert.equal((await draft({ text: 'Роботи виконано повністю.', template })).status, 200);
      assert.deepEqual((await AnswerModel.findOne({ caseId }).lean())?.template, template);
    });
  });
});
