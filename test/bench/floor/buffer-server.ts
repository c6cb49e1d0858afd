// The floor of every answer over HTTP: node:http and a Buffer, nothing else. The Buffer is of so many bytes, or holds the very
// ones that another address gave once.
import { createServer, get, type IncomingMessage } from 'node:http';

// biome-ignore lint/style/noProcessEnv: this process has no other settings
const { FROM = '', BYTES = '0', PORT = '0' } = process.env;

interface Kept {
  body: Buffer;
  headers: Record<string, string>;
}
async function keptFrom(address: string): Promise<Kept> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) =>
    get(address, { headers: { 'accept-encoding': 'br' } }, resolve).on('error', reject),
  );
  if (answer.statusCode !== 200) throw new Error(`${address} answers ${answer.statusCode}`);
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part as Buffer);
  const { 'content-type': type = '', 'content-encoding': coding = 'identity' } = answer.headers;
  return { body: Buffer.concat(parts), headers: { 'content-type': type, 'content-encoding': coding } };
}
const madeOf = (bytes: number): Kept => ({
  body: Buffer.alloc(bytes, 'x'),
  headers: { 'content-type': 'application/json; charset=utf-8' },
});
const { body, headers } = FROM ? await keptFrom(FROM) : madeOf(Number(BYTES));
const head = { ...headers, 'content-length': body.length };
createServer((_, res) => res.writeHead(200, head).end(body)).listen(Number(PORT), '127.0.0.1', () =>
  process.send?.('ready'),
);
process.on('SIGTERM', () => process.exit(0));
