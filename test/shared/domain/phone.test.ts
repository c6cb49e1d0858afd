import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { readPhone, spacedPhone } from '#shared/domain/phone.ts';

const SETTINGS = { seed: 20260303, numRuns: 1_000 };
const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
/** Codes that libphonenumber counts as mobile and the city does not: no network of Ukraine’s operators has them, so no text would arrive. */
const UNSERVED = /^\+380(71|72|79)/;
/** What libphonenumber says of a number in E.164. */
function isMobile(e164: string): boolean {
  const theirs = parsePhoneNumberFromString(e164);
  return theirs?.isValid() === true && theirs.getType() === 'MOBILE' && !UNSERVED.test(e164);
}
/** Nine digits of a Ukrainian number, as they follow +380. */
const national = digits(9);
const SPACE = fc.constantFrom('', '', '', ' ', '-', '(', ')', '\u00a0', '\u2013', '\u2010', '.', '  ');
/** The same characters with anything that people put between them. */
const spaced = (typed: string) =>
  fc
    .array(SPACE, { minLength: typed.length + 1, maxLength: typed.length + 1 })
    .map((gaps) => [...typed, ''].map((character, i) => `${gaps[i] ?? ''}${character}`).join(''));

describe('phone: what was typed', () => {
  it('is a mobile where libphonenumber says so, and is nowhere else', () => {
    fc.assert(
      fc.property(national, (typed) => {
        const e164 = `+380${typed}`;
        assert.equal(readPhone(e164).kind === 'mobile', isMobile(e164), e164);
      }),
      SETTINGS,
    );
  });

  it('is judged as libphonenumber judges it for every code of a network', () => {
    for (let code = 0; code < 100; code += 1) {
      const e164 = `+380${String(code).padStart(2, '0')}1234567`;
      assert.equal(readPhone(e164).kind === 'mobile', isMobile(e164), e164);
    }
  });

  it('is the same number however it is begun and spaced', () => {
    const writings = national.chain((typed) => {
      const begun = fc.constantFrom(`0${typed}`, `80${typed}`, `380${typed}`, `+380${typed}`);
      return fc.tuple(fc.constant(typed), begun.chain(spaced));
    });
    fc.assert(
      fc.property(writings, ([typed, written]) => {
        assert.equal(readPhone(written).e164, `+380${typed}`, written);
      }),
      SETTINGS,
    );
  });

  it('is foreign with another country’s code, a landline with a town’s, else nothing', () => {
    for (const [typed, kind] of [
      ['+44 20 7946 0958', 'foreign'],
      ['+48 601 234 567', 'foreign'],
      ['048 712 34 56', 'landline'],
      ['+38 (048) 712-34-56', 'landline'],
      ['712 34 56', 'invalid'],
      ['067 123 45 6', 'invalid'],
      ['067 123 45 678', 'invalid'],
      ['+380 67 123 45 678', 'invalid'],
      ['0671234567;tag', 'invalid'],
      ['٠٦٧١٢٣٤٥٦٧', 'invalid'],
      ['', 'invalid'],
    ])
      assert.equal(readPhone(typed ?? '').kind, kind, typed);
  });

  it('has a number in E.164 or none, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[+\d ()-]{0,20}$/)), (typed) => {
        const { kind, e164 } = readPhone(typed);
        assert.equal(e164 === null, kind === 'invalid', typed);
        if (e164 !== null) assert.match(e164, /^\+\d{7,15}$/);
      }),
      SETTINGS,
    );
  });

  it('is shown in groups that read back as the same number', () => {
    assert.equal(spacedPhone('+380671234567'), '+380 67 123 45 67');
    fc.assert(
      fc.property(national, (typed) => assert.equal(readPhone(spacedPhone(`+380${typed}`)).e164, `+380${typed}`)),
      SETTINGS,
    );
  });
});
