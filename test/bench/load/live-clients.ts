// So many open maps in one process: bare WebSockets that speak as much of the wire as a map does, and count what they hear.
import { createServer } from 'node:http';
import { WebSocket } from 'ws';
import { areTouching } from '#shared/domain/map/areas.ts';
import { viewOf } from './live-places.ts';

/** What maps heard since they were last asked: frames, changes that lay in their sight, and when the first and the last came. */
export interface Heard {
  frames: number;
  events: number;
  firstMs: number;
  lastMs: number;
}
// biome-ignore lint/style/noProcessEnv: this process has no other settings
const { PORT = '0', SITES = '', FIRST = '0', SOCKETS = '0', AT_ONCE = '50' } = process.env;
const nothing = (): Heard => ({ frames: 0, events: 0, firstMs: 0, lastMs: 0 });
const heard = new Map<string, Heard>();
const nowMs = (): number => performance.timeOrigin + performance.now();

/** Frames come to many maps alike: which areas are in which view is asked once for each view and frame. */
let last = { words: '', areas: [] as string[], inSight: new Map<string, number>() };
function inSight(words: string, view: readonly string[]): number {
  if (words !== last.words) {
    const [, event] = JSON.parse(words.slice(words.indexOf('['))) as [string, { areas: string[] }];
    last = { words, areas: event.areas, inSight: new Map() };
  }
  const key = view[0] ?? '';
  const known = last.inSight.get(key);
  if (known !== undefined) return known;
  const seen = last.areas.filter((area) => view.some((one) => areTouching(area, one))).length;
  last.inSight.set(key, seen);
  return seen;
}
function open(site: string, nth: number): Promise<void> {
  const view = viewOf(nth);
  const isBare = site.endsWith('#bare');
  const address = `${site.replace('http', 'ws').replace('#bare', '')}${isBare ? '/' : '/live/?EIO=4&transport=websocket'}`;
  const socket = new WebSocket(address, { perMessageDeflate: false });
  const told = (words: string): void => {
    const of = heard.get(site) ?? nothing();
    heard.set(site, of);
    of.frames += 1;
    of.events += inSight(words, view);
    of.lastMs = nowMs();
    of.firstMs ||= of.lastMs;
  };
  return new Promise((done, failed) => {
    socket.once('error', failed);
    if (isBare) socket.once('open', () => done());
    socket.on('message', (data: Buffer) => {
      const words = data.toString();
      if (words === '2') socket.send('3');
      else if (words.startsWith('42')) told(words);
      else if (words.startsWith('0')) socket.send('40');
      else if (words.startsWith('40')) socket.send(`420["map.watch",${JSON.stringify(view)}]`, () => done());
    });
  });
}
const [first, sockets, atOnce] = [Number(FIRST), Number(SOCKETS), Number(AT_ONCE)];
createServer(async (req, res) => {
  const { pathname, searchParams } = new URL(req.url ?? '/', 'http://localhost');
  const site = SITES.split(' ')[Number(searchParams.get('site'))] ?? '';
  if (pathname === '/open')
    for (let n = first; n < first + sockets; n += atOnce)
      await Promise.all(Array.from({ length: Math.min(atOnce, first + sockets - n) }, (_, i) => open(site, n + i)));
  if (pathname === '/reset') heard.set(site, nothing());
  res.end(JSON.stringify(heard.get(site) ?? nothing()));
}).listen(Number(PORT), '127.0.0.1', () => process.send?.('ready'));
process.on('SIGTERM', () => process.exit(0));
