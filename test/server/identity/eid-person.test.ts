import assert from 'node:assert/strict';
import { eidPersonIn } from '#server/identity/eid-person.ts';

const SHEVCHENKO = { lastname: 'Шевченко', givenname: 'Олена', middlename: 'Іванівна', drfocode: '3012345678' };

describe('identity: who the claims of a provider name', () => {
  it('is read from the claims of id.gov.ua', () => {
    const claims = { ...SHEVCHENKO, unzr: '19820624-01234', phone: '067 123 45 67', edrpoucode: '12345678' };
    assert.deepEqual(eidPersonIn(claims), {
      lastName: 'Шевченко',
      firstName: 'Олена',
      patronymic: 'Іванівна',
      rnokpp: '3012345678',
      unzr: '19820624-01234',
      phone: '+380671234567',
    });
  });
  it('is read from the standard claims for the same, which give way to those', () => {
    const standard = {
      family_name: 'Shevchenko',
      given_name: 'Olena',
      middle_name: 'Ivanivna',
      unzr: '19820624-01234',
    };
    const person = eidPersonIn(standard);
    assert.deepEqual(
      [person?.lastName, person?.firstName, person?.patronymic, person?.rnokpp],
      ['Shevchenko', 'Olena', 'Ivanivna', null],
    );
    assert.equal(eidPersonIn({ ...standard, ...SHEVCHENKO })?.lastName, 'Шевченко');
    assert.equal(eidPersonIn({ ...standard, lastname: 'n/d' })?.lastName, 'n/d'); // letters are a name to us
    assert.equal(eidPersonIn({ ...standard, lastname: ' - ' })?.lastName, 'Shevchenko');
  });
  it('has names in one form: NFC, one space between words, no more than the public list takes', () => {
    const spaced = { ...SHEVCHENKO, lastname: ' Нечуи\u0306-Левицький\u00a0 ', middlename: '' };
    assert.equal(eidPersonIn(spaced)?.lastName, 'Нечуй-Левицький');
    assert.equal(eidPersonIn(spaced)?.patronymic, null);
    for (const lastname of ['', '   ', 'Ш'.repeat(81), 'Шев\u0000ченко', 7, null, ['Шевченко'], { a: 1 }])
      assert.equal(eidPersonIn({ ...SHEVCHENKO, lastname }), null, String(lastname));
  });
  it('knows a person by a taxpayer number, a passport or an identity card, each in one form', () => {
    const rnokpp = (drfocode: unknown) => eidPersonIn({ ...SHEVCHENKO, drfocode })?.rnokpp ?? null;
    assert.equal(rnokpp(' 3012345678 '), '3012345678');
    assert.equal(rnokpp('КМ123456'), 'КМ123456');
    assert.equal(rnokpp('km 123456'), 'КМ123456'); // in Latin letters that look alike
    assert.equal(rnokpp('001234567'), '001234567');
    for (const other of [
      '',
      '30123456',
      '30123456789',
      '0000000000',
      'ZZ123456',
      'К1234567',
      'n/d',
      3_012_345_678,
      null,
    ])
      assert.equal(rnokpp(other), null, String(other));
  });
  it('knows a person by the record in the demographic register', () => {
    const unzr = (said: unknown) => eidPersonIn({ ...SHEVCHENKO, unzr: said })?.unzr ?? null;
    assert.equal(unzr('19820624-01234'), '19820624-01234');
    assert.equal(unzr('1982062401234'), '19820624-01234');
    for (const other of [
      '',
      '19821324-01234',
      '19820632-01234',
      '19820624-0123',
      '19820624_01234',
      'n/d',
      1982062401234,
    ])
      assert.equal(unzr(other), null, String(other));
  });
  it('is nobody without one of the two', () => {
    const { drfocode: _, ...nameless } = SHEVCHENKO;
    assert.equal(eidPersonIn(nameless), null);
    assert.equal(eidPersonIn({ ...nameless, drfocode: 'n/d', unzr: '-', phone: '067 123 45 67' }), null);
    assert.equal(eidPersonIn({}), null);
  });
  it('has a mobile only where it was checked and is a Ukrainian one', () => {
    const phone = (claims: object) => eidPersonIn({ ...SHEVCHENKO, ...claims })?.phone ?? null;
    assert.equal(phone({ phone: '380671234567' }), '+380671234567');
    assert.equal(phone({ phone_number: '+380671234567', phone_number_verified: true }), '+380671234567');
    for (const unchecked of [undefined, false, 'true', 1])
      assert.equal(phone({ phone_number: '+380671234567', phone_number_verified: unchecked }), null);
    for (const other of ['', '048 712 34 56', '+48601234567', 'n/d', 380671234567])
      assert.equal(phone({ phone: other }), null, String(other));
  });
});
