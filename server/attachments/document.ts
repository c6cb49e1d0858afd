import { fromBufferPromise, type ZipFile } from 'yauzl';
import { DOCX, PDF } from './file.sort.ts';
import { FileRefusal } from './refusal.ts';

/** Readers look for a PDF's end mark in about so many last bytes. */
const TAIL = 2_048;
/** More parts than any document has, in a zip that wants to be walked for ever. */
const MOST_PARTS = 5_000;
/** The list of a DOCX's parts and their types is a few kilobytes. */
const LONGEST_LIST = 1 << 20;
const PARTS_LIST = '[Content_Types].xml';
const TEXT = 'word/document.xml';
/** Macros, by the names that programs give them and by their types, whatever they are named. */
const MACROS = /vbaProject|vbaData|macroEnabled|activeX/i;

function checkPdf(bytes: Buffer): void {
  const hasStart = /^%PDF-\d\.\d/.test(bytes.toString('latin1', 0, 16));
  const hasEnd = bytes.subarray(-TAIL).includes('%%EOF');
  if (!hasStart || !hasEnd) throw new FileRefusal('file.broken');
}

async function textOf(zip: ZipFile, entry: Parameters<ZipFile['openReadStreamPromise']>[0]): Promise<string> {
  if (entry.uncompressedSize > LONGEST_LIST) throw new FileRefusal('file.broken');
  const pieces: Buffer[] = [];
  for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}
/** Reads the names of all parts and the list of their types; unpacks nothing else. */
async function checkDocx(bytes: Buffer): Promise<void> {
  const zip = await fromBufferPromise(bytes);
  if (zip.entryCount > MOST_PARTS) throw new FileRefusal('file.broken');
  const names = new Set<string>();
  let types = '';
  for await (const entry of zip.eachEntry()) {
    names.add(entry.fileName);
    if (entry.fileName === PARTS_LIST) types = await textOf(zip, entry);
  }
  const isDocument = names.has(TEXT) && types !== '';
  if (!isDocument || [types, ...names].some((said) => MACROS.test(said))) throw new FileRefusal('file.type');
}

/** Holds a document to the sort that its first bytes claim: `file.broken` where it is not whole, `file.type` for other zips and for macros. */
export async function checkDocument(bytes: Buffer, type: string): Promise<void> {
  if (type === PDF) return checkPdf(bytes);
  if (type !== DOCX) throw new FileRefusal('file.type');
  try {
    await checkDocx(bytes);
  } catch (cause) {
    throw cause instanceof FileRefusal ? cause : new FileRefusal('file.broken');
  }
}
