import assert from 'node:assert/strict';
import fc from 'fast-check';
import { text } from '#shared/contract/fields.ts';

const SETTINGS = { seed: 20260303, numRuns: 1_000 };
const words = text({ min: 1, max: 200 });
const read = (typed: string): string | null => words.safeParse(typed).data ?? null;

describe('fields: words of a person', () => {
  it('are kept without spaces around, in one form of each letter, with line feeds alone', () => {
    assert.equal(read('  Ї  \r\n\ti\r'), 'Ї  \n\ti');
    assert.equal(read('\u0406\u0308ж\u0438\u0306'), '\u0407ж\u0439');
  });

  it('are refused where they hold what nobody can write or read', () => {
    for (const typed of ['а\u0000', 'а\u001b[31m', 'а\ud800', '\udc00а', 'а\ufffd', 'а\u0085', 'а\u007f'])
      assert.equal(read(typed), null, JSON.stringify(typed));
    assert.equal(read('👍🏽 café – «так»'), '👍🏽 café – «так»');
  });

  it('hold marks as languages do, and no heaps of them', () => {
    assert.equal(read(`а${'\u0301'.repeat(30)}`), `а${'\u0301'.repeat(30)}`);
    assert.equal(read(`а${'\u0301\u0316'.repeat(16)}`), null);
    for (const heap of ['\u0301\u0316', '\u0315\u0300\u05ae\u0327'])
      assert.equal(text({ min: 1, max: 1e6 }).safeParse(heap.repeat(200_000)).success, false);
  });

  it('read again are the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        const once = read(typed);
        if (once !== null) assert.equal(read(once), once);
      }),
      SETTINGS,
    );
  });
});
