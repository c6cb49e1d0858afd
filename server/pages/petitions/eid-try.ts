import type { Request, Response } from 'express';
import { dropEidCookie, eidCookieOf, keepEidCookie } from '#server/http/session.ts';
import type { EidSecrets } from '#server/identity/index.ts';
import { now } from '#server/platform/clock.ts';
import { freshBytes, openText, sealText } from '#server/platform/secrets.ts';
import type { Lang } from '#shared/texts/plural.ts';

/** What somebody identifies themselves for. */
export const EID_ERRANDS = ['sign', 'withdraw'] as const;
export type EidErrand = (typeof EID_ERRANDS)[number];
/** One try at identifying oneself, as the provider sends it back with its answer: nothing in it is anybody's. */
export interface EidTry {
  state: string;
  errand: EidErrand;
  /** The petition that it is for. */
  number: number;
  lang: Lang;
}
/** How long somebody may be away at the provider, their bank or their phone, in milliseconds. */
const LASTS_MS = 15 * 60_000;
/** To this the secrets of a try are bound: they answer for this one, with its errand and its petition, and for no other. */
const boundTo = (state: string): string => `electronic identification ${state}`;
const idOf = (state: string): string => state.slice(0, 16);

/** A try that nobody can guess, for this errand about this petition and in this language. */
export const newTry = (errand: EidErrand, number: number, lang: Lang): EidTry => ({
  state: `${freshBytes(32).toString('base64url')}.${errand}.${number}.${lang}`,
  errand,
  number,
  lang,
});
/** The try that a state names; null for what cannot be one of ours. */
export function tryIn(state: string | undefined): EidTry | null {
  const [, said, number, lang] = /^[\w-]{43}\.([a-z]+)\.([1-9]\d{0,8})\.(uk|en)$/.exec(state ?? '') ?? [];
  const errand = EID_ERRANDS.find((one) => one === said);
  return state && errand && number && lang
    ? { state, errand, number: Number(number), lang: lang === 'en' ? 'en' : 'uk' }
    : null;
}
/** Keeps the secrets of a try in the browser that begins it, sealed: it cannot read them, and no other has them. */
export function keepTry(req: Request, res: Response, { state }: EidTry, { nonce, verifier }: EidSecrets): void {
  const sealed = sealText(JSON.stringify([nonce, verifier, now().getTime() + LASTS_MS]), boundTo(state));
  keepEidCookie(req, res, { id: idOf(state), sealed, lifetimeMs: LASTS_MS });
}
/** The secrets of a try; null where this browser began no such try, or too long ago. */
export function secretsOf(req: Request, { state }: EidTry): EidSecrets | null {
  const sealed = eidCookieOf(req, idOf(state));
  if (!sealed) return null;
  try {
    const [nonce, verifier, until]: [string, string, number] = JSON.parse(openText(sealed, boundTo(state)));
    return until > now().getTime() ? { nonce, verifier } : null;
  } catch {
    return null; // changed, or sealed for another try
  }
}
/** Ends a try: its answer has been used. */
export const endTry = (res: Response, { state }: EidTry): void => dropEidCookie(res, idOf(state));
