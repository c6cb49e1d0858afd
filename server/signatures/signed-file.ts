import { sha256Of } from './algorithms.ts';
import { checkAsic, filesIn, readAsic } from './asic.ts';
import { type Checked, checkCms, digestTold, readCms } from './cms.ts';
import { SignatureRefusal } from './refusal.ts';

/** A file that a signing program made, read and not yet held to any letter. */
export interface SignedFile {
  method: 'cms' | 'asice';
  /** Those by which it names what it signs, in hexadecimal; none where they are not reckoned here. */
  digests: string[];
  /** Holds it to the letter: who signed, and what was found out; refused as `checkCms` and `checkAsic` say. */
  check(letter: Buffer): Checked;
}
const ZIP = Buffer.from('PK\x03\x04', 'latin1');
/** A CMS begins with the tag of a sequence. */
const SEQUENCE = 0x30;

/** Whatever trips over a file that was made to trip is a broken file. */
function orBroken<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw cause instanceof SignatureRefusal ? cause : new SignatureRefusal('signature.broken');
  }
}
/** Reads a `.p7s` or an ASiC container by its bytes alone; null for any other sort of file, refused as `signature.unreadable` where it only begins as one. */
export async function readSignedFile(file: Buffer): Promise<SignedFile | null> {
  if (file[0] === SEQUENCE) {
    const cms = readCms(file);
    if (!cms) throw new SignatureRefusal('signature.unreadable');
    const told = orBroken(() => digestTold(cms));
    return { method: 'cms', digests: told ? [told] : [], check: (letter) => orBroken(() => checkCms(cms, letter)) };
  }
  if (!file.subarray(0, ZIP.length).equals(ZIP)) return null;
  const parts = await readAsic(file);
  if (!parts) throw new SignatureRefusal('signature.unreadable');
  return {
    method: 'asice',
    digests: filesIn(parts).map(sha256Of),
    check: (letter) => orBroken(() => checkAsic(parts, letter)),
  };
}
