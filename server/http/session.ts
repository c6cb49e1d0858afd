import type { IncomingMessage } from 'node:http';
import type { Response } from 'express';

let isSecure = false;
/** Takes the address that people use, at start: https makes our cookies `__Host-` ones (RFC 6265bis, 4.1.3.2). */
export const useSessionCookie = (publicUrl: string): void => {
  isSecure = publicUrl.startsWith('https:');
};
/** The one name under which a cookie is looked for: a plain one could be set over a `__Host-` one by a neighbouring site. */
const named = (name: string): string => (isSecure ? `__Host-${name}` : name);
const options = () => ({ path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure }) as const;

const TOKEN = /^[\w-]{20,100}$/;
/** The token in a cookie of ours, or null where there is none or it cannot be one. */
function tokenIn(req: IncomingMessage, name: string): string | null {
  const begins = `${named(name)}=`;
  const said = (req.headers.cookie ?? '').split(';').map((cookie) => cookie.trim());
  const token = said.find((cookie) => cookie.startsWith(begins))?.slice(begins.length) ?? '';
  return TOKEN.test(token) ? token : null;
}

const SESSION = 'vidhuk';
/** The token of the session in a request's cookie. */
export const sessionTokenOf = (req: IncomingMessage): string | null => tokenIn(req, SESSION);
/** Hands a session to a browser. The token is in the cookie alone, in no page and no address. */
export const startSession = (res: Response, session: { token: string; lifetimeMs: number }): void => {
  res.cookie(named(SESSION), session.token, { ...options(), maxAge: session.lifetimeMs });
};
/** Takes it back. */
export const endSession = (res: Response): void => {
  res.clearCookie(named(SESSION), options());
};

const DRAFT = 'vidhuk-draft';
/** The token of the unfinished appeal in a request's cookie. */
export const draftTokenOf = (req: IncomingMessage): string | null => tokenIn(req, DRAFT);
/** Hands an unfinished appeal to a browser, or lets it stay for longer. */
export const keepDraftCookie = (res: Response, draft: { token: string; lifetimeMs: number }): void => {
  res.cookie(named(DRAFT), draft.token, { ...options(), maxAge: draft.lifetimeMs });
};
/** Takes it back. */
export const dropDraftCookie = (res: Response): void => {
  res.clearCookie(named(DRAFT), options());
};
