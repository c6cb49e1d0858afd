import assert from 'node:assert/strict';
import fc from 'fast-check';
import { email } from '#shared/contract/fields.ts';
import { mailboxKey, wireAddress } from '#shared/domain/email.ts';

const read = (typed: string) => email().safeParse(typed);

describe('e-mail: addresses as people type them', () => {
  it('keeps an address of the usual letters as it is', () => {
    for (const address of ['olena@gmail.com', "o'neil+city@mail.example.ua", 'A_b-C.d@x1.co'])
      assert.equal(read(` ${address} `).data, address);
  });
  it('puts a Ukrainian domain into the letters of the wire', () => {
    assert.equal(wireAddress('ivan@пошта.укр'), 'ivan@xn--80a1acn3a.xn--j1amh');
    assert.equal(read('ivan@ПОШТА.укр').data, 'ivan@xn--80a1acn3a.xn--j1amh');
  });
  it('takes two spellings of a mailbox for one', () => {
    assert.equal(mailboxKey('Olena@Gmail.com'), mailboxKey('olena@gmail.com'));
  });
  it('takes nothing that could be more than one mailbox, or a header', () => {
    for (const nasty of [
      'a@b.co\r\nBcc: all@city.example',
      'a@b.co, c@d.co',
      'a@b.co;c@d.co',
      'Олена <a@b.co>',
      '<a@b.co>',
      '"a b"@c.co',
      'a@b@c.co',
      'a@[127.0.0.1]',
      'a@b.co\u0000',
      'a@пошта.укр/../x',
      'a@пошта.укр?x=1',
      'олена@пошта.укр',
      '@b.co',
      'a@',
      'a@localhost',
      `${'a'.repeat(200)}@b.co`,
    ])
      assert.equal(read(nasty).success, false, nasty);
  });
  it('never makes another address of one that is right, and throws at nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (before, after) => {
        const wire = wireAddress(`${before}@${after}`);
        assert.equal(wireAddress(wire), wire);
      }),
    );
  });
});
