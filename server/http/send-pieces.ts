import { once } from 'node:events';
import type { ServerResponse } from 'node:http';

/** A client that takes nothing for so long is let go, in milliseconds. */
const STALL_MS = 60_000;

/**
 * Sends pieces no faster than they are taken, so that few of them are in memory, and ends the answer. A client that goes away or
 * stalls ends it early. `mayGoOn` is asked before each piece: an answer that may not go on is cut, for its length was promised.
 */
export async function sendPieces(
  res: ServerResponse,
  pieces: AsyncIterable<Buffer | string>,
  mayGoOn: () => Promise<boolean> = async () => true,
): Promise<void> {
  const gone = new AbortController();
  const leave = (): void => gone.abort();
  res.once('close', leave);
  res.setTimeout(STALL_MS, () => res.destroy());
  try {
    for await (const piece of pieces) {
      if (res.destroyed || !(await mayGoOn())) return void res.destroy();
      if (!res.write(piece)) await once(res, 'drain', { signal: gone.signal });
    }
    res.end();
  } catch (error) {
    // Once the first byte has gone nothing can be told any more but that it is not all.
    const isGone = gone.signal.aborted;
    res.destroy();
    if (!isGone) throw error;
  } finally {
    res.off('close', leave);
  }
}
