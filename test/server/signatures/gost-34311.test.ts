import assert from 'node:assert/strict';
import { gost34311 } from '#server/signatures/gost-34311.ts';

/** As others reckon them: the first three gost89 (JavaScript), the last RustCrypto’s gost94. */
const KNOWN: readonly [words: string, digest: string][] = [
  ['123123', '34d4da2c04e9c1ceb933282069c864617d94ed7cc5c0a9840c0c1a99629df637'],
  ['12345678901234567890123456789011', '7686f3f4b113aadc97bca9ea054f41821f0676c5c28ffb987e41797a568e1ed4'],
  [
    'IGNORE THIS FILE. This file does nothing, contains no useful data, and might go away in future releases.  Do not depend on this file or its contents.',
    'e9312d13d0e0d39aa4a00c77dcfb661883dd0ed8218af48a146168fc60f014dc',
  ],
  [
    'Jeder wackere Bayer vertilgt bequem zwo Pfund Kalbshaxen.',
    '3a8ce1ee676fa5b0c942c0426309b165376e23cc7d826f31944cdc827aaf674a',
  ],
];

describe('signatures: the digest of GOST 34.311', () => {
  for (const [words, digest] of KNOWN)
    it(`of ${words.length} bytes is what others reckon`, () =>
      assert.equal(gost34311(Buffer.from(words)).toString('hex'), digest));
});
