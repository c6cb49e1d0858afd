import assert from 'node:assert/strict';
import { likeness, trigramsOf } from '#server/register/trigrams.ts';

const between = (a: string, b: string): number => likeness(trigramsOf(a), trigramsOf(b));

describe('register: how much two texts have in common', () => {
  it('is what PostgreSQL says of its own example, and the same whichever comes first', () => {
    assert.equal(between('word', 'two words').toFixed(6), '0.363636');
    assert.equal(between('two words', 'word'), between('word', 'two words'));
  });
  it('does not mind case, signs, order of words or how an apostrophe is typed', () => {
    assert.equal(between('Біля під’їзду темно!', "темно біля ПІД'ЇЗДУ"), 1);
  });
  it('is nothing where there are no words, be it of both', () => {
    assert.deepEqual([between('', ''), between('…!? —', 'ліхтар'), between('ліхтар', 'яма')], [0, 0, 0]);
  });
});
