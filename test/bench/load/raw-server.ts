// The floor of every answer over HTTP: node:http and a Buffer of the asked size, nothing else.
import { createServer } from 'node:http';

// biome-ignore lint/style/noProcessEnv: this process has no other settings
const { PORT = '0', BYTES = '0' } = process.env;
const body = Buffer.alloc(Number(BYTES), 'x');
const headers = { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length };
createServer((_req, res) => res.writeHead(200, headers).end(body)).listen(Number(PORT), '127.0.0.1', () =>
  process.send?.('ready'),
);
process.on('SIGTERM', () => process.exit(0));
