import { Router } from 'express';
import type { SignInBy } from '#client/views/my/sign-in-page.tsx';
import { appealsOf } from '#server/appeals/index.ts';
import { tokenOf } from '#server/http/actor.ts';
import { networkOf } from '#server/http/caller.ts';
import { fitting, parseForm } from '#server/http/form.ts';
import { refusalOf } from '#server/http/problems.ts';
import { dropDraftCookie, endSession, startSession } from '#server/http/session.ts';
import { endSessionOf, requestEmailCode, requestPhoneCode } from '#server/identity/index.ts';
import { today } from '#server/platform/clock.ts';
import { Problem } from '#server/platform/problem.ts';
import { caseByNumber, detachContacts, signInWithCode } from '#server/register/index.ts';
import {
  CodeSignIn,
  requestEmailCode as emailCodeEndpoint,
  requestPhoneCode as phoneCodeEndpoint,
} from '#shared/contract/identity.ts';
import { isCaseNumber } from '#shared/domain/case-number.ts';
import { spacedNumber } from '#shared/texts/codes.ts';
import { fill } from '#shared/texts/fill.ts';
import { myPage, signInPage } from './my.page.tsx';
import { inWords } from './refusal.ts';
import { TEXTS } from './texts.ts';
import { getPage, type PageRequest, postPage } from './visit.routes.ts';
import { draftOf } from './wizard/draft.request.ts';

/** What has just been done, by the address that it led to. */
function noticeOf({ query, visit }: PageRequest): string | undefined {
  const { my } = TEXTS[visit.lang];
  const detached = query('detached') ?? '';
  if (isCaseNumber(detached)) return fill(my.detached, { number: spacedNumber(detached) });
  return query('signed') === 'out' ? my.signedOut : undefined;
}

/** By what the person signs in: the form brings back the phone or the address under its own name. */
const byIn = ({ typed, query }: PageRequest): SignInBy =>
  typed('email') || query('by') === 'email' ? 'email' : 'phone';
/** Shows a refusal where it can be put right: on the step of the code while a code is out, else on that before it. */
function refuse(request: PageRequest, by: SignInBy, error: unknown): void {
  const problem = refusalOf(error);
  if (problem.status !== 422 && problem.status !== 429) throw problem;
  const codeId = problem.code === 'code.exhausted' ? '' : request.typed('codeId');
  const words = { by, contact: request.typed(by), codeId, error: inWords(problem, TEXTS[request.visit.lang]) };
  request.show(signInPage({ ...request.visit, path: '/my' }, words), problem.status);
}
const tryTo = (take: (request: PageRequest) => Promise<void>, by?: SignInBy) => (request: PageRequest) =>
  take(request).catch((error: unknown) => refuse(request, by ?? byIn(request), error));

const showCodeStep = (request: PageRequest, by: SignInBy, codeId: string): void =>
  request.show(signInPage({ ...request.visit, path: '/my' }, { by, contact: request.typed(by), codeId }));
const textCode = async (request: PageRequest): Promise<void> => {
  const { phone } = fitting(parseForm(phoneCodeEndpoint.body, { phone: request.typed('phone') }));
  showCodeStep(request, 'phone', (await requestPhoneCode(phone, networkOf(request.req))).codeId);
};
const mailCode = async (request: PageRequest): Promise<void> => {
  const { email } = fitting(parseForm(emailCodeEndpoint.body, { email: request.typed('email') }));
  showCodeStep(request, 'email', (await requestEmailCode(email, networkOf(request.req))).codeId);
};
const signIn = async (request: PageRequest): Promise<void> => {
  const { data } = parseForm(CodeSignIn, { codeId: request.typed('codeId'), code: request.typed('code') });
  if (!data) throw new Problem('fields.invalid', { errors: [{ in: 'body', path: 'code', code: 'code.wrong' }] });
  startSession(request.res, await signInWithCode(data));
  request.goTo('/my');
};
const detach = async (request: PageRequest): Promise<void> => {
  const number = request.typed('number');
  const actor = await request.actor();
  const found = isCaseNumber(number) ? await caseByNumber(number) : null;
  const id = String(found?._id);
  if (!actor?.knownCaseIds.has(id)) throw new Problem('not-found');
  await detachContacts(actor, id);
  request.goTo(`/my?detached=${number}`);
};
const signOut = async (request: PageRequest): Promise<void> => {
  const token = tokenOf(request.req);
  if (token) await endSessionOf(token);
  endSession(request.res);
  // A draft that was sent opens its case again for a while, and the next person at this device may be another one.
  if ((await draftOf(request))?.sentAs) dropDraftCookie(request.res);
  request.goTo('/my?signed=out');
};

/** One's own cases, and the way to them by a code to the phone or the mailbox. */
export function myPages(): Router {
  const router = Router();
  getPage(router, '/my', async (request) => {
    const actor = await request.actor();
    const notice = noticeOf(request);
    if (actor?.kind !== 'resident' && actor?.kind !== 'caseHolder')
      return request.show(signInPage(request.visit, { by: byIn(request), notice }));
    const items = await appealsOf(actor);
    const by = actor.kind === 'resident' ? 'phone' : 'code';
    request.show(myPage(request.visit, { items, by, ofPhone: actor.knownCaseIds, today: today(), notice }));
  });
  postPage(router, '/my/phone-code', tryTo(textCode, 'phone'));
  postPage(router, '/my/email-code', tryTo(mailCode, 'email'));
  postPage(router, '/my/sign-in', tryTo(signIn));
  postPage(router, '/my/detach', detach);
  postPage(router, '/my/sign-out', signOut);
  return router;
}
