import { files } from '#server/platform/files/files.ts';
import { LARGEST_FILE } from '#shared/domain/attachments.ts';
import { makeReady } from './commands/take-in.ts';
import { HEAD, PDF, sortOf } from './file.sort.ts';
import { type Content, gather } from './receiving.ts';
import { FileRefusal } from './refusal.ts';

/** A scan fit to be kept: a PDF as it came, a picture cleaned and written anew. */
export interface Scan {
  type: string;
  content: Buffer;
}
const PICTURES = ['image/jpeg', 'image/png'];

/**
 * Reads a file of any sort whole and hands it to `use`; it lies in memory until that is done. Refusals are of the kind `FileRefusal`:
 * `file.empty`, `file.too-large`, `file.infected`; 429 and 503 as `takeIn` says.
 */
export const readWhole = <T>(content: Content, use: (bytes: Buffer) => Promise<T>): Promise<T> =>
  gather(
    content,
    async (size) => {
      if (size > LARGEST_FILE.photo) throw new FileRefusal('file.too-large');
    },
    async (bytes) => {
      const { scanner } = files();
      if (scanner && !(await scanner.isClean(bytes))) throw new FileRefusal('file.infected');
      return use(bytes);
    },
  );
/** A PDF, JPEG or PNG as a scan that can be kept; null for any other sort of file. Refused as broken files are by `takeIn`. */
export async function readScan(bytes: Buffer): Promise<Scan | null> {
  const sort = await sortOf(bytes.subarray(0, HEAD)).catch(() => null);
  if (!sort || (sort.type !== PDF && !PICTURES.includes(sort.type))) return null;
  const { type, content } = await makeReady({ ...sort, bytes });
  return { type, content };
}
