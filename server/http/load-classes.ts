import type { IncomingMessage } from 'node:http';
import { tokenOf } from './actor.ts';

/** In the order in which they are given up: what costs the store or the index much, what anybody reads, what nobody may lose. */
export const LOAD_CLASSES = ['dear', 'plain', 'vital'] as const;
export type LoadClass = (typeof LOAD_CLASSES)[number];

/** Requests of one class; the first rule that fits counts. Paths are without language, in small letters, without a slash at the end. */
interface Rule {
  /** Null: never refused. */
  of: LoadClass | null;
  method?: RegExp;
  path: RegExp;
  query?: RegExp;
  /** Only for whoever carries a session. */
  signedIn?: true;
  /** The page itself says that nothing was kept, and shows what was typed again. */
  saysItself?: true;
}
const READ = /^(GET|HEAD)$/;
const RULES: readonly Rule[] = [
  { of: null, path: /^\/(health|hooks)\/|^\/metrics$/ },
  // Writes by name only: each walks through many cases or people and changes nothing.
  {
    of: 'dear',
    method: /^POST$/,
    path: /^\/api\/v1\/(people\/search|bulk\/preview|calendar\/(martial-law\/)?preview|routing\/trial|reference\/[^/]+\/trial)$/,
  },
  {
    of: 'vital',
    method: /^POST$/,
    path: /^\/appeals\/new\/(where|what|nearby|details|you|check)$|^\/petitions\/\d+\/(sign(\/code)?|eid(\/sign)?)$/,
    saysItself: true,
  },
  { of: 'vital', method: /^(POST|PUT|PATCH|DELETE)$/, path: /^/ },
  // Files made of many rows, and reports.
  {
    of: 'dear',
    method: READ,
    path: /\.(csv|xlsx|ndjson|geojson|rss|zip)$|\/(field-list|overdue|poster)\.pdf$|^\/api\/v1\/reports\/./,
  },
  {
    of: 'dear',
    method: READ,
    path: /^\/map\/list$|^\/statistics(\/|$)|^\/api\/v1\/(appeals|audit|message-statistics|petitions(\/\d+\/signatures(\/\w+)?)?|register\/map)$/,
  },
  { of: 'dear', method: READ, path: /^(\/api\/v1)?\/petitions$/, query: /(^|&)q=[^&]/ },
  { of: 'dear', method: READ, path: /^\/api\/v1\/register$/, query: /(^|&)q=[^&]/ },
  { of: 'dear', method: READ, path: /^$/, query: /./ },
  {
    of: 'vital',
    method: READ,
    path: /^\/(desk|my|work|appeals\/new)(\/|$)|^\/appeals\/\d+\/(received|slip|joined)$|^\/petitions\/(new$|sent\/|eid\/callback$|\d+\/(sign|withdraw)(\/|$))|^\/letters\/petitions\//,
  },
  { of: 'vital', method: READ, path: /^\/api\/v1\//, signedIn: true },
  { of: 'plain', path: /^/ },
];

/** What one request is worth under load: its class, and whether its own page tells a refusal. */
export interface Worth {
  of: LoadClass | null;
  saysItself: boolean;
}
/** The worth of a request by its method, its address and whether it carries a session. */
export function worthOf(req: IncomingMessage): Worth {
  const [said = '/', query = ''] = (req.url ?? '/').split('?', 2);
  const path = said
    .toLowerCase()
    .replace(/^\/en(?=\/|$)/, '')
    .replace(/\/$/, '');
  const rule = RULES.find(
    (one) =>
      (one.method?.test(req.method ?? '') ?? true) &&
      one.path.test(path) &&
      (one.query?.test(query) ?? true) &&
      (!one.signedIn || tokenOf(req) !== null),
  );
  return { of: rule?.of ?? null, saysItself: rule?.saysItself ?? false };
}
