// Sends load from a process of its own: what it is told over IPC, each order answered with what became of it.
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Flow, Kind, Order } from './plan.ts';

const PATIENCE_MS = 15_000;
const MOST_UNDER_WAY = 1_500;
const TICK_MS = 5;
const agent = new Agent({ keepAlive: true, maxSockets: MOST_UNDER_WAY });
const emptyFlow = (): Flow => ({
  times: [],
  sent: 0,
  ok: 0,
  shed: 0,
  others: {},
  failed: {},
  unsent: 0,
  made: [],
});
let underWay = 0;

/** Sends one request that was due at this moment; never rejects. */
function send(base: string, { method, paths, headers, body }: Kind, flow: Flow, dueAt: number): Promise<void> {
  const path = paths[flow.sent % paths.length] ?? '/';
  flow.sent += 1;
  underWay += 1;
  return new Promise((resolve) => {
    let isOver = false;
    const end = (note: () => void): void => {
      if (isOver) return;
      isOver = true;
      underWay -= 1;
      note();
      resolve();
    };
    const fail = (cause: NodeJS.ErrnoException): void =>
      end(() => {
        const why = `${cause.code ?? cause.message}${asked.reusedSocket ? ' on a kept connection' : ''}`;
        flow.failed[why] = (flow.failed[why] ?? 0) + 1;
      });
    const asked = request(
      `${base}${path}`,
      { method, agent, timeout: PATIENCE_MS, headers: { ...headers } },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => void (method === 'POST' && chunks.push(chunk)));
        answer.on('error', fail);
        answer.on('end', () =>
          end(() => {
            const { statusCode = 0, headers: said } = answer;
            if (statusCode >= 200 && statusCode < 300) {
              flow.ok += 1;
              flow.times.push(performance.now() - dueAt);
              if (method === 'POST')
                flow.made.push((JSON.parse(Buffer.concat(chunks).toString()) as { id: string }).id);
            } else if (statusCode === 503 && said['retry-after']) flow.shed += 1;
            else flow.others[statusCode] = (flow.others[statusCode] ?? 0) + 1;
          }),
        );
      },
    );
    asked.on('timeout', () => asked.destroy(new Error('no answer in time')));
    asked.on('error', fail);
    asked.end(body);
  });
}

async function carryOut({ base, seconds, flows }: Order): Promise<Record<string, Flow>> {
  const found = Object.fromEntries(flows.map(({ name }) => [name, emptyFlow()]));
  const began = performance.now();
  const ends = began + seconds * 1_000;
  const waiting = new Set<Promise<void>>();
  const runs = flows.map(async ({ name, kind, perSecond, callers = 0 }) => {
    const flow = found[name] ?? emptyFlow();
    const call = async (): Promise<void> => {
      while (performance.now() < ends) await send(base, kind, flow, performance.now());
    };
    if (perSecond === undefined) return void (await Promise.all(Array.from({ length: callers }, call)));
    for (let nth = 0; ; ) {
      const now = performance.now();
      if (now >= ends) return;
      for (; began + (nth * 1_000) / perSecond <= now; nth += 1) {
        if (underWay >= MOST_UNDER_WAY) flow.unsent += 1;
        else {
          const one = send(base, kind, flow, began + (nth * 1_000) / perSecond);
          waiting.add(one);
          void one.then(() => waiting.delete(one));
        }
      }
      await pause(TICK_MS);
    }
  });
  await Promise.all(runs);
  await Promise.all(waiting);
  return found;
}
process.on('message', (order: Order) => void carryOut(order).then((found) => process.send?.(found)));
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
