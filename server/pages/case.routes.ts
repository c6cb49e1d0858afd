import { Router } from 'express';
import type { RefusedForm } from '#client/views/cases/own-words.ts';
import { appealFor } from '#server/appeals/index.ts';
import { parseForm } from '#server/http/form.ts';
import { refusalOf } from '#server/http/problems.ts';
import { startSession } from '#server/http/session.ts';
import { today } from '#server/platform/clock.ts';
import { Problem } from '#server/platform/problem.ts';
import { caseByNumber, openCase } from '#server/register/index.ts';
import type { AppealView } from '#shared/contract/appeals.ts';
import { CaseSignIn } from '#shared/contract/identity.ts';
import { caseMap } from './case.map.ts';
import { caseNames } from './case.names.ts';
import { casePage, lockedPage } from './case.page.tsx';
import { numberIn, visible } from './case-access.ts';
import { inWords } from './refusal.ts';
import { TEXTS } from './texts.ts';
import { getPage, type PageRequest, postPage } from './visit.routes.ts';

/** Why the last thing that was sent did not do: a code that does not fit, or words that say too little. */
interface Refused {
  problem?: Problem;
  refused?: RefusedForm;
}
/** Draws the case as this viewer may see it. */
function draw(request: PageRequest, view: AppealView, { problem, refused }: Refused): string {
  const visit = { ...request.visit, path: `/appeals/${view.number}` };
  const facts = {
    view,
    names: caseNames(view, visit.lang),
    today: today(),
    map: caseMap(view, visit),
    refused,
  };
  return casePage(visit, { ...facts, unlockError: problem && wordsOf(problem, request) });
}
const wordsOf = (problem: Problem, { visit: { lang } }: PageRequest): string => {
  const isEmpty = problem.details.errors?.[0]?.code === 'field.required';
  return isEmpty ? inWords(problem, TEXTS[lang]) : TEXTS[lang].cases.accessCodeWrong;
};

/** The case, as much of it as may be seen, or nothing but the question for its code; with `?as=everyone` what a stranger sees. */
export async function showCase(request: PageRequest, number: string, why: Refused = {}): Promise<void> {
  const { problem, refused } = why;
  const asEveryone = request.query('as') === 'everyone';
  const view = await visible(async () =>
    appealFor(asEveryone ? null : await request.actor(), await caseByNumber(number)),
  );
  if (view) return request.show(draw(request, view, why), problem?.status ?? (refused ? 422 : 200));
  const visit = { ...request.visit, path: `/appeals/${number}` };
  const error = problem && wordsOf(problem, request);
  request.show(lockedPage(visit, { number, error }), problem?.status ?? 403);
}

/** One case: its page, and the question for its code to whoever has not shown the right to see it. */
export function casePages(): Router {
  const router = Router();
  getPage(router, '/appeals/:number', (request) => showCase(request, numberIn(request.params)));

  postPage(router, '/appeals/:number/open', async (request) => {
    const number = numberIn(request.params);
    const { data, errors } = parseForm(CaseSignIn, { number, accessCode: request.typed('accessCode') });
    if (errors) return showCase(request, number, { problem: new Problem('fields.invalid', { errors }) });
    try {
      startSession(request.res, await openCase(await request.actor(), data));
      request.goTo(`/appeals/${number}`);
    } catch (error) {
      const problem = refusalOf(error);
      if (problem.code !== 'sign-in.wrong') throw problem;
      await showCase(request, number, { problem });
    }
  });
  return router;
}
