import assert from 'node:assert/strict';
import { CATEGORIES, DEPARTMENTS } from '#server/seeds/city.ts';
import { Category } from '#shared/contract/catalogue.ts';
import { PRIVATE_GROUPS } from '#shared/domain/appeal.ts';

const leaves = CATEGORIES.filter(({ parentCode }) => parentCode !== null);
const codesWhere = (isMeant: (row: (typeof leaves)[number]) => boolean): string[] =>
  leaves.filter(isMeant).map(({ _id }) => _id);

describe('seeds: what appeals are about', () => {
  it('is a tree of topics under headings, each with a code of its own and somebody to answer', () => {
    const codes = CATEGORIES.map(({ _id }) => _id);
    assert.equal(new Set(codes).size, codes.length);
    assert.ok(leaves.length >= 40);
    const units = new Set(DEPARTMENTS.map(({ _id }) => String(_id)));
    assert.deepEqual(
      codesWhere(({ defaultDepartmentId }) => !units.has(String(defaultDepartmentId))),
      [],
    );
    assert.deepEqual(
      codesWhere(({ parentCode }) => !codes.includes(parentCode ?? '')),
      [],
    );
    assert.equal(new Set(CATEGORIES.map(({ position }) => position)).size, codes.length);
  });
  it('fits the contract, names and questions in both languages', () => {
    for (const { _id, position: _, defaultDepartmentId, ...row } of CATEGORIES) {
      const read = Category.safeParse({
        ...row,
        code: _id,
        defaultDepartmentId: defaultDepartmentId && String(defaultDepartmentId),
      });
      assert.ok(read.success, _id);
      for (const { code, type, options } of row.questions)
        assert.equal(type === 'choice', options.length > 1, `${_id}.${code}`);
    }
  });
  it('can be found by other words than its name', () => {
    assert.deepEqual(
      codesWhere(({ synonyms }) => synonyms.length < 4 || synonyms.some((word) => word === '')),
      [],
    );
  });
  it('shows nothing that helps an enemy, while martial law lasts', () => {
    assert.deepEqual(
      codesWhere(({ publicity }) => publicity === 'never').sort(),
      ['alarm', 'explosive', 'gas', 'military', 'power-outage', 'shelling-damage', 'utility-node'].sort(),
    );
  });
  it('suggests for publication nothing of people: need, health, home, family, neighbours, buildings, noise, animals, employees', () => {
    const ofPeople = codesWhere(({ questionGroup }) => PRIVATE_GROUPS.includes(questionGroup as 6));
    const named = ['neighbours', 'illegal-building', 'noise', 'animals', 'city-staff'];
    const open = new Set(codesWhere(({ privacy }) => privacy === 'open'));
    assert.deepEqual(
      [...ofPeople, ...named].filter((code) => open.has(code)),
      [],
    );
  });
  it('shows exact places of what belongs to all, and of nobody’s home', () => {
    const exact = new Set(codesWhere(({ precision }) => precision === 'exact'));
    for (const code of ['road-surface', 'street-light', 'traffic-signs']) assert.ok(exact.has(code), code);
    for (const code of ['rubbish', 'heating-water', 'noise', 'house-repair']) assert.ok(!exact.has(code), code);
    assert.deepEqual(
      codesWhere(({ privacy, precision }) => privacy === 'private' && precision !== 'cell'),
      [],
    );
  });
});
