import type { IncomingMessage } from 'node:http';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import { sessionTokenOf } from './session.ts';

/** Finds whose session a token opens; null for a token that opens none. Identity and the register supply it together. */
export type WhoAsks = (token: string) => Promise<Actor | Visitor>;

let whoAsks: WhoAsks = () => Promise.reject(new Error('Actors: nobody was named at start who can find them.'));
/** Set once by the composition of the web process. */
export const useWhoAsks = (find: WhoAsks): void => {
  whoAsks = find;
};

const BEARER = /^Bearer ([\w-]{20,100})$/i;
/** The token that a request carries: in its cookie, or as Bearer for API clients. */
export const tokenOf = (req: IncomingMessage): string | null =>
  BEARER.exec(req.headers.authorization ?? '')?.[1] ?? sessionTokenOf(req);

/** Who sends this request; null for a visitor. Read when it is asked for, so that pages can answer while the database is away. */
export const actorOf = async (req: IncomingMessage): Promise<Actor | Visitor> => {
  const token = tokenOf(req);
  return token ? whoAsks(token) : null;
};
