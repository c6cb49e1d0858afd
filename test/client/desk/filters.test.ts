import assert from 'node:assert/strict';
import { filterWords } from '#client/desk/filters/filter-words.ts';
import { type FILTER_NAMES, readFilters, searchFlaw, without, writeFilters } from '#client/desk/filters/filters.ts';
import { words } from '#client/desk/words.uk.ts';

const DEPARTMENT = { id: '65f000000000000000000001', uk: 'Департамент доріг', en: 'Roads', parentId: null };
const shown = {
  lang: 'uk',
  words,
  catalogue: {
    departments: [DEPARTMENT],
    categories: [],
    districts: [{ code: 'kyivskyi', uk: 'Київський', en: 'Kyivskyi' }],
  },
} as unknown as Parameters<typeof filterWords>[2];

describe('desk: filters of a list', () => {
  it('are read from an address and written in one order, whatever theirs was', () => {
    const filters = readFilters(new URLSearchParams('due=week&q=%20яма%20&colour=red&status='));
    assert.deepEqual(filters, { q: 'яма', due: 'week' });
    assert.deepEqual(writeFilters(filters), [
      ['q', 'яма'],
      ['due', 'week'],
    ]);
    assert.deepEqual(without(filters, 'q'), { due: 'week' });
  });
  it('leave out a search that the register cannot answer', () => {
    for (const q of ['', 'яма', '7', 'a'.repeat(200)]) assert.equal(searchFlaw(q), null);
    for (const q of ['…!? —', '«»']) assert.equal(searchFlaw(q), 'noWords');
    for (const q of ['я'.repeat(201), '!'.repeat(10_000)]) assert.equal(searchFlaw(q), 'tooLong');
  });
  it('are said in words, also several values, and one that nobody knows as it is', () => {
    const said = (name: (typeof FILTER_NAMES)[number], value: string) => filterWords(name, value, shown);
    assert.equal(said('q', 'яма'), '«яма»');
    assert.equal(
      said('status', 'answered,closed'),
      `Стан: ${words.desk.statuses.answered}, ${words.desk.statuses.closed}`,
    );
    assert.equal(said('department', DEPARTMENT.id), 'Виконавець: Департамент доріг');
    assert.equal(said('district', 'kyivskyi,nowhere'), 'Район: Київський, nowhere');
    assert.equal(said('receivedFrom', '2026-03-01'), 'Надійшло від: 1\u00a0березня\u00a02026');
    assert.equal(said('receivedTo', 'soon'), 'Надійшло до: soon');
    assert.equal(said('due', '3days'), 'Строк: за 3 дні');
  });
});
