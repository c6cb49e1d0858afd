import { Problem } from '#server/platform/problem.ts';
import { LARGEST_FILE } from '#shared/domain/attachments.ts';
import { HEAD, type Sort, sortOf } from './file.sort.ts';
import { FileRefusal } from './refusal.ts';

/** The bytes of a file, at once or as they arrive. */
export type Content = Buffer | AsyncIterable<Buffer>;
/** A file that arrived whole. */
export interface Received extends Sort {
  bytes: Buffer;
}

/** So many bytes of files on their way lie in this process's memory at the most; who comes beyond that is asked to come again. */
const ROOM = 192 * 2 ** 20;
const WAIT_S = 10;
let taken = 0;

function takeRoom(bytes: number): void {
  if (taken + bytes > ROOM) throw new Problem('too-many-requests', { retryAfterS: WAIT_S });
  taken += bytes;
}

/** Reads what comes as long as `look` lets it, and hands it whole to `use`; it lies in memory, counted, until that is done. */
export async function gather<T>(
  content: Content,
  look: (size: number, soFar: () => Buffer) => Promise<void>,
  use: (bytes: Buffer) => Promise<T>,
): Promise<T> {
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    for await (const piece of Buffer.isBuffer(content) ? [content] : content) {
      takeRoom(piece.length);
      size += piece.length;
      pieces.push(piece);
      await look(size, () => Buffer.concat(pieces));
    }
    if (size === 0) throw new FileRefusal('file.empty');
    const bytes = Buffer.concat(pieces.splice(0));
    return await use(bytes);
  } finally {
    taken -= size;
  }
}

/**
 * Reads a file as far as it may be taken and hands it to `use`; it lies in memory until that is done. It stops at the first byte too
 * many, and after the head of a file of a sort that is not taken. `admit` may refuse once the sort is known.
 */
export async function receive<T>(
  content: Content,
  admit: (sort: Sort) => Promise<void>,
  use: (file: Received) => Promise<T>,
): Promise<T> {
  let sort: Sort | null = null;
  const begin = async (bytes: Buffer): Promise<Sort> => {
    const begun = await sortOf(bytes.subarray(0, HEAD));
    await admit(begun);
    return begun;
  };
  return gather(
    content,
    async (size, soFar) => {
      if (!sort && size >= HEAD) sort = await begin(soFar());
      if (sort && size > LARGEST_FILE[sort.kind]) throw new FileRefusal('file.too-large');
    },
    async (bytes) => use({ ...(sort ?? (await begin(bytes))), bytes }),
  );
}
