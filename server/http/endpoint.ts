import { createHash } from 'node:crypto';
import type { Request, RequestHandler, Response, Router } from 'express';
import { type Actor, holds, type Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { type Endpoint, type Parsed, REQUEST_PARTS, type Reply, type RequestPart } from '#shared/contract/endpoint.ts';
import type { FieldError } from '#shared/domain/problems.ts';
import { actorOf } from './actor.ts';
import { fieldErrors } from './field-errors.ts';

/** A request whose every part has passed its shape. */
export type RequestOf<E> = { actor: Actor | Visitor; req: Request } & { [Part in RequestPart]: Parsed<E, Part> };

const mounted: Endpoint[] = [];
/** Every endpoint that was mounted, for the OpenAPI document and the roles matrix. */
export const endpoints = (): readonly Endpoint[] => mounted;

function admit(actor: Actor | Visitor, permission: Endpoint['permission']): void {
  if (permission === 'anyone') return;
  if (!actor) throw new Problem('sign-in.required');
  const isAdmitted = permission === 'staff' ? actor.kind === 'staff' : holds(actor, permission);
  if (!isAdmitted) throw new Problem('not-allowed');
}

/** What is wrong with a body beyond its shape; it is given the body as it came. */
export type Check = (body: unknown) => FieldError[];
const nothingMore: Check = () => [];

/** Parses every part that the endpoint names; all wrong fields of all parts are told at once, and a malformed address is nobody's. */
function parse<E extends Endpoint>(e: E, request: Request, check: Check): { [P in RequestPart]: Parsed<E, P> } {
  if (e.body && request.body === undefined && Number(request.headers['content-length'] ?? 0) > 0)
    throw new Problem('body.unsupported');
  const errors: FieldError[] = [];
  const parts = REQUEST_PARTS.map((part) => {
    const read = e[part]?.safeParse(request[part] ?? {}, { reportInput: true });
    if (read?.error && part === 'params') throw new Problem('not-found');
    if (read?.error) errors.push(...fieldErrors(part === 'params' ? 'path' : part, read.error.issues));
    return [part, read?.data];
  });
  const named = new Set(errors.map(({ path }) => path));
  errors.push(...check(request.body).filter(({ path }) => !named.has(path)));
  if (errors.length > 0) throw new Problem('fields.invalid', { errors });
  return Object.fromEntries(parts);
}

/** One of the replies that an endpoint names; `location` is where the thing that was made can be found. */
export const reply = <const Status extends number, Body>(status: Status, body: Body, location = '') => ({
  status,
  body,
  location,
});

/** Lets anybody keep an answer for so many seconds, and ask after that whether it still holds; Express then answers 304 by itself. */
export function letRevalidate(res: Response, body: string, seconds = 0): void {
  const digest = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  res.set('cache-control', `public, max-age=${seconds}, must-revalidate`).set('etag', `"${digest}"`);
}

/** Sends what nobody may keep: Express would first look for what it could spare a cache. */
function sendOnce(res: Response, status: number, said: unknown): void {
  const body = Buffer.from(JSON.stringify(said) ?? '');
  res.statusCode = status;
  res.setHeader('cache-control', 'no-store');
  res.setHeader('content-type', 'application/json; charset=utf-8');
  res.setHeader('content-length', body.length);
  res.end(body);
}

/** Puts one endpoint of the contract on a router: admit, parse, answer, parse the answer. Express 5 passes rejections on. */
export function mount<const E extends Endpoint>(
  router: Router,
  e: E,
  answer: (request: RequestOf<E>) => Promise<Reply<E>>,
  check: Check = nothingMore,
): void {
  if (!mounted.includes(e)) mounted.push(e);
  const handler: RequestHandler = async (req, res) => {
    const actor = await actorOf(req);
    admit(actor, e.permission);
    const { status, body, location } = await answer({ actor, req, ...parse(e, req, check) });
    const shape = e.replies[status as number];
    if (!shape) throw new Error(`${e.method} ${e.path} does not reply ${String(status)}`);
    if (location) res.location(location);
    const said = shape.parse(body);
    if (!e.isRevalidated) return sendOnce(res, status as number, said);
    letRevalidate(res, JSON.stringify(said));
    res.status(status as number).json(said);
  };
  router[e.method.toLowerCase() as 'get'](e.path.replace(/\{(\w+)\}/g, ':$1'), handler);
}
