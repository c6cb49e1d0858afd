import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findPlaces } from '#server/places/index.ts';
import { DISTRICT_DRAWINGS } from '#server/seeds/places/districts.ts';
import { KNOWN_STREETS } from '#server/seeds/places/streets.ts';
import type { FoundPlace } from '#shared/contract/places.ts';
import { nastyPiece } from '../../support/nasty.ts';
import { useSeededPlaces } from '../../support/places.ts';

const find = (query: string, limit = 10): FoundPlace[] => findPlaces(query, { limit }).items;
const names = (query: string, limit = 10): string[] => find(query, limit).map(({ name }) => name);

describe('places: finding a street or a district', () => {
  useSeededPlaces();

  for (const { code, uk, en, ru, oldNames } of DISTRICT_DRAWINGS)
    for (const name of [
      uk,
      en,
      ru,
      ...oldNames,
      uk.replace(' район', ''),
      ...oldNames.map((old) => old.replace('район', 'р-н')),
    ])
      it(`finds the district ${code} as «${name}»`, () => {
        const [first] = find(name);
        assert.deepEqual([first?.kind, first?.id, first?.districts], ['district', code, [code]]);
      });

  const renamed = KNOWN_STREETS.filter(({ oldNames }) => oldNames.length > 0);
  it('knows at least fifty streets by their former names', () =>
    assert.ok(renamed.length >= 50, String(renamed.length)));
  for (const { name, ru, oldNames } of renamed)
    it(`finds ${name} by ${[ru, ...oldNames].join(', ')}`, () => {
      assert.equal(names(name)[0], name);
      assert.ok(names(ru).includes(name), ru);
      for (const old of oldNames) {
        const hit = find(old).find((found) => found.name === name);
        assert.ok(hit, old);
        assert.equal(find(old).find((found) => found.foundAs !== null)?.foundAs, old);
      }
    });

  for (const [why, query, expected] of [
    ['the kind of street before the name', 'вулиця Дерибасівська', 'Дерибасівська вулиця'],
    ['an abbreviation', 'вул.Дерибасівська', 'Дерибасівська вулиця'],
    ['an abbreviation after the name', 'Генуезька вул', 'Генуезька вулиця'],
    ['a boulevard abbreviated', 'Французький б-р', 'Французький бульвар'],
    ['an avenue abbreviated', 'пр-т Шевченка', 'проспект Шевченка'],
    ['a square abbreviated', 'пл. Соборна', 'Соборна площа'],
    ['a lane abbreviated', 'пров. Шампанський', 'Шампанський провулок'],
    ['a descent abbreviated', 'узв. Польський', 'Польський узвіз'],
    ['no case', 'ДЕРИБАСІВСЬКА', 'Дерибасівська вулиця'],
    ['the beginning alone', 'дери', 'Дерибасівська вулиця'],
    ['the beginning of the second word', 'філат', 'вулиця Академіка Філатова'],
    ['another order of words', 'Філатова академіка вул', 'вулиця Академіка Філатова'],
    ['Latin letters among Cyrillic ones', 'Дерибaсiвськa', 'Дерибасівська вулиця'],
    ['letters in parts (NFD)', 'Європейська вулиця'.normalize('NFD'), 'Європейська вулиця'],
    ['Russian', 'Большая Арнаутская', 'Велика Арнаутська вулиця'],
    ['Russian е for ё', 'Академика Королева', 'вулиця Академіка Корольова'],
    ['Latin letters', 'Derybasivska', 'Дерибасівська вулиця'],
    ['English with a kind of street', 'Kanatna street', 'Канатна вулиця'],
    ['Latin letters of the Russian name', 'Deribasovskaya', 'Дерибасівська вулиця'],
    ['a letter missing', 'Дерибсівська', 'Дерибасівська вулиця'],
    ['two letters wrong', 'Пантелеймоновска', 'Пантелеймонівська вулиця'],
    ['a missing space', 'Французькийбульвар', 'Французький бульвар'],
    ['an apostrophe of the keyboard', "М'ясоєдовська", 'М’ясоєдовська вулиця'],
    ['an apostrophe of the alphabet', 'Мʼясоєдовська', 'М’ясоєдовська вулиця'],
    ['a grave accent', 'М`ясоєдовська', 'М’ясоєдовська вулиця'],
    ['no apostrophe', 'Мясоєдовська', 'М’ясоєдовська вулиця'],
    ['a kind that it is not', 'вулиця Шевченка', 'проспект Шевченка'],
    ['the city before it', 'м. Одеса, вул. Канатна', 'Канатна вулиця'],
  ] as const)
    it(`minds not ${why}`, () => assert.equal(names(query)[0], expected, names(query).join(', ')));

  it('gives the house back with the street', () => {
    for (const [query, house] of [
      ['Дерибасівська 5', '5'],
      ['вул. Дерибасівська, буд. 5а', '5а'],
      ['Дерибасівська, 5/7', '5/7'],
      ['Дерибсівська 5', '5'],
      ['дериб 5', '5'],
    ] as const)
      assert.deepEqual([find(query)[0]?.name, find(query)[0]?.house], ['Дерибасівська вулиця', house], query);
    assert.equal(find('Дерибасівська')[0]?.house, null);
  });
  it('tells namesakes apart by their kind, their districts and a mark', () => {
    const hits = find('Незалежності').filter(({ hasNamesakes }) => hasNamesakes);
    assert.deepEqual(hits.map(({ streetWord, districts }) => [streetWord, districts]).sort(), [
      ['вулиця', ['prymorskyi']],
      ['площа', ['kyivskyi']],
    ]);
    assert.equal(find('Дерибасівська')[0]?.hasNamesakes, false);
  });
  it('puts the name of today before the same former name', () => {
    const [first, ...others] = find('Катерининська вулиця');
    assert.deepEqual([first?.name, first?.foundAs], ['Європейська вулиця', 'Катерининська вулиця']);
    assert.ok(others.every(({ name }) => name !== 'Європейська вулиця'));
  });
  it('finds nothing for what is no name', () => {
    for (const query of ['', ' ', '5', '.,-', '😀😀', '°№%']) assert.deepEqual(find(query), [], query);
    assert.deepEqual(find('Хрещатик'), []);
  });

  it('pages through all that it finds, each once and in the same order', () => {
    const whole = findPlaces('вулиця', { limit: 1_000 });
    const items: FoundPlace[] = [];
    for (let after: typeof whole.next = null, turns = 0; turns < 100; turns += 1) {
      const { items: some, next } = findPlaces('вулиця', { limit: 7, after });
      items.push(...some);
      after = next;
      if (next === null) break;
    }
    assert.ok(whole.items.length > 60);
    assert.deepEqual(items, whole.items);
  });
  it('goes on behind a place that is gone meanwhile', () => {
    const { items: first, next } = findPlaces('вул', { limit: 1 });
    assert.ok(next);
    const { items } = findPlaces('вул', { limit: 100, after: { ...next, id: 'f'.repeat(24) } });
    assert.ok(items.length > 0);
    assert.ok(!items.some(({ id }) => id === first[0]?.id));
  });

  it('throws on nothing, and answers the same question the same way', () => {
    const piece = fc.oneof(fc.string({ maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 60 }), nastyPiece);
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const query = pieces.join('');
        assert.deepEqual(find(query), find(query));
      }),
      { seed: 1794, numRuns: 400 },
    );
  });
  it('reads only the beginning of a query of ten thousand characters', () => {
    for (const filler of ['а', ' 5', 'вул. ', 'Дерибасівська ', '1-'])
      assert.deepEqual(find(filler.repeat(10_000)), find(filler.repeat(10_000).slice(0, 120)));
    assert.equal(names(`Дерибасівська вулиця${' '.repeat(10_000)}Канатна`)[0], 'Дерибасівська вулиця');
  });
});
