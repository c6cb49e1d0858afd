import { connect } from 'node:net';
import { log } from '../log.ts';
import { Problem } from '../problem.ts';

/** Looks for malware before anything is stored. */
export interface FileScanner {
  /** Whether nothing was found. 503 `store.unavailable` where the scanner cannot say: what was not scanned is not stored. */
  isClean(content: Buffer): Promise<boolean>;
}

/** A scanner that says nothing for so long, in milliseconds, is away; a large file may take it that long. */
const PATIENCE_MS = 60_000;
/** In pieces of so many bytes, each below what any setting of clamd refuses. */
const PIECE = 1 << 18;
/** The longest answer that is read; a name of malware is far shorter. */
const LONGEST_ANSWER = 1_024;

/** Asks clamd about bytes by its command INSTREAM: each piece after its length, big-endian, and an empty one at the end. */
function ask(host: string, port: number, content: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port });
    let answer = '';
    socket
      .setEncoding('latin1')
      .setTimeout(PATIENCE_MS, () => socket.destroy(new Error('clamd is silent')))
      .once('error', reject)
      .once('close', () => resolve(answer))
      .on('data', (said: string) => {
        answer += said;
        if (answer.includes('\0') || answer.length > LONGEST_ANSWER) socket.destroy();
      });
    const length = (bytes: number): Buffer => {
      const word = Buffer.alloc(4);
      word.writeUInt32BE(bytes);
      return word;
    };
    socket.write('zINSTREAM\0');
    for (let at = 0; at < content.length; at += PIECE) {
      const piece = content.subarray(at, at + PIECE);
      socket.write(length(piece.length));
      socket.write(piece);
    }
    socket.write(length(0));
  });
}

/** ClamAV's daemon at `tcp://host:port`. */
export function clamdScanner(url: string): FileScanner {
  const { hostname, port } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, '');
  return {
    async isClean(content) {
      const answer = await ask(host, Number(port || 3310), content).catch((cause: unknown) => {
        log().warn({ err: cause }, 'the scanner of files is away');
        return '';
      });
      const verdict = /^stream: (?:(OK)|.* FOUND)\0?$/.exec(answer.trim());
      if (verdict) return verdict[1] === 'OK';
      if (answer) log().warn({ answer: answer.slice(0, 100) }, 'the scanner of files did not scan');
      throw new Problem('store.unavailable', { retryAfterS: 60 });
    },
  };
}
