import { createPublicKey, type KeyObject } from 'node:crypto';
import { type Attribute, Certificate, ContentInfo, IssuerAndSerialNumber, SignedData, type SignerInfo } from 'pkijs';
import { digestBy, isSignedBy, isUkrainian, sha256Of } from './algorithms.ts';
import { SignatureRefusal } from './refusal.ts';

/** Who signed, as the enclosed certificate says; its issuer is not looked into. */
export interface Signer {
  name: string | null;
  /** Of the certificate, in hexadecimal. */
  serial: string | null;
  /** As the signer's own computer said. */
  signedAt: Date | null;
}
/** What can be said of a signature: reckoned through; under this file, but not reckoned through itself; or neither. */
export type Check = 'verified' | 'matched' | 'unchecked';
/** What can be said of several together: the least of them. */
export const leastOf = (checks: readonly Check[]): Check =>
  checks.includes('unchecked') ? 'unchecked' : checks.includes('matched') ? 'matched' : 'verified';
/** The signers of a file, and what was found out of their signatures. */
export interface Checked {
  check: Check;
  signers: Signer[];
}
const SIGNED_DATA = '1.2.840.113549.1.7.2';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_TIME = '1.2.840.113549.1.9.5';
const SUBJECT_KEY_ID = '2.5.29.14';
const COMMON_NAME = '2.5.4.3';
const NOTHING = new Uint8Array();

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
/** The bytes of a primitive value, whatever its type; null where it is none. */
const bytesIn = (value: unknown): Uint8Array | null => {
  const block = (value as { valueBlock?: { valueHexView?: Uint8Array } } | undefined)?.valueBlock;
  return block?.valueHexView ?? null;
};
const attributeOf = ({ signedAttrs }: SignerInfo, type: string): unknown =>
  signedAttrs?.attributes.find((one: Attribute) => one.type === type)?.values[0];

/** A CMS with signers (RFC 5652) as it was read: nothing of it is believed yet. */
export interface Cms {
  data: SignedData;
  /** What it encloses; null where it is detached. */
  enclosed: Buffer | null;
}
/** Reads a CMS; null for whatever is none. */
export function readCms(file: Uint8Array): Cms | null {
  try {
    const info = ContentInfo.fromBER(new Uint8Array(file).buffer);
    if (info.contentType !== SIGNED_DATA) return null;
    const data = new SignedData({ schema: info.content });
    if (data.signerInfos.length === 0) return null;
    const content = data.encapContentInfo.eContent;
    return { data, enclosed: content ? Buffer.from(content.getValue()) : null };
  } catch {
    return null;
  }
}

/** The certificate that a signer names, by its issuer and number or by its key; undefined where none is enclosed. */
function certificateOf({ certificates = [] }: SignedData, { sid }: SignerInfo): Certificate | undefined {
  const keyId = bytesIn(sid);
  return certificates
    .filter((one) => one instanceof Certificate)
    .find((one) => {
      if (sid instanceof IssuerAndSerialNumber)
        return one.serialNumber.isEqual(sid.serialNumber) && one.issuer.isEqual(sid.issuer);
      const own = one.extensions?.find(({ extnID }) => extnID === SUBJECT_KEY_ID);
      return keyId !== null && own !== undefined && hexOf(own.extnValue.valueBlock.valueHexView).endsWith(hexOf(keyId));
    });
}
/** The key of a certificate; null where it is of a kind that Node does not know. */
function keyOf(certificate: Certificate): KeyObject | null {
  try {
    const der = Buffer.from(certificate.subjectPublicKeyInfo.toSchema().toBER());
    return createPublicKey({ key: der, format: 'der', type: 'spki' });
  } catch {
    return null;
  }
}
function signerOf(signer: SignerInfo, certificate: Certificate | undefined): Signer {
  const named = certificate?.subject.typesAndValues.find(({ type }) => String(type) === COMMON_NAME);
  const time = attributeOf(signer, SIGNING_TIME) as { toDate?: () => Date } | undefined;
  return {
    name: named ? String(named.value.valueBlock.value) : null,
    serial: certificate ? hexOf(certificate.serialNumber.valueBlock.valueHexView) : null,
    signedAt: time?.toDate?.() ?? null,
  };
}

/** Holds one signer to the bytes: the digest first, then the signature over the signed attributes (RFC 5652, section 5.4). */
function checkSigner(signer: SignerInfo, certificate: Certificate | undefined, bytes: Uint8Array): Check {
  const digestOid = signer.digestAlgorithm.algorithmId;
  const signatureOid = signer.signatureAlgorithm.algorithmId;
  const told = bytesIn(attributeOf(signer, MESSAGE_DIGEST));
  if (signer.signedAttrs && !told) throw new SignatureRefusal('signature.broken');
  const reckoned = digestBy(digestOid, bytes);
  if (told && reckoned && !reckoned.equals(told)) throw new SignatureRefusal('signature.other-file');
  if (!reckoned || isUkrainian(signatureOid)) {
    if (!isUkrainian(digestOid) && !isUkrainian(signatureOid)) throw new SignatureRefusal('signature.algorithm');
    return told && reckoned ? 'matched' : 'unchecked';
  }
  if (!certificate) throw new SignatureRefusal('signature.no-certificate');
  const key = keyOf(certificate);
  const over = signer.signedAttrs ? new Uint8Array(signer.signedAttrs.encodedValue) : bytes;
  const signature = signer.signature.valueBlock.valueHexView;
  const isTrue = key && isSignedBy(key, { bytes: over, signature, signatureOid, digestOid });
  if (isTrue === null) throw new SignatureRefusal('signature.algorithm');
  // Without signed attributes the signature is over the file itself, so that another file cannot be told from a broken one.
  if (!isTrue) throw new SignatureRefusal(told ? 'signature.broken' : 'signature.other-file');
  return 'verified';
}
/**
 * Holds every signer of a CMS to the bytes that they should have signed. Whose the certificates are, and whether they were good on
 * that day, is for the city's own means to check. Refusals: `signature.other-file`, `.broken`, `.no-certificate`, `.algorithm`.
 */
export function checkCms({ data, enclosed }: Cms, bytes: Uint8Array): Checked {
  if (enclosed && !enclosed.equals(bytes)) throw new SignatureRefusal('signature.other-file');
  const read = data.signerInfos.map((signer) => {
    const certificate = certificateOf(data, signer);
    return { check: checkSigner(signer, certificate, bytes), signer: signerOf(signer, certificate) };
  });
  return { check: leastOf(read.map(({ check }) => check)), signers: read.map((one) => one.signer) };
}
/** The digest by which a CMS names what it is over, in hexadecimal; null where it names none, or one that is not reckoned here. */
export function digestTold({ data, enclosed }: Cms): string | null {
  if (enclosed) return sha256Of(enclosed);
  const [first] = data.signerInfos;
  const told = first && bytesIn(attributeOf(first, MESSAGE_DIGEST));
  return told && digestBy(first.digestAlgorithm.algorithmId, NOTHING) ? hexOf(told) : null;
}
