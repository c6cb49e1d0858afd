import { connect, type Socket } from 'node:net';

/** What came back on a line. */
export interface Answer {
  status: number;
  /** Of the body as it travelled, coded or not. */
  bytes: number;
  body: string;
}
const END_OF_HEAD = '\r\n\r\n';

/**
 * One kept connection, one request at a time, bytes in and bytes out: a client that costs a tenth of Node's own, so that the load
 * leaves the machine to whoever is measured. Answers must have a content-length. A broken connection ends every call.
 */
export class HttpLine {
  readonly #socket: Socket;
  #heard: Buffer = Buffer.alloc(0);
  #waiting: { resolve(answer: Answer): void; reject(cause: Error): void } | null = null;
  #broken: Error | null = null;

  constructor(port: number) {
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true });
    this.#socket.on('data', (bytes) => this.#hear(bytes));
    this.#socket.on('error', (cause) => this.#break(cause));
    this.#socket.on('close', () => this.#break(new Error('the connection was closed')));
  }
  /** Sends one whole request as it is. */
  send(request: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (this.#broken) return reject(this.#broken);
      this.#waiting = { resolve, reject };
      this.#socket.write(request);
    });
  }
  close(): void {
    this.#socket.destroy();
  }
  #break(cause: Error): void {
    this.#broken ??= cause;
    this.#waiting?.reject(this.#broken);
    this.#waiting = null;
  }
  #hear(bytes: Buffer): void {
    this.#heard = this.#heard.length === 0 ? bytes : Buffer.concat([this.#heard, bytes]);
    const end = this.#heard.indexOf(END_OF_HEAD);
    if (end < 0) return;
    const head = this.#heard.toString('latin1', 0, end);
    const status = Number(head.slice(9, 12));
    const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
    if (length === undefined && status !== 304) {
      this.#break(new Error(`an answer without a length: ${head}`));
      return;
    }
    const from = end + END_OF_HEAD.length;
    const to = from + Number(length ?? 0);
    if (this.#heard.length < to) return;
    const body = this.#heard.toString('utf8', from, to);
    this.#heard = this.#heard.subarray(to);
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.resolve({ status, bytes: to - from, body });
  }
}
