import assert from 'node:assert/strict';
import { categoryName, departmentName, phrase, placeWords } from '#client/desk/case-words.ts';
import { firstView } from '#client/desk/first-view.ts';
import { memoryDrafts } from '#client/desk/form/drafts.ts';
import { troubleOf } from '#client/desk/form/trouble.ts';
import { categoryGroups } from '#client/desk/intake/category-groups.ts';
import { Offline, Refusal } from '#client/platform/api.ts';
import { APPEAL_WORKFLOW } from '#shared/domain/appeal-workflow.ts';
import { desk } from '#shared/texts/uk/desk.ts';
import { questionGroups } from '#shared/texts/uk/question-groups.ts';

describe('desk: words for what the register says', () => {
  it('has one for every event of an appeal', () => {
    for (const { event } of [...APPEAL_WORKFLOW, { event: 'appeal.filed' }])
      assert.notEqual(phrase(desk.events, event), event);
  });
  it('lets a key without words stand for itself', () => assert.equal(phrase(desk.events, 'info.filed'), 'info.filed'));
  it('names all groups of the classifier', () => {
    assert.deepEqual(
      Object.keys(questionGroups).map(Number),
      Array.from({ length: 25 }, (_, i) => i + 1),
    );
  });
  it('names category, department and place, as far as they are known', () => {
    const trees = { code: 'trees', parentCode: null, uk: 'Дерева', en: 'Trees', questionGroup: 11 };
    const category = { ...trees, defaultDepartmentId: null };
    assert.equal(categoryName('en', [category], 'trees'), 'Trees');
    assert.equal(categoryName('en', [category], 'gone'), 'gone');
    const unit = { id: 'a', uk: 'Парки', en: 'Parks', parentId: null };
    assert.equal(departmentName('en', [unit], { id: 'a', name: 'Парки' }), 'Parks');
    assert.equal(departmentName('en', [], { id: 'a', name: 'Парки' }), 'Парки');
    assert.equal(departmentName('en', [unit], null), null);
    assert.equal(placeWords({ address: null, description: 'біля школи', point: null }), 'біля школи');
  });
});

describe('desk: where the day begins', () => {
  it('goes by what a person may do', () => {
    assert.equal(firstView(['case.readAny', 'case.enter', 'case.register', 'case.assign']), 'new');
    assert.equal(firstView(['case.readAny', 'case.assign', 'case.control', 'case.sign']), 'for_signature');
    assert.equal(firstView(['case.work']), 'in_hand');
    assert.equal(firstView(['case.readAny', 'case.control']), 'open');
  });
});

describe('desk: what was typed', () => {
  it('is kept while it differs from the untouched form, under its own key', () => {
    const drafts = memoryDrafts();
    drafts.keep('a/draft', { text: 'Пишу' }, { text: '' });
    assert.deepEqual(drafts.of('a/draft'), { text: 'Пишу' });
    assert.ok(drafts.has('a/') && drafts.has('') && !drafts.has('b/'));
    drafts.keep('a/draft', { text: '', tick: '' }, { text: '' });
    assert.ok(!drafts.has(''));
  });
});

describe('desk: troubles', () => {
  it('are told in the server’s words, of the whole and of each field', () => {
    const errors = [{ path: 'answer.text', code: 'field.too-short', message: 'Напишіть докладніше.' }] as const;
    const refusal = new Refusal({ status: 422, code: 'fields.invalid', title: 'Виправте позначені поля.', errors });
    assert.deepEqual(troubleOf(refusal, ''), {
      message: 'Виправте позначені поля.',
      fields: { 'answer.text': 'Напишіть докладніше.' },
    });
  });
  it('are told in the desk’s own where no answer came, and bugs are not hidden', () => {
    assert.equal(troubleOf(new Offline(), 'Немає зв’язку').message, 'Немає зв’язку');
    assert.throws(() => troubleOf(new TypeError('a bug'), ''), TypeError);
  });
});

describe('desk: topics to choose from', () => {
  it('stand under the branch that they grow from, however deep', () => {
    const at = (code: string, parentCode: string | null) => {
      return { code, parentCode, uk: code, en: code, questionGroup: 1, defaultDepartmentId: null };
    };
    const tree = [
      at('streets', null),
      at('roads', 'streets'),
      at('holes', 'roads'),
      at('signs', 'streets'),
      at('other', null),
    ];
    assert.deepEqual(
      categoryGroups(tree, 'uk').map(({ label, options }) => [label, ...options.map(({ value }) => value)]),
      [
        ['streets', 'holes', 'signs'],
        ['other', 'other'],
      ],
    );
  });
});
