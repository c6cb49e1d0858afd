import type { IncomingMessage, ServerResponse } from 'node:http';
import accepts from 'accepts';
import type { ErrorRequestHandler } from 'express';
import { asProblem } from '#server/platform/database.ts';
import { log } from '#server/platform/log.ts';
import { Problem } from '#server/platform/problem.ts';
import type { ProblemCode } from '#shared/domain/problems.ts';
import { problems as en } from '#shared/texts/en/problems.ts';
import { fill } from '#shared/texts/fill.ts';
import { problems as uk } from '#shared/texts/uk/problems.ts';

/** What body parsers of Express complain of, by their `type`. */
const PARSER_COMPLAINTS: Record<string, ProblemCode> = {
  'entity.parse.failed': 'body.malformed',
  'entity.verify.failed': 'body.malformed',
  'request.size.invalid': 'body.malformed',
  'request.aborted': 'body.malformed',
  'parameters.too.many': 'body.malformed',
  'querystring.parse.rangeError': 'body.malformed',
  'entity.too.large': 'body.too-large',
  'encoding.unsupported': 'body.unsupported',
  'charset.unsupported': 'body.unsupported',
};
/** A body that says it is packed and cannot be unpacked: parsers pass on what zlib says, as an HTTP error to be shown. */
const isUnpackable = (error: unknown): boolean => {
  const { status, expose } = error as { status?: unknown; expose?: unknown };
  return status === 400 && expose === true;
};
const isMalformedAddress = (error: unknown): boolean => error instanceof URIError;

/** Any error as the refusal that the caller is told; a bug becomes `internal` and is logged whole. */
export function refusalOf(error: unknown): Problem {
  const complaint = PARSER_COMPLAINTS[(error as { type?: string }).type ?? ''];
  if (complaint) return new Problem(complaint);
  if (isUnpackable(error)) return new Problem('body.malformed');
  if (isMalformedAddress(error)) return new Problem('not-found');
  const problem = asProblem(error);
  if (problem?.code !== 'store.unavailable' && problem) return problem;
  log().error({ err: error }, problem ? 'the database is away' : 'a bug answered a request');
  return problem ?? new Problem('internal');
}

/** Writes a refusal, to Express and to bare `node:http` alike. */
function write(res: ServerResponse, { status, details }: Problem, type: string, body: string): void {
  const { retryAfterS } = details;
  if (retryAfterS !== undefined) res.setHeader('retry-after', String(retryAfterS));
  if (status === 401) res.setHeader('www-authenticate', 'Bearer');
  res.setHeader('cache-control', 'no-store');
  res.setHeader('content-type', type);
  res.writeHead(status).end(body);
}
const prefersEnglish = ({ headers }: IncomingMessage): boolean =>
  accepts({ headers } as IncomingMessage).languages(['uk', 'en']) === 'en';

/** A refusal as the body of `application/problem+json` (RFC 9457), in the caller's language. */
function problemJson(req: IncomingMessage, { status, code, details }: Problem): string {
  const words = prefersEnglish(req) ? en : uk;
  const errors = details.errors?.map((e) => ({ ...e, message: fill(words[e.code], { said: e.said ?? '' }) }));
  const { retryAfterS: _, ...told } = details;
  return JSON.stringify({
    type: `/problems/${code}`,
    title: words[code],
    status,
    code,
    ...told,
    ...(errors && { errors }),
  });
}

const MACHINES = /^\/(api\/v1|api\/openapi|hooks|health|metrics|live)(\/|\.|$|\?)/;
/** Tells a refusal in the form that the address calls for: a problem document to machines, a page to people. */
export const refuser =
  (page: ProblemPage) =>
  (req: IncomingMessage, res: ServerResponse, problem: Problem): void => {
    if (MACHINES.test(req.url ?? ''))
      write(res, problem, 'application/problem+json; charset=utf-8', problemJson(req, problem));
    else {
      const { body, refreshS } = page(req, problem);
      // A header like `Retry-After`: the page is the same whether browsers ask again by themselves or people do.
      if (refreshS !== undefined) res.setHeader('refresh', String(refreshS));
      write(res, problem, 'text/html; charset=utf-8', body);
    }
  };
/** A refusal as a page for people, and after how many seconds browsers ask again by themselves; pages supply it. */
export type ProblemPage = (req: IncomingMessage, problem: Problem) => { body: string; refreshS?: number };

/** The last handler: an expected Problem is told to the caller; anything else is a bug, logged and told to nobody. */
export const problems =
  (refuse: ReturnType<typeof refuser>): ErrorRequestHandler =>
  (error, req, res, next) => {
    if (res.headersSent) return next(error);
    req.url = req.originalUrl;
    refuse(req, res, refusalOf(error));
  };
