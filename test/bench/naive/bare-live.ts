// The floor of live updates: a bare WebSocket server that sends one frame to everybody when it is told to.
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import { figuresOf } from '../load/process-figures.ts';

// biome-ignore lint/style/noProcessEnv: this process has no other settings
const { PORT = '0' } = process.env;
const server = new WebSocketServer({ noServer: true, perMessageDeflate: false });
const http = createServer((req, res) => {
  if (req.method !== 'POST')
    return void res.setHeader('content-type', 'application/json').end(JSON.stringify(figuresOf()));
  let said = '';
  req.setEncoding('utf8').on('data', (words: string) => {
    said += words;
  });
  req.on('end', () => {
    for (const client of server.clients) client.send(said);
    res.end('{}');
  });
});
http.on('upgrade', (req, socket, head) => server.handleUpgrade(req, socket, head, () => undefined));
http.listen(Number(PORT), '127.0.0.1', () => process.send?.('ready'));
process.on('SIGTERM', () => process.exit(0));
