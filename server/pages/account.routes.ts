import { Router } from 'express';
import { changeOwnPassword, confirmTotp, totpOnOffer } from '#server/accounts/index.ts';
import { refusalOf } from '#server/http/problems.ts';
import type { Actor } from '#server/platform/policy.ts';
import { ownPasswordPage, ownTotpPage } from './account.page.tsx';
import { qrOf } from './qr-code.ts';
import { inWords } from './refusal.ts';
import { TEXTS } from './texts.ts';
import { type AnswerPage, getPage, type PageRequest, postPage } from './visit.routes.ts';

/** Answers members of staff, and leads everybody else to the door. */
const forStaff =
  (answer: (request: PageRequest, actor: Actor) => Promise<void>): AnswerPage =>
  async (request) => {
    const actor = await request.actor();
    if (actor?.kind === 'staff') return answer(request, actor);
    request.goTo(`/desk/sign-in?next=${encodeURIComponent(request.req.originalUrl)}`);
  };

const showPassword = (request: PageRequest, actor: Actor, errors = {}, status = 200): void =>
  request.show(
    ownPasswordPage(request.visit, {
      isOneTime: actor.owes === 'password',
      isDone: request.query('changed') === '1',
      errors,
    }),
    status,
  );
async function changePassword(request: PageRequest, actor: Actor): Promise<void> {
  const { present = '', fresh = '' } = request.form;
  try {
    await changeOwnPassword(actor, { present, fresh });
    request.goTo(actor.owes ? '/desk' : '/desk/password?changed=1');
  } catch (error) {
    const problem = refusalOf(error);
    const path = problem.details.errors?.[0]?.path;
    if (!path) throw error;
    showPassword(request, actor, { [path]: inWords(problem, TEXTS[request.visit.lang]) }, problem.status);
  }
}

async function showTotp(request: PageRequest, actor: Actor, error: string | null = null, status = 200): Promise<void> {
  const offered = await totpOnOffer(actor);
  const offer = offered && { qr: qrOf(offered.address), secret: offered.secret };
  request.show(ownTotpPage(request.visit, { offer, codes: [], isOwed: actor.owes === 'totp', error }), status);
}
async function enrolTotp(request: PageRequest, actor: Actor): Promise<void> {
  try {
    const codes = await confirmTotp(actor, request.typed('code').replace(/[\s-]/g, ''));
    request.show(ownTotpPage(request.visit, { offer: null, codes, isOwed: false, error: null }));
  } catch (error) {
    const problem = refusalOf(error);
    if (problem.code !== 'fields.invalid') throw error;
    await showTotp(request, actor, inWords(problem, TEXTS[request.visit.lang]), problem.status);
  }
}

/** What a member of staff does with their own account: its password and its second factor. */
export function accountPages(): Router {
  const router = Router();
  getPage(
    router,
    '/desk/password',
    forStaff(async (request, actor) => showPassword(request, actor)),
  );
  postPage(router, '/desk/password', forStaff(changePassword));
  getPage(
    router,
    '/desk/totp',
    forStaff((request, actor) => showTotp(request, actor)),
  );
  postPage(router, '/desk/totp', forStaff(enrolTotp));
  return router;
}
