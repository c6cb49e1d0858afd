import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { log } from '#server/platform/log.ts';
import { Problem } from '#server/platform/problem.ts';
import { noteAddress } from './caller.ts';
import type { FastLane } from './fast-lane.ts';
import { addressOf, type Gate } from './limits.ts';
import { admitted } from './load.ts';
import type { LoadGuard } from './load-guard.ts';
import { countAnswer, countLimited } from './metrics.ts';
import { type Header, isCrossSite } from './security.ts';

/** What stands before every answer, the fast lane's and Express's alike. */
export interface Front {
  /** Of every answer; the lane has them in its own already. */
  headers: readonly Header[];
  gate: Gate;
  trustedProxies: number;
  publicOrigin: string;
  lane: FastLane;
  app: RequestListener;
  /** Says what of all that is behind the lane can be carried now; null lets everything in. */
  guard: LoadGuard | null;
  /** Tells a refusal that was made here, in the form that the address calls for. */
  refuse: (req: IncomingMessage, res: ServerResponse, problem: Problem) => void;
}
type Routed = IncomingMessage & { route?: { path?: unknown }; baseUrl?: string };

const pathOf = (req: IncomingMessage): string => (req.url ?? '/').split('?', 1)[0] ?? '/';
/** A path in printable ASCII from its slash on; in any other form limits and Express might read one address as two. */
const PLAIN_PATH = /^\/[!"$-[\]-~]*$/;

/** One listener for all requests: headers, log and figures, limits, the cross-site rule, then the lane, then Express. */
export function front({
  headers,
  gate,
  trustedProxies,
  publicOrigin,
  lane,
  app,
  guard,
  refuse,
}: Front): RequestListener {
  const setHeaders = (res: ServerResponse): void => {
    for (const [name, value] of headers) res.setHeader(name, value);
  };
  return (req, res) => {
    const startedAt = performance.now();
    let route = 'other';
    res.once('finish', () => {
      const path = (req as Routed).route?.path;
      const known = Array.isArray(path) ? path[0] : path; // a page is mounted in each language
      const pattern = typeof known === 'string' ? known : route;
      const tookMs = performance.now() - startedAt;
      countAnswer(req.method ?? '', pattern, res.statusCode, tookMs);
      log().info({ method: req.method, route: pattern, status: res.statusCode, ms: Math.round(tookMs) }, 'answered');
    });
    const refused = (problem: Problem): void => {
      setHeaders(res);
      refuse(req, res, problem);
    };
    const pass = async (): Promise<void> => {
      const path = pathOf(req);
      const address = addressOf(req, trustedProxies);
      noteAddress(req, address);
      const waitS = await gate(req, path, address);
      if (waitS > 0) {
        countLimited();
        return refused(new Problem('too-many-requests', { retryAfterS: waitS }));
      }
      if (!PLAIN_PATH.test(path)) return refused(new Problem('not-found'));
      if (isCrossSite(req, publicOrigin)) return refused(new Problem('cross-site'));
      if (lane.answer(req, res)) {
        route = 'lane';
        return;
      }
      const refusal = guard && admitted(guard, req, res);
      if (refusal) return refused(refusal);
      setHeaders(res);
      app(req, res);
    };
    pass().catch((bug: unknown) => {
      log().error({ err: bug }, 'a bug before any route');
      res.destroy();
    });
  };
}
