import assert from 'node:assert/strict';
import { TEMPLATES } from '#server/seeds/templates.ts';
import {
  fillTemplate,
  firstGap,
  missingParts,
  type TemplateFacts,
  unknownPlaceholders,
} from '#shared/domain/templates.ts';

const FACTS: TemplateFacts = {
  number: '26 0045 1275',
  index: null,
  receivedOn: '1 жовтня 2026 року',
  dueOn: '2 листопада 2026 року',
  category: 'Яма або пошкоджене покриття',
  place: null,
  department: 'КП «Міськсвітло»',
  today: '5 жовтня 2026 року',
};

describe('templates', () => {
  it('take the facts of a case, and leave a gap for what it does not have', () => {
    const filled = fillTemplate('№ {номер} ({ тема }; {місце}), строк {строк}. {щось}', FACTS);
    assert.equal(
      filled,
      '№ 26 0045 1275 (Яма або пошкоджене покриття; [[місце]]), строк 2 листопада 2026 року. {щось}',
    );
    assert.deepEqual(firstGap(filled), { from: filled.indexOf('[['), to: filled.indexOf(']]') + 2 });
    assert.equal(firstGap('Роботи виконано [частково].'), null);
    assert.deepEqual(unknownPlaceholders('{номер} {щось} {}'), ['щось', '']);
  });
  it('know what the law wants said of a refusal, and by what article', () => {
    const bare = {
      use: 'answer',
      result: 'refused',
      text: 'Вам відмовлено в задоволенні.',
      appealRoute: null,
    } as const;
    assert.deepEqual(missingParts(bare), ['law', 'motives', 'higher-body', 'court']);
    const motivated = { ...bare, text: 'Підстав немає, оскільки це територія співвласників (ст. 7 Закону).' };
    assert.deepEqual(missingParts(motivated), ['higher-body', 'court']);
    assert.deepEqual(missingParts({ ...motivated, appealRoute: 'До міського голови або до суду.' }), []);
    assert.deepEqual(missingParts({ ...bare, result: 'resolved' }), []);
    const stopped = { use: 'termination', result: null, text: 'Розгляд припинено (стаття 8 Закону).' } as const;
    assert.deepEqual(missingParts({ ...stopped, appealRoute: null }), ['decision']);
  });
  it('of a new city lack nothing, and know their placeholders', () => {
    for (const template of TEMPLATES) {
      assert.deepEqual(missingParts(template), [], template.name);
      assert.deepEqual(unknownPlaceholders(template.text), [], template.name);
    }
  });
});
