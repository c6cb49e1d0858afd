import assert from 'node:assert/strict';
import fc from 'fast-check';
import { stemsIn } from '#server/register/case-index/stems.ts';

/** Forms of one word on a line, as appeals have them. */
const RELATIVES = [
  'ліхтар ліхтаря ліхтарі ліхтарів ліхтарем ліхтарями',
  'яма ями ямі яму ям ямами',
  'вулиця вулиці вулицю вулиць вулицею',
  'дорога дороги дорозі дорогою доріг',
  'вода води воді водою',
  'смітник смітники смітником',
  'освітлення освітленню освітленням',
  'підвал підвалу підвалі підвалом підвали',
  'дерево дерева деревом дерев',
  'зламаний зламана зламане зламані зламаного',
  'під’їзд під’їзду під’їзді під’їздом',
  'горить горять',
  'Дерибасівська Дерибасівській Дерибасівську Дерибасівської',
  'будинок будинку будинки будинків',
  'вікно вікна вікон',
  'міст мосту мости',
  'пісок піску піском',
  'двір двору двори дворі дворів',
  'лікарня лікарні лікарень',
  'зупинка зупинки зупинок зупинці',
  'школа школи шкіл школі',
  'трамвай трамвая трамваї',
  'кімната кімнати кімнат',
  'аварійний аварійне аварійна аварійного',
];
describe('case index: stems', () => {
  it('are one for the forms of a word', () => {
    for (const forms of RELATIVES) assert.equal(stemsIn(forms).length, 1, `${forms}: ${stemsIn(forms).join(' ')}`);
  });
  it('are apart for words that have nothing in common', () => {
    const firsts = RELATIVES.map((forms) => forms.split(' ')[0]).join(' ');
    assert.equal(stemsIn(firsts).length, RELATIVES.length);
  });
  it('do not mind case, accents and how an apostrophe is typed', () => {
    for (const word of ["ПІД'ЇЗД", 'підʼїзд', 'підїзд', 'під`їзд', 'пі\u0301д’їзд'])
      assert.deepEqual(stemsIn(word), stemsIn('під’їзд'), word);
  });
  it('leave other letters and digits whole', () => {
    assert.deepEqual(stemsIn('House, 14-Б; wifi'), ['house', '14', 'б', 'wifi']);
  });
  it('are none where there is no letter or digit', () => {
    assert.deepEqual(stemsIn(' …!? — ()«»\n'), []);
  });
  it('are never empty and the same each time, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'абвгґеєиіїйкосяьц’ 1z') }), (text) => {
        const stems = stemsIn(text);
        assert.ok(stems.every((stem) => stem.length > 0));
        assert.deepEqual(stemsIn(text), stems);
      }),
    );
  });
});
