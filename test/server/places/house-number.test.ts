import assert from 'node:assert/strict';
import { readingsOf } from '#server/places/house-number.ts';

/** How a query is read with its house, if it has one. */
const housed = (query: string): string[] =>
  readingsOf(query).flatMap(({ name, house }) => (house === null ? [] : [`${name} | ${house}`]));

describe('places: the house in a query', () => {
  for (const [query, ...expected] of [
    ['Дерибасівська 5', 'Дерибасівська | 5'],
    ['вул. Дерибасівська, буд. 5а', 'вул. Дерибасівська | 5а'],
    ['Дерибасівська 5/7', 'Дерибасівська | 5/7'],
    ['Дерибасівська, 5 / 7', 'Дерибасівська | 5/7'],
    ['Дерибасівська 5-А.', 'Дерибасівська | 5а'],
    ['Дерибасівська, будинок 12 Б', 'Дерибасівська | 12б'],
    ['Дерибасівська №12', 'Дерибасівська | 12'],
    ['Дерибасівська, 12 корп. 2', 'Дерибасівська | 12к2'],
    ['Дерибасівська 12к2', 'Дерибасівська | 12к2'],
    ['Дерибасівська, 5, кв. 12', 'Дерибасівська | 5'],
    ['м. Одеса, вул. Дерибасівська, 5', 'вул. Дерибасівська | 5'],
    ['65000, м. Одеса, вул. Дерибасівська, 5', 'вул. Дерибасівська | 5'],
    ['Derybasivska St, 5', 'Derybasivska St | 5'],
    ['5 Derybasivska St', 'Derybasivska St | 5'],
    ['вулиця 10 Квітня, 5', 'вулиця 10 Квітня | 5'],
    ['Дерибасівська'],
    ['вулиця 411-ї Батареї'],
    ['5'],
    ['12345'],
    [''],
  ] as const)
    it(`reads «${query}» as ${expected.join(' or ') || 'a name alone'}`, () =>
      assert.deepEqual(housed(query), expected));

  it('reads the whole as a name first, since streets have numbers, too', () => {
    assert.deepEqual(readingsOf('8 Березня'), [
      { name: '8 Березня', house: null },
      { name: 'Березня', house: '8' },
    ]);
  });
});
