import { Router } from 'express';
import { appealFor } from '#server/appeals/index.ts';
import { catalogue } from '#server/catalogue/index.ts';
import { parseForm } from '#server/http/form.ts';
import { refusalOf } from '#server/http/problems.ts';
import { startSession } from '#server/http/session.ts';
import { today } from '#server/platform/clock.ts';
import { Problem } from '#server/platform/problem.ts';
import { caseByNumber, openCase } from '#server/register/index.ts';
import { CaseSignIn } from '#shared/contract/identity.ts';
import { casePage, lockedPage } from './appeals.page.tsx';
import { numberIn, visible } from './case-access.ts';
import { inWords } from './refusal.ts';
import { TEXTS } from './texts.ts';
import { getPage, type PageRequest, postPage } from './visit.routes.ts';

/** The case, its state alone, or nothing but the question for its code; `refused` is why the last code did not fit. */
async function show(request: PageRequest, number: string, refused?: Problem): Promise<void> {
  const visit = { ...request.visit, path: `/appeals/${number}` };
  const texts = TEXTS[visit.lang];
  const isEmpty = refused?.details.errors?.[0]?.code === 'field.required';
  const error = refused && (isEmpty ? inWords(refused, texts) : texts.cases.accessCodeWrong);
  const view = await visible(async () => appealFor(await request.actor(), await caseByNumber(number)));
  if (!view) return request.show(lockedPage(visit, { number, error }), refused?.status ?? 403);
  const category = catalogue().categories.find(({ code }) => code === view.categoryCode)?.[visit.lang];
  const facts = { view, category: category ?? view.categoryCode, today: today(), isLocked: view.details === null };
  request.show(casePage(visit, { ...facts, unlockError: error }), refused?.status);
}

/** One case: its page, and the question for its code to whoever has not shown the right to see it. */
export function casePages(): Router {
  const router = Router();
  getPage(router, '/appeals/:number', (request) => show(request, numberIn(request.params)));

  postPage(router, '/appeals/:number/open', async (request) => {
    const number = numberIn(request.params);
    const { data, errors } = parseForm(CaseSignIn, { number, accessCode: request.typed('accessCode') });
    if (errors) return show(request, number, new Problem('fields.invalid', { errors }));
    try {
      startSession(request.res, await openCase(await request.actor(), data));
      request.goTo(`/appeals/${number}`);
    } catch (error) {
      const problem = refusalOf(error);
      if (problem.code !== 'sign-in.wrong') throw problem;
      await show(request, number, problem);
    }
  });
  return router;
}
