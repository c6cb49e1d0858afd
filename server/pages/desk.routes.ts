import { Router } from 'express';
import { tokenOf } from '#server/http/actor.ts';
import { parseForm } from '#server/http/form.ts';
import { refusalOf } from '#server/http/problems.ts';
import { endSession, startSession } from '#server/http/session.ts';
import { endSessionOf, signInStaff } from '#server/identity/index.ts';
import { now } from '#server/platform/clock.ts';
import { StaffSignIn } from '#shared/contract/identity.ts';
import { DESK_TEXTS, deskShellPage, deskSignInPage } from './desk.page.tsx';
import { within } from './frame.ts';
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

async function signIn(request: PageRequest): Promise<void> {
  const texts = DESK_TEXTS[request.visit.lang].signIn;
  const { problems } = TEXTS[request.visit.lang];
  const typed = { login: request.typed('login'), next: request.typed('next') };
  const { data, errors } = parseForm(StaffSignIn, { login: typed.login, password: request.form.password ?? '' });
  if (errors) {
    const wrong = Object.fromEntries(errors.map(({ path, code }) => [path, problems[code]]));
    return show(request, { ...typed, errors: wrong }, 422);
  }
  try {
    startSession(request.res, await signInStaff(data.login, data.password));
    request.res.redirect(303, placeIn(request, typed.next));
  } catch (error) {
    const { code, status } = refusalOf(error);
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
export function deskPages(): Router {
  const router = Router();
  getPage(router, '/desk/sign-in', (request) => {
    const isOut = request.query('signed') === 'out';
    show(request, { notice: isOut ? DESK_TEXTS[request.visit.lang].signIn.signedOut : null });
  });
  postPage(router, '/desk/sign-in', signIn);
  postPage(router, '/desk/sign-out', signOut);
  getPage(router, '/desk{/*place}', async (request) => {
    const actor = await request.actor();
    if (actor?.kind === 'staff') return request.show(deskShellPage(request.visit, now()));
    request.goTo(`/desk/sign-in?next=${encodeURIComponent(request.req.originalUrl)}`);
  });
  return router;
}
