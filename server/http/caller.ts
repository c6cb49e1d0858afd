import type { IncomingMessage } from 'node:http';
import { countedAs } from './limits.ts';
import { networkAround } from './network.ts';

const addresses = new WeakMap<IncomingMessage, string>();
/** Notes where a request comes from, before it is answered: only who stands in front knows how many proxies to trust. */
export const noteAddress = (req: IncomingMessage, address: string): void => void addresses.set(req, address);
/** The address of a request, or of IPv6 its subscriber's /64: what tries at guessing are counted by. */
export const callerOf = (req: IncomingMessage): string =>
  countedAs(addresses.get(req) ?? req.socket.remoteAddress ?? '');
/** The network of a request, such as `203.0.113.0/24`: what is counted where one address more costs nothing. */
export const networkOf = (req: IncomingMessage): string =>
  networkAround(addresses.get(req) ?? req.socket.remoteAddress ?? '');
