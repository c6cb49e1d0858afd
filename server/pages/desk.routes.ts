import { Router } from 'express';
import { tokenOf } from '#server/http/actor.ts';
import { callerOf } from '#server/http/caller.ts';
import { parseForm } from '#server/http/form.ts';
import { refusalOf } from '#server/http/problems.ts';
import { endSession, startSession } from '#server/http/session.ts';
import { bringSecondFactor, endSessionOf, signInStaff } from '#server/identity/index.ts';
import { now } from '#server/platform/clock.ts';
import type { Problem } from '#server/platform/problem.ts';
import { SecondFactor, StaffSignIn } from '#shared/contract/identity.ts';
import { timeToSecond } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { ACCOUNT_TEXTS, signInCodePage } from './account.page.tsx';
import { DESK_TEXTS, deskShellPage, deskSignInPage } from './desk.page.tsx';
import { within } from './frame.ts';
import type { MapTiles } from './home.page.tsx';
import { TEXTS } from './texts.ts';
import { getPage, type PageRequest, postPage } from './visit.routes.ts';

/** Only a place in the desk itself may be gone on to; anything else leads to its beginning. */
const PLACE = /^(\/en)?\/desk(\/[\w/-]*)?(\?[\w=&.-]*)?$/;
const placeIn = (request: PageRequest, said: string | undefined): string =>
  said && PLACE.test(said) && !said.includes('/sign-') ? said : within(request.visit, '/desk');

type Facts = Parameters<typeof deskSignInPage>[1];
const show = (request: PageRequest, facts: Partial<Facts>, status?: number): void => {
  const next = placeIn(request, facts.next ?? request.query('next'));
  request.show(
    deskSignInPage(request.visit, { login: '', errors: {}, trouble: null, notice: null, ...facts, next }),
    status,
  );
};

/** From when on another try is taken, in words. */
const waitIn = ({ visit }: PageRequest, { details }: Problem): string =>
  fill(ACCOUNT_TEXTS[visit.lang].door.wait, {
    time: timeToSecond(new Date(String(details.retryAt))),
    seconds: details.retryAfterS ?? 0,
  });

/** The second step: the code, with a ticket that says that the password was right. */
async function signInWithCode(request: PageRequest, ticket: string): Promise<void> {
  const { door } = ACCOUNT_TEXTS[request.visit.lang];
  const next = placeIn(request, request.typed('next'));
  const again = (trouble: string, status: number): void =>
    request.show(signInCodePage(request.visit, { ticket, next, trouble }), status);
  const { data } = parseForm(SecondFactor, { totp: request.typed('totp') });
  if (!data) return again(door.codeWrong, 422);
  try {
    startSession(request.res, await bringSecondFactor(ticket, data.totp, callerOf(request.req)));
    request.res.redirect(303, next);
  } catch (error) {
    const problem = refusalOf(error);
    const { code, status } = problem;
    if (code === 'sign-in.required') return show(request, { next, trouble: door.codeLate }, status);
    if (code === 'sign-in.wrong') return again(door.codeWrong, status);
    if (code === 'sign-in.wait') return again(waitIn(request, problem), status);
    throw error;
  }
}
async function signIn(request: PageRequest): Promise<void> {
  if (request.form.ticket) return signInWithCode(request, request.form.ticket);
  const texts = DESK_TEXTS[request.visit.lang].signIn;
  const { problems } = TEXTS[request.visit.lang];
  const typed = { login: request.typed('login'), next: request.typed('next') };
  const totp = request.typed('totp');
  const { data, errors } = parseForm(StaffSignIn, {
    login: typed.login,
    password: request.form.password ?? '',
    ...(totp && { totp }),
  });
  if (errors) {
    const wrong = Object.fromEntries(errors.map(({ path, code }) => [path, problems[code]]));
    return show(request, { ...typed, errors: wrong }, 422);
  }
  try {
    const come = await signInStaff(data, callerOf(request.req));
    const next = placeIn(request, typed.next);
    if ('ticket' in come) return request.show(signInCodePage(request.visit, { ...come, next, trouble: null }));
    startSession(request.res, come.session);
    request.res.redirect(303, next);
  } catch (error) {
    const problem = refusalOf(error);
    const { code, status } = problem;
    if (code === 'sign-in.wait') return show(request, { ...typed, trouble: waitIn(request, problem) }, status);
    if (code === 'sign-in.wrong') return show(request, { ...typed, trouble: texts.wrong }, status);
    if (code === 'store.unavailable') return show(request, { ...typed, trouble: texts.unavailable }, status);
    throw error;
  }
}
async function signOut(request: PageRequest): Promise<void> {
  const token = tokenOf(request.req);
  if (token) await endSessionOf(token);
  endSession(request.res);
  request.goTo('/desk/sign-in?signed=out');
}

/** The operators' desk, at any address below it, and the door to it. */
export function deskPages({ tiles }: { tiles: MapTiles }): Router {
  const router = Router();
  getPage(router, '/desk/sign-in', (request) => {
    const isOut = request.query('signed') === 'out';
    show(request, { notice: isOut ? DESK_TEXTS[request.visit.lang].signIn.signedOut : null });
  });
  postPage(router, '/desk/sign-in', signIn);
  postPage(router, '/desk/sign-out', signOut);
  getPage(router, '/desk{/*place}', async (request) => {
    const actor = await request.actor();
    if (actor?.owes) return request.goTo(`/desk/${actor.owes}`);
    if (actor?.kind === 'staff') return request.show(deskShellPage(request.visit, now(), tiles));
    request.goTo(`/desk/sign-in?next=${encodeURIComponent(request.req.originalUrl)}`);
  });
  return router;
}
