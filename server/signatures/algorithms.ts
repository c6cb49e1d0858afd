import { constants, createHash, type KeyObject, verify } from 'node:crypto';
import { gost34311 } from './gost-34311.ts';

/** Digests that Node reckons, by their identifiers in a CMS (RFC 5754); SHA-1 and older prove nothing any more. */
const DIGESTS: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};
/** Signature algorithms with the digest that each takes; null where the signer names it apart. */
const SIGNATURES: Readonly<Record<string, string | null>> = {
  '1.2.840.113549.1.1.1': null,
  '1.2.840.113549.1.1.10': null,
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
};
const RSA_PSS = '1.2.840.113549.1.1.10';
/** The arc of Ukraine's own algorithms (DSTU 4145, GOST 34.311, Kupyna), of which only the one digest is reckoned. */
const UKRAINIAN = '1.2.804.2.1.1.1.1.';

/** Whether it is one of Ukraine's own algorithms. */
export const isUkrainian = (oid: string): boolean => oid.startsWith(UKRAINIAN);
/** ДСТУ ГОСТ 34.311-95; Kupyna (ДСТУ 7564) is not reckoned. */
const GOST_34311 = '1.2.804.2.1.1.1.1.2.1';
/** The digest of bytes by the algorithm of that identifier; null where it is not reckoned here. */
export function digestBy(oid: string, bytes: Uint8Array): Buffer | null {
  if (oid === GOST_34311) return gost34311(bytes);
  const name = DIGESTS[oid];
  return name === undefined ? null : createHash(name).update(bytes).digest();
}

/** Whether a signature over bytes is that of the key (RSA and ECDSA); null where its algorithm cannot be reckoned. */
export function isSignedBy(
  key: KeyObject,
  signed: { bytes: Uint8Array; signature: Uint8Array; signatureOid: string; digestOid: string },
): boolean | null {
  const hash = SIGNATURES[signed.signatureOid] ?? DIGESTS[signed.digestOid];
  if (!(signed.signatureOid in SIGNATURES) || hash === undefined) return null;
  const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO };
  const options = signed.signatureOid === RSA_PSS ? { key, ...pss } : key;
  return verify(hash, signed.bytes, options, signed.signature);
}
/** The digests of a file by which a signature can name it, in hexadecimal: SHA-256, SHA-384, SHA-512, GOST 34.311. */
export const digestsOf = (bytes: Uint8Array): string[] =>
  [...Object.keys(DIGESTS), GOST_34311].flatMap((oid) => digestBy(oid, bytes)?.toString('hex') ?? []);
/** The one of them that is reckoned quickly. */
export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
