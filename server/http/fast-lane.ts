import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib';
import { tokenOf } from './actor.ts';
import type { Header } from './security.ts';

/** `page`: the same for all without a session, asked anew each time. `shared`: for everybody, asked anew each time. `file`: for everybody and for good, its name changes with it. */
type Kind = 'page' | 'shared' | 'file';
type Coding = 'br' | 'gzip' | 'identity';
/** What is to be answered. */
interface Answer {
  type: string;
  body: string | Buffer;
}
/** An answer that was made beforehand, in each coding that clients take. */
interface Prepared {
  kind: Kind;
  type: string;
  etag: string;
  bodies: Partial<Record<Coding, Buffer>> & { identity: Buffer };
  heads: Partial<Record<Coding, Head>>;
}
/** The headers of an answer in one coding, names and values in turn. */
interface Head {
  etag: string;
  whole: string[];
  notModified: string[];
}
/** Answers that need no database, no session and no framework. */
export interface FastLane {
  /** Puts a file at an address, compressed once, for all who will ask. */
  putFile(path: string, answer: Answer): void;
  /** Puts a page at an address, or a newer one in its place: resolves when it stands there, compressed while others are answered. */
  putPage(path: string, answer: Answer): Promise<void>;
  /** Leaves an address to Express again. */
  drop(path: string): void;
  /** Answers what begins so with what `find` tells, and leaves to Express what it tells nothing of; each answer is compressed once, for as long as it is the same object. */
  follow(prefix: string, find: (path: string) => Answer | null): void;
  paths(): string[];
  /** Answers if it can: GET or HEAD of what is known; of a page only to somebody without a session. */
  answer(req: IncomingMessage, res: ServerResponse): boolean;
}

const CODINGS = ['br', 'gzip'] as const;
const CACHING: Readonly<Record<Kind, string>> = {
  page: 'public, max-age=0, must-revalidate',
  shared: 'public, max-age=0, must-revalidate',
  file: 'public, max-age=31536000, immutable',
};
const packed = { br: (body: Buffer) => brotliCompressSync(body, QUALITY), gzip: (body: Buffer) => gzipSync(body) };
const [brotliBeside, gzipBeside] = [promisify(brotliCompress), promisify(gzip)];
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
const prepare = (kind: Kind, { type, body }: Answer): Prepared => {
  const identity = typeof body === 'string' ? Buffer.from(body) : body;
  const etag = createHash('sha256').update(identity).digest('base64url').slice(0, 22);
  return { kind, type, etag, bodies: { identity }, heads: {} };
};
function bodyIn({ bodies }: Prepared, coding: Coding): Buffer {
  if (coding === 'identity') return bodies.identity;
  bodies[coding] ??= packed[coding](bodies.identity);
  return bodies[coding];
}
function headOf(prepared: Prepared, coding: Coding, common: readonly Header[]): Head {
  const { kind, type } = prepared;
  const etag = `"${prepared.etag}-${coding}"`;
  const notModified = [
    ...common.flat(),
    ...['etag', etag, 'cache-control', CACHING[kind]],
    ...['vary', kind === 'page' ? 'accept-encoding, cookie' : 'accept-encoding'],
  ];
  const length = String(bodyIn(prepared, coding).length);
  const whole = [...notModified, 'content-type', type, 'content-length', length];
  if (coding !== 'identity') whole.push('content-encoding', coding);
  return { etag, whole, notModified };
}
const takes = (accepted: string, coding: string): boolean =>
  accepted.split(',').some((said) => said.trim().split(';')[0] === coding && !/;\s*q=0(\.0*)?\s*$/.test(said));
/** What a client takes, by what it says; clients say few different things. */
const codings = new Map<string, Coding>();
const MOST_CODINGS = 200;
function codingFor(accepted = ''): Coding {
  const known = codings.get(accepted);
  if (known) return known;
  const coding = CODINGS.find((one) => takes(accepted, one)) ?? 'identity';
  if (codings.size >= MOST_CODINGS) codings.clear();
  codings.set(accepted, coding);
  return coding;
}

/** A fast lane with nothing in it yet; each of its answers bears these headers beside its own. */
export function fastLane(common: readonly Header[] = []): FastLane {
  const answers = new Map<string, Prepared>();
  /** Pages that are being compressed; what is put or dropped meanwhile is newer. */
  const coming = new Map<string, Prepared>();
  const followed = new Map<string, (path: string) => Answer | null>();
  const shared = new WeakMap<Answer, Prepared>();
  /** The answer of whoever is followed at such an address. */
  function found(path: string): Prepared | null {
    for (const [prefix, find] of followed) {
      const answer = path.startsWith(prefix) ? find(path) : null;
      if (!answer) continue;
      const known = shared.get(answer) ?? prepare('shared', answer);
      shared.set(answer, known);
      return known;
    }
    return null;
  }
  return {
    putFile(path, answer) {
      const prepared = prepare('file', answer);
      for (const coding of CODINGS) bodyIn(prepared, coding);
      answers.set(path, prepared);
    },
    async putPage(path, answer) {
      const prepared = prepare('page', answer);
      coming.set(path, prepared);
      const { bodies } = prepared;
      const { identity } = bodies;
      [bodies.br, bodies.gzip] = await Promise.all([brotliBeside(identity, QUALITY), gzipBeside(identity)]);
      if (coming.get(path) !== prepared) return;
      coming.delete(path);
      answers.set(path, prepared);
    },
    drop(path) {
      answers.delete(path);
      coming.delete(path);
    },
    follow: (prefix, find) => void followed.set(prefix, find),
    paths: () => [...answers.keys()],
    answer(req, res) {
      if (req.method !== 'GET' && req.method !== 'HEAD') return false;
      const prepared = answers.get(req.url ?? '') ?? found(req.url ?? '');
      if (!prepared) return false;
      if (prepared.kind === 'page' && tokenOf(req)) return false;
      const coding = codingFor(req.headers['accept-encoding']);
      prepared.heads[coding] ??= headOf(prepared, coding, common);
      const { etag, whole, notModified } = prepared.heads[coding];
      if (req.headers['if-none-match'] === etag) res.writeHead(304, notModified).end();
      else res.writeHead(200, whole).end(req.method === 'HEAD' ? undefined : bodyIn(prepared, coding));
      return true;
    },
  };
}
