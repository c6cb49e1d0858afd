import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type RequestListener, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An answer as it came over the wire: nothing decoded, nothing followed. */
export interface RawAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}
/** Asks a server of this machine. */
export type Ask = (
  method: string,
  path: string,
  headers?: Readonly<Record<string, string>>,
  body?: string | Buffer,
) => Promise<RawAnswer>;

/** Serves a listener for the tests of one `describe`, from the moment that its hooks before have run. */
export function useServer(listener: () => RequestListener): Ask {
  let port = 0;
  const server = createServer((req, res) => listener()(req, res));
  before(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
  });
  after(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  return async (method, path, headers = {}, body = '') => {
    const length = body ? { 'content-length': String(Buffer.byteLength(body)) } : {};
    const sent = request({ host: '127.0.0.1', port, method, path, headers: { ...length, ...headers } });
    sent.end(body);
    const [response] = await once(sent, 'response');
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk as Buffer);
    return { status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) };
  };
}
