import { Router } from 'express';
import { fitting, parseForm } from '#server/http/form.ts';
import { moveOwnCase } from '#server/register/index.ts';
import { Withdrawal } from '#shared/contract/appeals.ts';
import { orSayWhy, ownCase } from './own-words.ts';
import { postPage } from './visit.routes.ts';

/** «Відкликати звернення» from the page of a case, for its applicant alone. */
export function withdrawPages(): Router {
  const router = Router();
  postPage(router, '/appeals/:number/withdraw', async (request) => {
    const { actor, found } = await ownCase(request);
    const words = request.form.explanation ?? '';
    await orSayWhy(request, { form: 'withdraw', number: found.number, words }, async () => {
      const said = fitting(parseForm(Withdrawal, { explanation: words }));
      await moveOwnCase(actor, { caseId: String(found._id), verb: 'withdraw', ...said });
    });
  });
  return router;
}
