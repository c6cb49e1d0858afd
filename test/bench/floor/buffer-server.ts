// The floor of every answer over HTTP: node:http and a Buffer with its headers, nothing else. Both are what another address gave
// once, for what headers cost the wire and whoever reads them is not what is measured.
import { createServer, get, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';

// biome-ignore lint/style/noProcessEnv: this process has no other settings
const { FROM = '', PORT = '0' } = process.env;
/** What node:http writes by itself. */
const ITS_OWN = new Set(['connection', 'date', 'keep-alive', 'transfer-encoding']);

async function keptFrom(address: string): Promise<{ body: Buffer; headers: OutgoingHttpHeaders }> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) =>
    get(address, { headers: { 'accept-encoding': 'br' } }, resolve).on('error', reject),
  );
  if (answer.statusCode !== 200) throw new Error(`${address} answers ${answer.statusCode}`);
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part as Buffer);
  const headers = Object.fromEntries(Object.entries(answer.headers).filter(([name]) => !ITS_OWN.has(name)));
  return { body: Buffer.concat(parts), headers };
}
const { body, headers } = await keptFrom(FROM);
createServer((_, res) => res.writeHead(200, headers).end(body)).listen(Number(PORT), '127.0.0.1', () =>
  process.send?.('ready'),
);
process.on('SIGTERM', () => process.exit(0));
