// A process that asks a server over HTTP for as much as it is told to; one message in, one message out.
import { HttpLine } from './http-line.ts';
import type { Load, Run } from './load.ts';

const ID = /"id":"([0-9a-f]{24})"/;
const filled = (text: string, nth: number): string => text.replaceAll('#N#', String(nth));

/** The whole request, ready to be sent. */
function requestOf({ method, paths, headers, body, bodies, first = 0 }: Load, nth: number): string {
  const sent = bodies ? (bodies[nth] ?? '') : body === undefined ? '' : filled(body, first + nth);
  const more = Object.entries({
    host: '127.0.0.1',
    ...headers,
    ...(sent && { 'content-length': String(Buffer.byteLength(sent)) }),
  });
  const head = more.map(([name, value]) => `${name}: ${filled(value, first + nth)}\r\n`).join('');
  return `${method} ${paths[nth % paths.length]} HTTP/1.1\r\n${head}\r\n${sent}`;
}

/** The moment at which a request is due: at once where none is set. */
async function due(load: Load, beganAt: number, nth: number): Promise<number> {
  if (load.perSecond === undefined) return performance.now();
  const at = beganAt + (nth * 1_000) / load.perSecond;
  while (at - performance.now() > 1.5) await new Promise((go) => setTimeout(go, 1));
  while (at > performance.now()) await new Promise((go) => setImmediate(go));
  return at;
}

async function run(load: Load): Promise<Run> {
  const lines = Array.from({ length: load.connections }, () => new HttpLine(load.port));
  const found: Run = { tookMs: 0, times: [], statuses: {}, bytes: 0, ids: [], broken: 0 };
  const beganAt = performance.now();
  const until = beganAt + load.forMs;
  let next = 0;
  const ask = async (line: HttpLine): Promise<void> => {
    while (performance.now() < until) {
      const nth = next++;
      if (load.bodies && nth >= load.bodies.length) return;
      const request = requestOf(load, nth);
      const at = await due(load, beganAt, nth);
      if (at >= until) return;
      const { status, bytes, body } = await line.send(request);
      found.times.push(performance.now() - at);
      found.statuses[status] = (found.statuses[status] ?? 0) + 1;
      found.bytes += bytes;
      const id = load.keepIds && status < 300 && ID.exec(body)?.[1];
      if (id) found.ids.push(id);
    }
  };
  await Promise.all(
    lines.map((line) =>
      ask(line).catch(() => {
        found.broken += 1;
      }),
    ),
  );
  found.tookMs = performance.now() - beganAt;
  for (const line of lines) line.close();
  return found;
}
process.on('message', (load: Load) => void run(load).then((found) => process.send?.(found)));
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
