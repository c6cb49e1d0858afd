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

/** The cookies of a request as they stand in its header. */
const cookiesOf = (req: IncomingMessage): string[] =>
  (req.headers.cookie ?? '').split(';').map((cookie) => cookie.trim());
const TOKEN = /^[\w-]{20,100}$/;
/** What a cookie of ours holds, or null where there is none or it cannot be one. */
function tokenIn(req: IncomingMessage, name: string, form: RegExp = TOKEN): string | null {
  const begins = `${named(name)}=`;
  const token = cookiesOf(req)
    .find((cookie) => cookie.startsWith(begins))
    ?.slice(begins.length);
  return token && form.test(token) ? token : null;
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

const EID = 'vidhuk-eid-';
const SEALED = /^[\w-]{1,40}\.[\w-]{20,1000}$/;
/** So many tries at identifying oneself a browser may have under way, each in a tab of its own. */
const MOST_TRIES = 5;
/** The names of the cookies of all tries under way, the oldest first, as browsers send them. */
const eidCookies = (req: IncomingMessage): string[] =>
  cookiesOf(req).flatMap((cookie) => (cookie.startsWith(named(EID)) ? (cookie.split('=', 1)[0] ?? []) : []));
/** Whether a browser has a try at identifying itself under way: what it is shown is for it alone. */
export const isIdentifying = (req: IncomingMessage): boolean => eidCookies(req).length > 0;
/** What was kept of one try, sealed; null where this browser has not begun it. */
export const eidCookieOf = (req: IncomingMessage, id: string): string | null => tokenIn(req, `${EID}${id}`, SEALED);
/** Keeps one try at electronic identification in the browser that begins it; of too many the oldest go. */
export function keepEidCookie(
  req: IncomingMessage,
  res: Response,
  { id, sealed, lifetimeMs }: { id: string; sealed: string; lifetimeMs: number },
): void {
  for (const old of eidCookies(req).slice(0, 1 - MOST_TRIES)) res.clearCookie(old, options());
  res.cookie(named(`${EID}${id}`), sealed, { ...options(), maxAge: lifetimeMs });
}
/** Takes it back. */
export const dropEidCookie = (res: Response, id: string): void => {
  res.clearCookie(named(`${EID}${id}`), options());
};
