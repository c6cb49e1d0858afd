import { type RequestHandler, Router } from 'express';

/** How many parts of a path say its area, where it is more than the first: an interface and its version, a language. */
const PARTS: Readonly<Record<string, number>> = { '/api': 3, '/en': 2 };
/** What varies in a pattern of Express 5. */
const VARIES = /[:*{}()\\]/;
/** In the stead of an area: what may be asked for in any. */
const ANY = '*';

/** What a path begins with, in small letters, for routes mind neither case nor a slash at the end: `/api/v1/petitions`, `/en/news`, `/desk`. */
function areaOf(path: string): string {
  let length = path.length;
  while (path[length - 1] === '/') length -= 1;
  const plain = path.slice(0, length).toLowerCase();
  let end = plain.indexOf('/', 1);
  for (let more = (PARTS[plain.slice(0, end)] ?? 1) - 1; more > 0 && end > 0; more -= 1)
    end = plain.indexOf('/', end + 1);
  return end < 0 ? plain : plain.slice(0, end);
}
/** The areas in which a router may have something to say. */
const areasOf = ({ stack }: Router): Set<string> =>
  new Set(
    stack.flatMap(({ route }) => {
      if (!route) return [ANY]; // what is no route says nowhere where it stands
      return [route.path as string | string[]].flat().map((pattern) => {
        const area = areaOf(pattern);
        return VARIES.test(area) ? ANY : area;
      });
    }),
  );
const oneOf = (routers: readonly Router[]): Router => {
  const one = Router();
  for (const router of routers) one.use(router);
  return one;
};

/**
 * These routers as one, in their order, of which a request walks through those that have a route where it asks: Express tries
 * pattern after pattern, and the hundred of others cost a signature as much as its seal.
 */
export function byArea(...routers: readonly Router[]): RequestHandler & Pick<Router, 'stack'> {
  const known = routers.map((router) => ({ router, areas: areasOf(router) }));
  const within = (area: string): Router =>
    oneOf(known.flatMap(({ router, areas }) => (areas.has(area) || areas.has(ANY) ? [router] : [])));
  const elsewhere = within(ANY);
  const areas = new Map([...new Set(known.flatMap((one) => [...one.areas]))].map((area) => [area, within(area)]));
  const walk: RequestHandler = (req, res, next) => (areas.get(areaOf(req.path)) ?? elsewhere)(req, res, next);
  return Object.assign(walk, { stack: oneOf(routers).stack });
}
