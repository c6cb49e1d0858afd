import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editsWithin, editsWithinPrefix, runOf } from '#server/places/edit-distance.ts';

/** The same distance by its definition, slowly. */
function edits(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const least = Math.min(
    edits(a.slice(1), b) + 1,
    edits(a, b.slice(1)) + 1,
    edits(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1),
  );
  const isSwap = a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0];
  return isSwap ? Math.min(least, edits(a.slice(2), b.slice(2)) + 1) : least;
}
const beginnings = (word: string): string[] => Array.from({ length: word.length + 1 }, (_, i) => word.slice(0, i));
const word = fc.string({ unit: fc.constantFrom('а', 'б', 'в'), maxLength: 6 });
const SETTINGS = { seed: 46_4825, numRuns: 400 };

describe('places: how many letters are wrong', () => {
  for (const [typed, written, expected] of [
    ['садова', 'садова', 0],
    ['садва', 'садова', 1],
    ['садоова', 'садова', 1],
    ['садуба', 'садова', 2],
    ['сдаова', 'садова', 1],
    ['', 'аб', 2],
  ] as const)
    it(`counts ${expected} in «${typed}» for «${written}»`, () =>
      assert.equal(editsWithin(runOf(typed), runOf(written), 2), expected));

  it('is the distance of the definition, or one more than the most that was asked for', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, max) =>
        assert.equal(editsWithin(runOf(a), runOf(b), max), Math.min(edits(a, b), max + 1)),
      ),
      SETTINGS,
    );
  });
  it('takes the beginning that comes nearest, where any will do', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, max) =>
        assert.equal(
          editsWithinPrefix(runOf(a), runOf(b), max),
          Math.min(...beginnings(b).map((start) => edits(a, start)), max + 1),
        ),
      ),
      SETTINGS,
    );
  });
  it('compares very long rows as they are', () => {
    const long = 'а'.repeat(400);
    assert.equal(editsWithin(runOf(long), runOf(long), 1), 0);
    assert.equal(editsWithin(runOf(`${long}б`), runOf(long), 1), 2);
  });
});
