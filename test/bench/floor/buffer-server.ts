// The floor: node:http and nothing else, which answers every request with the very bytes that another address gave once.
import { createServer, get, type IncomingMessage } from 'node:http';

// biome-ignore lint/style/noProcessEnv: this process has no other settings
const { FROM = '', PORT = '0' } = process.env;

const answer = await new Promise<IncomingMessage>((resolve, reject) =>
  get(FROM, { headers: { 'accept-encoding': 'br' } }, resolve).on('error', reject),
);
if (answer.statusCode !== 200) throw new Error(`${FROM} answers ${answer.statusCode}`);
const parts: Buffer[] = [];
for await (const part of answer) parts.push(part as Buffer);
const body = Buffer.concat(parts);
const headers = {
  'content-type': answer.headers['content-type'] ?? '',
  'content-encoding': answer.headers['content-encoding'] ?? 'identity',
  'content-length': body.length,
};
createServer((_, res) => res.writeHead(200, headers).end(body)).listen(Number(PORT), '127.0.0.1', () =>
  process.send?.('ready'),
);
process.on('SIGTERM', () => process.exit(0));
