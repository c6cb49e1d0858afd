import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';

/** A page that is served from memory, packed by brotli as well as ours are. */
export interface Served {
  base: string;
  /** Bytes of an answer as they go over the wire. */
  bytes(path: string): number;
  close(): Promise<void>;
}
/** Answers by their paths; `type` is the content type. */
export type Answers = Readonly<Record<string, { type: string; body: string | Buffer }>>;

/** Serves these answers and nothing else, by `node:http` alone. */
export async function serveAnswers(answers: Answers): Promise<Served> {
  const packed = new Map(
    Object.entries(answers).map(([path, { type, body }]) => {
      const params = { [constants.BROTLI_PARAM_QUALITY]: body.length > 1_000_000 ? 5 : 9 };
      return [path, { type, body: brotliCompressSync(body, { params }) }];
    }),
  );
  const http = createServer((req, res) => {
    const found = packed.get((req.url ?? '').split('?', 1)[0] ?? '');
    if (!found) return void res.writeHead(404).end();
    res.writeHead(200, {
      'content-type': found.type,
      'content-encoding': 'br',
      'content-length': found.body.length,
      'cache-control': 'no-store',
    });
    res.end(found.body);
  }).listen(0, '127.0.0.1');
  await once(http, 'listening');
  return {
    base: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    bytes: (path) => packed.get(path)?.body.length ?? 0,
    async close() {
      http.closeAllConnections();
      http.close();
      await once(http, 'close');
    },
  };
}

/** What a single page application shows of a city. */
export interface SpaData {
  title: string;
  lead: string;
  /** Every published case, the newest first. */
  points: readonly { id: string; number: string; lng: number; lat: number; status: string; text: string }[];
}
/** The rival: an empty page, one script with every library, and all points of the city as JSON. */
export async function serveSpa({ title, lead, points }: SpaData): Promise<Served> {
  const { outputFiles } = await build({
    entryPoints: ['test/bench/spa/spa.js'],
    bundle: true,
    minify: true,
    write: false,
    outdir: '.',
    format: 'iife',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.png': 'dataurl' },
  });
  const text = (ending: string): string => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  const html =
    '<!doctype html><html lang="uk"><head><meta charset="utf-8"><title>Vidhuk</title>' +
    '<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/spa.css">' +
    '<script defer src="/spa.js"></script></head><body><div id="root"></div></body></html>';
  const json = 'application/json';
  return serveAnswers({
    '/': { type: 'text/html; charset=utf-8', body: html },
    '/spa.js': { type: 'text/javascript; charset=utf-8', body: text('.js') },
    '/spa.css': { type: 'text/css', body: text('.css') },
    '/words.json': { type: json, body: JSON.stringify({ title, lead }) },
    '/points.json': { type: json, body: JSON.stringify(points) },
  });
}
