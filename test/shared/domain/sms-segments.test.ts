import assert from 'node:assert/strict';
import fc from 'fast-check';
import { smsLength } from '#shared/domain/sms-segments.ts';

const partsOf = (text: string): number => smsLength(text).parts;

describe('texts: how many parts one takes', () => {
  it('counts Cyrillic at 70, and at 67 a part beyond', () => {
    assert.deepEqual(smsLength('я'.repeat(70)), { encoding: 'ucs2', units: 70, parts: 1 });
    assert.deepEqual(
      [71, 134, 135].map((n) => partsOf('я'.repeat(n))),
      [2, 2, 3],
    );
  });
  it('counts the basic alphabet at 160, and at 153 a part beyond', () => {
    assert.deepEqual(smsLength('a'.repeat(160)), { encoding: 'gsm7', units: 160, parts: 1 });
    assert.deepEqual(
      [161, 306, 307].map((n) => partsOf('a'.repeat(n))),
      [2, 2, 3],
    );
  });
  it('counts two for what stands in the extension table', () => {
    assert.deepEqual(smsLength('€'.repeat(80)), { encoding: 'gsm7', units: 160, parts: 1 });
    assert.equal(partsOf(`€${'a'.repeat(159)}`), 2);
  });
  it('never cuts an escape pair or a surrogate pair at the end of a part', () => {
    assert.equal(partsOf(`${'a'.repeat(152)}€${'a'.repeat(152)}`), 3);
    assert.equal(partsOf(`${'я'.repeat(66)}😀${'я'.repeat(66)}`), 3);
  });
  it('takes one letter of another alphabet for the whole text', () => {
    assert.equal(smsLength(`${'a'.repeat(69)}’`).encoding, 'ucs2');
  });
  it('never needs fewer parts for a longer text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.string({ unit: 'grapheme' }), (text, more) =>
        assert.ok(partsOf(text + more) >= partsOf(text)),
      ),
    );
  });
});
