import type { Response } from 'express';

let isSecure = false;
/** Takes the address that people use, at start: https makes the cookie a `__Host-` one (RFC 6265bis, 4.1.3.2). */
export const useSessionCookie = (publicUrl: string): void => {
  isSecure = publicUrl.startsWith('https:');
};
/** The one name under which a session is looked for: a plain cookie could be set over a `__Host-` one by a neighbouring site. */
export const sessionCookie = (): string => (isSecure ? '__Host-vidhuk' : 'vidhuk');
const options = () => ({ path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure }) as const;

/** Hands a session to a browser. The token is in the cookie alone, in no page and no address. */
export const startSession = (res: Response, session: { token: string; lifetimeMs: number }): void => {
  res.cookie(sessionCookie(), session.token, { ...options(), maxAge: session.lifetimeMs });
};
/** Takes it back. */
export const endSession = (res: Response): void => {
  res.clearCookie(sessionCookie(), options());
};
