import type { IncomingMessage } from 'node:http';
import { RateLimiterMemory } from 'rate-limiter-flexible';

/** So many requests of one kind from one address in so many seconds. */
interface Limit {
  name: string;
  method: RegExp;
  path: RegExp;
  points: number;
  seconds: number;
  /** Not counted under the general limit. */
  isApart?: true;
}
/** The first that fits counts, beside the general one. An office behind one address still files at ease. */
const LIMITS: readonly Limit[] = [
  {
    name: 'code',
    method: /^POST$/,
    path: /^\/api\/v1\/(phone|email)-codes$|^(\/en)?\/(my|appeals\/\d+)\/(phone|email)-codes?$|^(\/en)?\/news$|^(\/en)?\/petitions\/sent\/[0-9a-f]+\/code$/,
    points: 10,
    seconds: 600,
  },
  {
    name: 'sign-in',
    method: /^POST$/,
    path: /^\/api\/v1\/sessions$|^(\/en)?\/desk\/(sign-in|password|totp)$|^(\/en)?\/(my|appeals\/\d+)\//,
    points: 30,
    seconds: 300,
  },
  {
    name: 'file',
    method: /^POST$/,
    path: /^\/api\/v1\/appeals(\/[0-9a-f]+\/join)?$|^(\/en)?\/appeals\/new\/check$/,
    points: 60,
    seconds: 600,
  },
  // Thousands of signers share an address of a mobile operator; numbers, their ranges and networks have limits of their own.
  {
    name: 'sign',
    method: /^POST$/,
    path: /^(\/en)?(\/api\/v1)?\/petitions(\/new|\/sent\/.*|\/[0-9a-f]+\/.*)?$/,
    points: 600,
    seconds: 600,
  },
  // Each may bring up to a hundred megabytes, so they are counted apart from other steps of a new appeal.
  { name: 'upload', method: /^POST$/, path: /^(\/en)?\/appeals\/new\/(details|files)/, points: 150, seconds: 600 },
  // Any other step of a new appeal keeps a draft; without scripts each look at the map is one, too.
  { name: 'draft', method: /^POST$/, path: /^(\/en)?\/appeals\/new\//, points: 600, seconds: 600 },
  // Nothing else that anybody may ask for costs the store as much; programs that read feeds come by the hour.
  {
    name: 'feed',
    method: /^(GET|HEAD)$/,
    path: /^\/(news|petitions)\.rss$|^\/petitions\/\d+\/signatures\.ndjson$/,
    points: 60,
    seconds: 60,
  },
  // Behind one address of a mobile operator thousands of phones come back at once after a restart; open maps take nothing from pages.
  { name: 'live', method: /^GET$/, path: /^\/live$/, points: 3_000, seconds: 60, isApart: true },
  // Each may ask the provider something; behind one address of a mobile operator many sign at once.
  {
    name: 'eid',
    method: /^/,
    path: /^(\/en)?\/petitions\/(\d+\/eid(\/withdraw)?|eid\/callback)$/,
    points: 300,
    seconds: 300,
  },
  {
    name: 'link',
    method: /^/,
    path: /^(\/en)?\/(c|letters|work|verify|news\/(confirm|end))\//,
    points: 60,
    seconds: 300,
  },
];
const GENERAL: Limit = { name: 'all', method: /^/, path: /^/, points: 1_200, seconds: 60 };

/** What is counted together: an address, or of IPv6 the /64 that one subscriber has (RFC 6177). */
export function countedAs(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address;
  const [head = '', tail = ''] = address.split('::');
  const [before, after] = [head.split(':').filter(Boolean), tail.split(':').filter(Boolean)];
  const zeros = address.includes('::') ? Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0') : [];
  return `${[...before, ...zeros, ...after].slice(0, 4).join(':')}::/64`;
}

/** Says for how many seconds a request has to wait; 0 lets it pass. Counted in this process: it must hold while Redis is away. */
export type Gate = (req: IncomingMessage, path: string, address: string) => Promise<number>;

/** The limits on requests, each multiplied by `scale`. */
export function requestLimits(scale: number): Gate {
  const counters = [...LIMITS, GENERAL].map((limit) => ({
    ...limit,
    counter: new RateLimiterMemory({ keyPrefix: limit.name, points: limit.points * scale, duration: limit.seconds }),
  }));
  const byMethod = new Map<string, typeof counters>();
  /** Those that may fit a method; node:http takes few different ones. */
  const of = (method: string): typeof counters => {
    const known = byMethod.get(method) ?? counters.filter((counter) => counter.method.test(method));
    byMethod.set(method, known);
    return known;
  };
  return async (req, path, address) => {
    const plain = path.toLowerCase().replace(/\/$/, ''); // routes mind neither case nor one slash at the end
    for (const { path: paths, counter, name, isApart } of of(req.method ?? '')) {
      if (!paths.test(plain)) continue;
      try {
        await counter.consume(countedAs(address));
      } catch (spent) {
        return Math.ceil(((spent as { msBeforeNext?: number }).msBeforeNext ?? 1_000) / 1_000);
      }
      if (name === 'all' || isApart) return 0;
    }
    return 0;
  };
}

/** Where a request comes from: behind `trusted` proxies of ours, what the outermost of them saw. */
export function addressOf(req: IncomingMessage, trusted: number): string {
  const seen = [req.socket.remoteAddress ?? ''];
  const told = String(req.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((a) => a.trim())
    .filter(Boolean);
  const chain = [...seen, ...told.reverse()];
  return chain[Math.min(trusted, chain.length - 1)] ?? '';
}
