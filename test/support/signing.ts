import { webcrypto } from 'node:crypto';
import { Integer, ObjectIdentifier, OctetString, PrintableString, UTCTime, Utf8String } from 'asn1js';
import {
  AlgorithmIdentifier,
  Attribute,
  AttributeTypeAndValue,
  Certificate,
  ContentInfo,
  CryptoEngine,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
  setEngine,
} from 'pkijs';
import { caseById } from '#server/register/index.ts';
import { sampleSignature } from '#server/seeds/sample-scan.ts';
import { gost34311 } from '#server/signatures/gost-34311.ts';
import type { MoveBody } from '#shared/contract/move.ts';

/** What the verb `answer` brings where the case of that id was signed by hand: a scan that lies ready for it. */
export async function aScan(caseId: string): Promise<Pick<MoveBody, 'signature'>> {
  const found = await caseById(caseId);
  return { signature: found?.answerId ? await sampleSignature(found) : { fileId: '5'.padStart(24, '0') } };
}

/** Somebody with a key and a certificate of their own making. */
export interface KeyHolder {
  /** A detached CMS over these bytes. */
  sign(
    bytes: Uint8Array,
    over?: Partial<{ digestOid: string; signatureOid: string; digest: Buffer; withCertificate: boolean }>,
  ): Promise<Buffer>;
}
const ALGORITHMS = {
  rsa: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) },
  ec: { name: 'ECDSA', namedCurve: 'P-256' },
} as const;
const [DATA, SIGNED_DATA] = ['1.2.840.113549.1.7.1', '1.2.840.113549.1.7.2'];
const [CONTENT_TYPE, MESSAGE_DIGEST, SIGNING_TIME] = [3, 4, 5].map((last) => `1.2.840.113549.1.9.${last}`) as [
  string,
  string,
  string,
];
const attribute = (type: string, value: unknown) => new Attribute({ type, values: [value as never] });

/** Makes a key, and a certificate that it signs itself in that name. */
export async function aKeyHolder(name: string, kind: keyof typeof ALGORITHMS = 'rsa'): Promise<KeyHolder> {
  setEngine('node', new CryptoEngine({ name: 'node', crypto: webcrypto as never }));
  const keys = await webcrypto.subtle.generateKey(ALGORITHMS[kind], true, ['sign', 'verify']);
  const certificate = new Certificate({ version: 2, serialNumber: new Integer({ value: 7 }) });
  for (const who of [certificate.issuer, certificate.subject])
    who.typesAndValues.push(
      new AttributeTypeAndValue({ type: '2.5.4.3', value: new Utf8String({ value: name }) }),
      new AttributeTypeAndValue({ type: '2.5.4.6', value: new PrintableString({ value: 'UA' }) }),
    );
  certificate.notBefore.value = new Date('2026-01-01T00:00:00Z');
  certificate.notAfter.value = new Date('2030-01-01T00:00:00Z');
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey as never);
  await certificate.sign(keys.privateKey as never, 'SHA-256');
  return {
    async sign(bytes, { digestOid, signatureOid, digest: told, withCertificate = true } = {}) {
      const digest = await webcrypto.subtle.digest('SHA-256', bytes);
      const signer = new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
        signedAttrs: new SignedAndUnsignedAttributes({
          type: 0,
          attributes: [
            attribute(CONTENT_TYPE, new ObjectIdentifier({ value: DATA })),
            attribute(SIGNING_TIME, new UTCTime({ valueDate: new Date('2026-03-03T08:00:00Z') })),
            attribute(MESSAGE_DIGEST, new OctetString({ valueHex: told ? new Uint8Array(told).buffer : digest })),
          ],
        }),
      });
      const data = new SignedData({
        version: 1,
        encapContentInfo: new EncapsulatedContentInfo({ eContentType: DATA }),
        signerInfos: [signer],
        ...(withCertificate && { certificates: [certificate] }),
      });
      await data.sign(keys.privateKey as never, 0, 'SHA-256', bytes as never);
      if (signatureOid) signer.signatureAlgorithm = new AlgorithmIdentifier({ algorithmId: signatureOid });
      if (digestOid) signer.digestAlgorithm = new AlgorithmIdentifier({ algorithmId: digestOid });
      const info = new ContentInfo({ contentType: SIGNED_DATA, content: data.toSchema(true) });
      return Buffer.from(info.toSchema().toBER());
    },
  };
}

const UKRAINIAN = '1.2.804.2.1.1.1.1';
/** A signature that says that it is by DSTU 4145 with GOST 34.311; its mathematics is not. */
export const asByGost = (key: KeyHolder, bytes: Uint8Array): Promise<Buffer> =>
  key.sign(bytes, { digestOid: `${UKRAINIAN}.2.1`, signatureOid: `${UKRAINIAN}.3.1.1`, digest: gost34311(bytes) });
/** The same with Kupyna, whose digest is not reckoned here. */
export const asByKupyna = (key: KeyHolder, bytes: Uint8Array): Promise<Buffer> =>
  key.sign(bytes, { digestOid: `${UKRAINIAN}.2.2.1`, signatureOid: `${UKRAINIAN}.3.6.1.1` });
