import { type Again, WaitingPage } from '#client/views/petitions/waiting-page.tsx';
import type { FormValues } from '#server/http/form.ts';
import { now } from '#server/platform/clock.ts';
import { renderDocument } from '../document.tsx';
import { frameOf, type Visit, within } from '../frame.ts';
import { TEXTS } from '../texts.ts';

/** Addresses of signing, without the language: each waits in its own place. */
const SIGNING = /^\/petitions\/(?:(\d+)\/(?:sign(?:\/code)?|eid(?:\/sign)?)|eid\/callback)\/?$/;
/** What is typed on the screens of signing and comes back to be sent once more; a code is entered anew. */
const KEPT = [
  ...['lastName', 'firstName', 'patronymic', 'phone', 'isEntitled', 'news'],
  ...['key', 'codeId', 'step', 'proof'],
] as const;
/** By this in its address a page waits to be asked for again by people alone. */
const BY_HAND = 'by-hand';

/** Whether at this address, without the language, a petition is signed. */
export const isSigning = (path: string): boolean => SIGNING.test(path.toLowerCase());

function draw(visit: Visit, again: Again, seconds: number): string {
  const { lang } = visit;
  const { petitionWaiting: texts } = TEXTS[lang];
  const number = SIGNING.exec(visit.path.toLowerCase())?.[1] ?? null;
  const at = new Date(now().getTime() + seconds * 1_000);
  const view = <WaitingPage {...{ number, again, seconds, at, lang, texts }} />;
  const path = number ? `/petitions/${number}/sign` : '/petitions';
  return renderDocument(frameOf({ ...visit, path }, texts.title), view, {
    styles: ['client/styles/petition-waiting.css'],
    isPrivate: true,
  });
}
/**
 * In the place of a screen of signing that was asked for at `address`, to be asked for again in so many seconds: by browsers
 * themselves, unless the address says that people want to do it.
 */
export function waitingPage(visit: Visit, address: string, seconds: number): { body: string; refreshS?: number } {
  const [, query = ''] = address.split('?', 2);
  const asked = new URLSearchParams(query);
  const isByHand = asked.has(BY_HAND);
  const page = within(visit, visit.path);
  const href = query ? `${page}?${asked}` : page;
  asked.set(BY_HAND, 'yes');
  const byHand = isByHand ? null : `${page}?${asked}`;
  const body = draw(visit, { kind: 'page', href, byHand }, seconds);
  return isByHand ? { body } : { body, refreshS: seconds };
}
/** In the place of what would have become of a form of signing that was not read. */
export const unreadPage = (visit: Visit, seconds: number): string => draw(visit, null, seconds);
/** The same of one that was read: all that was typed comes back, to be sent to the same address. */
export function waitingForm(visit: Visit, form: FormValues, seconds: number): string {
  const { petitionSigning, received } = TEXTS[visit.lang];
  const values = Object.fromEntries(KEPT.map((name) => [name, form[name] ?? '']));
  const code = 'code' in form ? { label: petitionSigning.code, hint: received.codeHint } : null;
  return draw(visit, { kind: 'form', action: within(visit, visit.path), values, code }, seconds);
}
