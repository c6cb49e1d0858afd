import assert from 'node:assert/strict';
import {
  answerWords,
  categoryName,
  departmentName,
  districtName,
  phrase,
  placeDoubt,
  placeWords,
} from '#client/desk/case-words.ts';
import { sizeWords } from '#client/desk/files/file-words.ts';
import { firstView } from '#client/desk/first-view.ts';
import { memoryDrafts } from '#client/desk/form/drafts.ts';
import { troubleOf } from '#client/desk/form/trouble.ts';
import { categoryGroups } from '#client/desk/intake/category-groups.ts';
import { Offline, Refusal } from '#client/platform/api.ts';
import { appealPlug } from '#server/appeals/appeal.plug.ts';
import { APPEAL_WORKFLOW } from '#shared/domain/appeal-workflow.ts';
import { desk } from '#shared/texts/uk/desk.ts';
import { deskFiles } from '#shared/texts/uk/desk-files.ts';
import { questionGroups } from '#shared/texts/uk/question-groups.ts';
import { aCategory } from '../../support/catalogue.ts';

describe('desk: words for what the register says', () => {
  it('has one for every event of an appeal', () => {
    const events = [...APPEAL_WORKFLOW.map(({ event }) => event), ...Object.keys(appealPlug.notificationRules)];
    for (const event of events) assert.notEqual(phrase(desk.events, event), event);
  });
  it('lets a key without words stand for itself', () => assert.equal(phrase(desk.events, 'info.filed'), 'info.filed'));
  it('names all groups of the classifier', () => {
    assert.deepEqual(
      Object.keys(questionGroups).map(Number),
      Array.from({ length: 25 }, (_, i) => i + 1),
    );
  });
  it('names category, department and place, as far as they are known', () => {
    const category = aCategory();
    assert.equal(categoryName('en', [category], 'trees'), 'Trees');
    assert.equal(categoryName('en', [category], 'gone'), 'gone');
    const unit = { id: 'a', uk: 'Парки', en: 'Parks', parentId: null };
    assert.equal(departmentName('en', [unit], { id: 'a', name: 'Парки' }), 'Parks');
    assert.equal(departmentName('en', [], { id: 'a', name: 'Парки' }), 'Парки');
    assert.equal(departmentName('en', [unit], null), null);
    assert.equal(placeWords({ address: null, description: 'біля школи', point: null }), 'біля школи');
  });
});

describe('desk: what is not known of a place', () => {
  const at = (address: string | null) => ({ address, description: null, point: null });
  it('is said below the house, and where an address was not found in the list of streets', () => {
    assert.equal(placeDoubt({ accuracy: 'house', place: at('Канатна, 1') }, { hasPlace: true }), null);
    assert.equal(placeDoubt({ accuracy: 'street', place: at('Канатна') }, { hasPlace: true }), 'street');
    assert.equal(placeDoubt({ accuracy: 'district', place: at(null) }, undefined), 'district');
    assert.equal(placeDoubt({ accuracy: 'none', place: at('Канатна, 1') }, { hasPlace: false }), 'unchecked');
  });
  it('is missing only where the topic is about a place', () => {
    assert.equal(placeDoubt({ accuracy: 'none', place: at(null) }, { hasPlace: true }), 'missing');
    assert.equal(placeDoubt({ accuracy: 'none', place: at(null) }, { hasPlace: false }), null);
  });
  it('keeps the code of a district that has no name', () => {
    const districts = [{ code: 'prymorskyi', uk: 'Приморський район', en: 'Prymorskyi' }];
    assert.equal(districtName('uk', districts, 'prymorskyi'), 'Приморський район');
    assert.equal(districtName('uk', districts, 'gone'), 'gone');
    assert.equal(districtName('uk', districts, null), null);
  });
});

describe('desk: answers to the questions of a topic', () => {
  const options = [{ code: 'one', uk: 'один', en: 'one lamp' }];
  const question = (code: string, type: 'text' | 'yes_no' | 'choice') => {
    return { code, type, uk: `Питання ${code}`, en: `Question ${code}`, options: type === 'choice' ? options : [] };
  };
  const category = aCategory({
    questions: [question('how', 'choice'), question('dark', 'yes_no'), question('pole', 'text')],
  });
  const said = (code: string, answer: string) =>
    answerWords('uk', { question: code, answer }, { category, texts: desk.card });
  it('are options and yes or no in words, anything else as it was typed', () => {
    assert.deepEqual(said('how', 'one'), { question: 'Питання how', answer: 'один' });
    assert.equal(said('dark', 'yes').answer, 'так');
    assert.equal(said('pole', '12а').answer, '12а');
  });
  it('stand for themselves where the catalogue has forgotten the question', () =>
    assert.deepEqual(said('gone', 'one'), { question: 'gone', answer: 'one' }));
});

describe('desk: the size of a file', () => {
  it('is told in megabytes or kilobytes', () => {
    assert.equal(sizeWords('uk', 1_572_864, deskFiles.size), '1,5 МБ');
    assert.equal(sizeWords('uk', 200, deskFiles.size), '1 КБ');
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
      return aCategory({ code, parentCode, uk: code, en: code, questionGroup: 1 });
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
