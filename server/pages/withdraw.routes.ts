import { Router } from 'express';
import { parseForm } from '#server/http/form.ts';
import { refusalOf } from '#server/http/problems.ts';
import { Problem } from '#server/platform/problem.ts';
import { caseByNumber, withdrawCase } from '#server/register/index.ts';
import { Withdrawal } from '#shared/contract/appeals.ts';
import { showCase } from './case.routes.ts';
import { numberIn } from './case-access.ts';
import { inWords } from './refusal.ts';
import { TEXTS } from './texts.ts';
import { postPage } from './visit.routes.ts';

/** «Відкликати звернення» from the page of a case, for its applicant alone. */
export function withdrawPages(): Router {
  const router = Router();
  postPage(router, '/appeals/:number/withdraw', async (request) => {
    const found = await caseByNumber(numberIn(request.params));
    if (!found) throw new Problem('not-found');
    const explanation = request.form.explanation ?? '';
    const { data, errors } = parseForm(Withdrawal, { explanation });
    try {
      if (errors) throw new Problem('fields.invalid', { errors });
      await withdrawCase(await request.actor(), { caseId: String(found._id), explanation: data?.explanation ?? '' });
      request.goTo(`/appeals/${found.number}`);
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal.status !== 422) throw refusal;
      const typed = { explanation, error: inWords(refusal, TEXTS[request.visit.lang]) };
      await showCase(request, found.number, { withdrawal: typed });
    }
  });
  return router;
}
