import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { zipSync } from 'fflate';
import { digestsOf, readSignedFile, SignatureRefusal } from '#server/signatures/index.ts';
import { BY_ECDSA, BY_RSA, BY_RSA_PSS, ENCLOSING, WITHOUT_ATTRIBUTES } from '../../support/openssl-signatures.ts';
import { aKeyHolder, asByGost, asByKupyna, type KeyHolder } from '../../support/signing.ts';

const LETTER = Buffer.from('hello letter\n');
const OTHER = Buffer.from('hello letter!\n');

describe('signatures: what signing programs make', () => {
  let head: KeyHolder;
  before(async () => {
    head = await aKeyHolder('Марина Шевчук');
  });
  /** What holding a file to a letter comes to: what was found, or the code of its refusal. */
  async function verdict(file: Buffer, letter: Buffer = LETTER): Promise<unknown> {
    try {
      const read = await readSignedFile(file);
      if (!read) return null;
      const { check, signers } = read.check(letter);
      return [read.method, check, signers.map(({ name }) => name)];
    } catch (error) {
      if (error instanceof SignatureRefusal) return error.code;
      throw error;
    }
  }
  const flipped = (file: Buffer, at: number): Buffer => {
    const bad = Buffer.from(file);
    bad[at] = (bad[at] ?? 0) ^ 1;
    return bad;
  };

  it('verifies what OpenSSL signed, by RSA, RSA-PSS and ECDSA', async () => {
    assert.deepEqual(await verdict(BY_RSA), ['cms', 'verified', ['Test Head']]);
    assert.deepEqual(await verdict(BY_RSA_PSS), ['cms', 'verified', ['Test Head']]);
    assert.deepEqual(await verdict(BY_ECDSA), ['cms', 'verified', ['EC Head']]);
    assert.deepEqual(await verdict(WITHOUT_ATTRIBUTES), ['cms', 'verified', ['Test Head']]);
    assert.deepEqual(await verdict(ENCLOSING), ['cms', 'verified', ['Test Head']]);
  });
  it('refuses a signature under another file, whatever its kind', async () => {
    for (const file of [BY_RSA, BY_RSA_PSS, BY_ECDSA, WITHOUT_ATTRIBUTES, ENCLOSING])
      assert.equal(await verdict(file, OTHER), 'signature.other-file');
  });
  it('refuses a broken signature, one without its certificate, and what is no signature at all', async () => {
    assert.equal(await verdict(flipped(BY_RSA, BY_RSA.length - 5)), 'signature.broken');
    assert.equal(await verdict(await head.sign(LETTER, { withCertificate: false })), 'signature.no-certificate');
    assert.equal(await verdict(await head.sign(LETTER, { digestOid: '1.3.14.3.2.26' })), 'signature.algorithm');
    assert.equal(await verdict(BY_RSA.subarray(0, 700)), 'signature.unreadable');
    assert.equal(await verdict(Buffer.from('0 is where it begins')), 'signature.unreadable');
    assert.equal(await verdict(Buffer.from('%PDF-1.7')), null);
    assert.equal(await verdict(Buffer.alloc(0)), null);
  });
  it('never trips over a file that was made to trip', async () => {
    for (let at = 0; at < BY_RSA.length; at += 23) {
      const said = await verdict(flipped(BY_RSA, at));
      assert.ok(Array.isArray(said) || said === null || /^signature\./.test(String(said)), `${at}: ${said}`);
    }
    assert.equal(await verdict(Buffer.from('3080'.repeat(50_000), 'hex')), 'signature.unreadable');
  });
  it('says honestly that a signature by the Ukrainian standards was not reckoned', async () => {
    const gost = await asByGost(head, LETTER);
    assert.deepEqual(await verdict(gost), ['cms', 'matched', ['Марина Шевчук']]);
    assert.equal(await verdict(gost, OTHER), 'signature.other-file');
    assert.ok(digestsOf(LETTER).includes((await readSignedFile(gost))?.digests[0] ?? ''));
    const kupyna = await asByKupyna(head, LETTER);
    assert.deepEqual(await verdict(kupyna), ['cms', 'unchecked', ['Марина Шевчук']]);
    assert.deepEqual((await readSignedFile(kupyna))?.digests, []);
  });
  it('names the letter by its digest', async () => {
    for (const file of [BY_RSA, BY_ECDSA, ENCLOSING, await head.sign(LETTER)]) {
      const read = await readSignedFile(file);
      assert.ok(read?.digests.length === 1 && digestsOf(LETTER).includes(String(read.digests[0])));
    }
  });

  const MIMETYPE = Buffer.from('application/vnd.etsi.asic-e+zip');
  const zip = (parts: Record<string, Buffer>) => Buffer.from(zipSync({ mimetype: MIMETYPE, ...parts }));
  const manifestOf = (letter: Buffer) =>
    Buffer.from(
      `<asic:ASiCManifest><asic:DataObjectReference URI="letter.pdf"><ds:DigestValue>${createHash('sha256').update(letter).digest('base64')}</ds:DigestValue></asic:DataObjectReference></asic:ASiCManifest>`,
    );
  const xadesOf = (letter: Buffer) =>
    Buffer.from(
      `<ds:Signature><ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>${manifestOf(letter)}<ds:SignatureValue>AA==</ds:SignatureValue></ds:Signature>`,
    );
  it('takes an ASiC container with the letter and a signature over it, or over a manifest that names it', async () => {
    const manifest = manifestOf(LETTER);
    const e = {
      'letter.pdf': LETTER,
      'META-INF/ASiCManifest001.xml': manifest,
      'META-INF/signature001.p7s': await head.sign(manifest),
    };
    assert.deepEqual(await verdict(zip(e)), ['asice', 'verified', ['Марина Шевчук']]);
    const s = { 'letter.pdf': LETTER, 'META-INF/signature.p7s': BY_RSA };
    assert.deepEqual(await verdict(zip(s)), ['asice', 'verified', ['Test Head']]);
    const xades = { 'letter.pdf': LETTER, 'META-INF/signatures0.xml': xadesOf(LETTER) };
    assert.deepEqual(await verdict(zip(xades)), ['asice', 'unchecked', []]);
    const foreign = { ...xades, 'META-INF/signatures0.xml': xadesOf(OTHER) };
    assert.equal(await verdict(zip(foreign)), 'signature.unsigned');
  });
  it('refuses a container of another file, with a signature over something else, or with none', async () => {
    const manifest = manifestOf(OTHER);
    const over = {
      'letter.pdf': LETTER,
      'META-INF/ASiCManifest001.xml': manifest,
      'META-INF/signature001.p7s': await head.sign(manifest),
    };
    assert.equal(await verdict(zip(over)), 'signature.unsigned');
    assert.equal(await verdict(zip({ 'letter.pdf': OTHER, 'META-INF/signature.p7s': BY_RSA })), 'signature.other-file');
    assert.equal(await verdict(zip({ 'letter.pdf': LETTER })), 'signature.unreadable');
    const whole = zip({ 'letter.pdf': LETTER, 'META-INF/signature.p7s': BY_RSA });
    assert.equal(await verdict(whole.subarray(0, whole.length - 30)), 'signature.unreadable');
    const broken = { 'letter.pdf': LETTER, 'META-INF/signature.p7s': flipped(BY_RSA, BY_RSA.length - 5) };
    assert.equal(await verdict(zip(broken)), 'signature.broken');
  });
});
