import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TEXT = /\.(css|html|js|json|map|mjs|svg|txt|webmanifest|xml)$/;
/** Below this a packet carries the file whole anyway, in bytes. */
const WORTH_IT = 200;

/** @param {string} file */
async function compressFile(file) {
  const text = await readFile(file);
  if (text.length < WORTH_IT) return;
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: text.length };
  await Promise.all([
    promisify(brotliCompress)(text, { params }).then((small) => writeFile(`${file}.br`, small)),
    promisify(gzip)(text, { level: 9 }).then((small) => writeFile(`${file}.gz`, small)),
  ]);
}

/**
 * Puts a `.br` and a `.gz` beside every text asset of a folder, so that the server never compresses what it sends a thousand times.
 * @param {string} folder
 */
export async function compressFolder(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const texts = entries.filter(
    (entry) => entry.isFile() && TEXT.test(entry.name) && !entry.parentPath.includes('.vite'),
  );
  await Promise.all(texts.map(({ parentPath, name }) => compressFile(join(parentPath, name))));
}
