import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { tokenOf } from './actor.ts';

/** `page`: the same for all without a session, asked anew each time. `file`: for everybody and for good, its name changes with it. */
type Kind = 'page' | 'file';
/** An answer that was made beforehand, in each coding that clients take. */
interface Prepared {
  kind: Kind;
  type: string;
  etag: string;
  bodies: Readonly<Record<'br' | 'gzip' | 'identity', Buffer>>;
}
/** Answers that need no database, no session and no framework. */
export interface FastLane {
  /** Puts an answer at an address, or a newer one in its place; compresses it once, for all who will ask. */
  put(path: string, answer: { kind: Kind; type: string; body: string | Buffer }): void;
  paths(): string[];
  /** Answers if it can: GET or HEAD of a known file, or of a known page by somebody without a session. */
  answer(req: IncomingMessage, res: ServerResponse): boolean;
}

const CODINGS = ['br', 'gzip'] as const;
const CACHING: Readonly<Record<Kind, string>> = {
  page: 'public, max-age=0, must-revalidate',
  file: 'public, max-age=31536000, immutable',
};
const prepare = ({ kind, type, body }: { kind: Kind; type: string; body: string | Buffer }): Prepared => {
  const identity = typeof body === 'string' ? Buffer.from(body) : body;
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
  return {
    kind,
    type,
    etag: createHash('sha256').update(identity).digest('base64url').slice(0, 22),
    bodies: { identity, br: brotliCompressSync(identity, quality), gzip: gzipSync(identity) },
  };
};
const takes = (req: IncomingMessage, coding: string): boolean =>
  String(req.headers['accept-encoding'] ?? '')
    .split(',')
    .some((said) => said.trim().split(';')[0] === coding && !/;\s*q=0(\.0*)?\s*$/.test(said));

/** A fast lane with nothing in it yet. */
export function fastLane(): FastLane {
  const answers = new Map<string, Prepared>();
  return {
    put: (path, answer) => void answers.set(path, prepare(answer)),
    paths: () => [...answers.keys()],
    answer(req, res) {
      const prepared = answers.get(req.url ?? '');
      if (!prepared || (req.method !== 'GET' && req.method !== 'HEAD')) return false;
      if (prepared.kind === 'page' && tokenOf(req)) return false;
      const coding = CODINGS.find((c) => takes(req, c)) ?? 'identity';
      const etag = `"${prepared.etag}-${coding}"`;
      res.setHeader('etag', etag);
      res.setHeader('cache-control', CACHING[prepared.kind]);
      res.setHeader('vary', prepared.kind === 'page' ? 'accept-encoding, cookie' : 'accept-encoding');
      if (req.headers['if-none-match'] === etag) {
        res.writeHead(304).end();
        return true;
      }
      const body = prepared.bodies[coding];
      res.setHeader('content-type', prepared.type);
      res.setHeader('content-length', body.length);
      if (coding !== 'identity') res.setHeader('content-encoding', coding);
      res.writeHead(200).end(req.method === 'HEAD' ? undefined : body);
      return true;
    },
  };
}
