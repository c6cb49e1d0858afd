import { fromBufferPromise } from 'yauzl';
import { digestsOf } from './algorithms.ts';
import { type Checked, checkCms, digestTold, leastOf, readCms } from './cms.ts';
import { SignatureRefusal } from './refusal.ts';

/** A container of one letter has a handful of parts; more is something else. */
const MOST_PARTS = 60;
/** All parts of a container together, unpacked, in bytes. */
const MOST_BYTES = 40 << 20;
/** A manifest of a few files is some kilobytes. */
const LONGEST_MANIFEST = 1 << 18;
const SIGNATURES = /^META-INF\/[^/]*signature[^/]*\.(p7s|xml)$/i;
/** How XML signatures call the digests that are reckoned here (RFC 6931). */
const SHA2 = /xmlenc#sha(256|512)|xmldsig-more#sha384/;
const MANIFEST = /^META-INF\/ASiCManifest[^/]*\.xml$/i;

type Parts = ReadonlyMap<string, Buffer>;
/** The parts of an ASiC container by name; null for a zip that is none, or that is broken or larger than any letter's. */
export async function readAsic(file: Buffer): Promise<Parts | null> {
  try {
    const zip = await fromBufferPromise(file);
    if (zip.entryCount > MOST_PARTS) return null;
    const parts = new Map<string, Buffer>();
    let room = MOST_BYTES;
    for await (const entry of zip.eachEntry()) {
      room -= entry.uncompressedSize; // what is unpacked is held to what was told
      if (room < 0) return null;
      const pieces: Buffer[] = [];
      for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer);
      parts.set(entry.fileName, Buffer.concat(pieces));
    }
    return [...parts.keys()].some((name) => SIGNATURES.test(name)) ? parts : null;
  } catch {
    return null;
  }
}
const isLetter = (name: string): boolean => !name.startsWith('META-INF/') && name !== 'mimetype' && !name.endsWith('/');
/** The files that a container holds, without what it says of itself. */
export const filesIn = (parts: Parts): Buffer[] =>
  [...parts].flatMap(([name, content]) => (isLetter(name) ? [content] : []));

/** Whether a manifest (ETSI EN 319 162-1) names a file by one of these digests, in hexadecimal. */
function isNamed(manifest: Buffer, digests: readonly string[]): boolean {
  const told = [...manifest.toString('utf8').matchAll(/<(?:\w+:)?DigestValue>\s*([^<\s]+)\s*</g)];
  return told.some(([, value = '']) => digests.includes(Buffer.from(value, 'base64').toString('hex')));
}
/** Whether an XML signature can be over the letter: where its digest is one that is reckoned here, it must be the letter's. */
const isXades = (xml: Buffer, digests: readonly string[]): boolean =>
  xml.includes('SignatureValue>') && (isNamed(xml, digests) || !SHA2.test(xml.toString('utf8')));
/**
 * Holds a container to the letter: it must hold those very bytes, and signatures over them, or over a manifest that names them.
 * XAdES signatures are not reckoned. Refusals: those of `checkCms`, and `signature.unsigned` where no signature is over the letter.
 */
export function checkAsic(parts: Parts, letter: Buffer): Checked {
  if (!filesIn(parts).some((file) => file.equals(letter))) throw new SignatureRefusal('signature.other-file');
  const manifests = [...parts].flatMap(([name, content]) =>
    MANIFEST.test(name) && content.length < LONGEST_MANIFEST ? [content] : [],
  );
  const own = digestsOf(letter);
  const signable = [letter, ...manifests.filter((one) => isNamed(one, own))];
  const checked = [...parts].flatMap(([name, content]): Checked[] => {
    if (!SIGNATURES.test(name)) return [];
    if (/\.xml$/i.test(name)) return isXades(content, own) ? [{ check: 'unchecked', signers: [] }] : [];
    const cms = readCms(content);
    if (!cms) throw new SignatureRefusal('signature.unreadable');
    const told = digestTold(cms);
    // Where the digest is not reckoned, what it is over is told by how such containers are made: the manifest, where there is one.
    const signed = told ? signable.find((one) => digestsOf(one).includes(told)) : signable.at(-1);
    return signed ? [checkCms(cms, signed)] : [];
  });
  if (checked.length === 0) throw new SignatureRefusal('signature.unsigned');
  return { check: leastOf(checked.map(({ check }) => check)), signers: checked.flatMap(({ signers }) => signers) };
}
