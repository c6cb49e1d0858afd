import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { countedAs } from './limits.ts';

/** So many connections that stay open may one address have: a mobile operator has thousands of phones behind one (RFC 6888). */
const MOST_PER_ADDRESS = 2_000;

/** Says whether a connection may stay open beside those of its address; where it may, it counts until it closes. */
export type MayStay = (req: IncomingMessage) => boolean;

/** The limit on connections that stay open, multiplied by `scale`; counted in this process. `addressOf` says where a request comes from. */
export function openConnections(scale: number, addressOf: (req: IncomingMessage) => string): MayStay {
  const open = new Map<string, number>();
  const counted = new WeakSet<Socket>();
  return (req) => {
    const stream = req.socket;
    if (counted.has(stream)) return true;
    const address = countedAs(addressOf(req));
    const others = open.get(address) ?? 0;
    if (others >= MOST_PER_ADDRESS * scale || stream.destroyed) return false;
    open.set(address, others + 1);
    counted.add(stream);
    stream.once('close', () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left > 0) open.set(address, left);
      else open.delete(address);
    });
    return true;
  };
}
