import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { type Expected, type PostedFile, readMultipart } from '#server/http/multipart.ts';
import { problems, refuser } from '#server/http/problems.ts';

const BOUNDARY = '----form';
/** The media type of the forms that are made here. */
export const FORM = `multipart/form-data; boundary=${BOUNDARY}`;
/** A part of a form as its bytes will say it. */
interface Part {
  name: string;
  filename?: string;
  body: string | Buffer;
}
/** The bytes of one part. */
export const partOf = ({ name, filename, body }: Part): Buffer => {
  const called = filename === undefined ? '' : `; filename="${filename}"\r\ncontent-type: application/octet-stream`;
  const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"${called}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), Buffer.from(body), Buffer.from('\r\n')]);
};
/** The bytes of a form. */
export const form = (...parts: Part[]): Buffer =>
  Buffer.concat([...parts.map(partOf), Buffer.from(`--${BOUNDARY}--\r\n`)]);
export const file = (filename: string, body: string | Buffer): Part => ({ name: 'photos', filename, body });
export const field = (name: string, body: string): Part => ({ name, body });
/** Parts as no browser writes them: what stands between two boundaries. */
export const oddParts = (...parts: string[]): Buffer =>
  Buffer.from(parts.map((one) => `--${BOUNDARY}\r\n${one}\r\n`).join(''));

/** Reads the whole of a file and says how long it was. */
export const measure = async ({ content }: PostedFile): Promise<string> => {
  let length = 0;
  for await (const piece of content) length += piece.length;
  return `${length} bytes`;
};

/** What a server that only reads forms said. */
interface Told {
  status: number;
  /** The body of an answer that is no 200: the code of a problem. */
  said: string;
  values: Record<string, string>;
  /** Of each file its field, its name, and what became of it. */
  files: [field: string, name: string, fate: string][];
  isCut: boolean;
}
/** A server that reads forms as a test expects them. */
export interface FormServer {
  /** What forms may bring; as before each test again. */
  expected: Expected<string>;
  port(): number;
  post(body: Buffer | FormData, type?: string): Promise<Told>;
}
/** Serves forms to the tests of one `describe`: five files, 8 MB, each file measured. */
export function useFormServer(): FormServer {
  let server: Server;
  const port = () => (server.address() as AddressInfo).port;
  const forms: FormServer = {
    expected: { maxFiles: 5, maxBytes: 8 << 20, onFile: measure },
    port,
    async post(body, type) {
      const headers = type ? { 'content-type': type } : {};
      const response = await fetch(`http://127.0.0.1:${port()}/`, { method: 'POST', body: body as BodyInit, headers });
      const said = await response.text();
      return { status: response.status, said, ...(response.ok ? JSON.parse(said) : {}) };
    },
  };
  const asItWas = forms.expected;
  const app = express().post('/', async (req, res) => {
    const { values, files, isCut } = await readMultipart(req, forms.expected);
    const fateOf = ({ value, problem }: (typeof files)[number]) =>
      value ?? problem?.details.errors?.[0]?.code ?? problem?.code;
    res.json({ values, files: files.map((one) => [one.field, one.name, fateOf(one)]), isCut });
  });
  app.use(problems(refuser((_, { code }) => ({ body: code }))));
  beforeEach(async () => {
    forms.expected = asItWas;
    server = createServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });
  return forms;
}
