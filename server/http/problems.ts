import type { ErrorRequestHandler, Request, Response } from 'express';
import { asProblem } from '#server/platform/database.ts';
import { log } from '#server/platform/log.ts';
import { Problem } from '#server/platform/problem.ts';
import type { ProblemCode } from '#shared/domain/problems.ts';
import { problems as en } from '#shared/texts/en/problems.ts';
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
const isMalformedAddress = (error: unknown): boolean => error instanceof URIError;

/** Any error as the refusal that the caller is told; a bug becomes `internal` and is logged whole. */
export function refusalOf(error: unknown): Problem {
  const complaint = PARSER_COMPLAINTS[(error as { type?: string }).type ?? ''];
  if (complaint) return new Problem(complaint);
  if (isMalformedAddress(error)) return new Problem('not-found');
  const problem = asProblem(error);
  if (problem?.code !== 'store.unavailable' && problem) return problem;
  log().error({ err: error }, problem ? 'the database is away' : 'a bug answered a request');
  return problem ?? new Problem('internal');
}

/** Shows a refusal to a person; pages supply it. */
export type ProblemPage = (req: Request, res: Response, problem: Problem) => void;

const wordsFor = (req: Request) => (req.acceptsLanguages('uk', 'en') === 'en' ? en : uk);

/** A refusal as `application/problem+json` (RFC 9457), in the caller's language. */
export function sendProblem(req: Request, res: Response, { status, code, details }: Problem): void {
  const words = wordsFor(req);
  const errors = details.errors?.map((e) => ({ ...e, message: words[e.code] }));
  const { retryAfterS, ...told } = details;
  if (retryAfterS !== undefined) res.set('retry-after', String(retryAfterS));
  if (status === 401) res.set('www-authenticate', 'Bearer');
  const body = { type: `/problems/${code}`, title: words[code], status, code, ...told, ...(errors && { errors }) };
  res.status(status).set('cache-control', 'no-store').type('application/problem+json').send(JSON.stringify(body));
}

const isForMachines = ({ path }: Request): boolean => /^\/(api\/v1|api\/openapi|hooks|health|metrics|live)(\/|\.|$)/.test(path);

/** The last handler: an expected Problem is told to the caller; anything else is a bug, logged and told to nobody. */
export const problems =
  (page: ProblemPage): ErrorRequestHandler =>
  (error, req, res, next) => {
    if (res.headersSent) return next(error);
    const problem = refusalOf(error);
    if (isForMachines(req)) sendProblem(req, res, problem);
    else page(req, res, problem);
  };
