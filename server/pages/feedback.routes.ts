import { Router } from 'express';
import { fitting, parseForm } from '#server/http/form.ts';
import { Problem } from '#server/platform/problem.ts';
import { type Case, feedbackOf, giveFeedback } from '#server/register/index.ts';
import { Dispute } from '#shared/contract/appeals.ts';
import { orSayWhy, ownCase, readOwnWords } from './own-words.ts';
import { postPage } from './visit.routes.ts';

/** Photos are taken only while the question is asked, for what is sent is kept. */
async function whileAsked(found: Case): Promise<void> {
  if ((await feedbackOf(found)).isAsked) return;
  throw new Problem('move.refused', { from: found.status, verb: 'not_resolved' });
}
/** «Так, вирішено» and «Ні, не вирішено» from the page of a case. */
export function feedbackPages(): Router {
  const router = Router();
  postPage(router, '/appeals/:number/resolved', async (request) => {
    const { actor, found } = await ownCase(request);
    await giveFeedback(actor, { caseId: String(found._id), verdict: 'resolved', reason: null });
    request.goTo(`/appeals/${found.number}`);
  });
  postPage(router, '/appeals/:number/not-resolved', async (request) => {
    const { actor, found } = await ownCase(request);
    await whileAsked(found);
    const { words, refused } = await readOwnWords(request, { found, field: 'reason', purpose: 'feedback' });
    await orSayWhy(request, { form: 'dispute', number: found.number, words }, async () => {
      if (refused) throw refused;
      const said = fitting(parseForm(Dispute, { reason: words }));
      await giveFeedback(actor, { caseId: String(found._id), verdict: 'not_resolved', reason: said.reason });
    });
  });
  return router;
}
