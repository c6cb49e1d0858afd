import { Router } from 'express';
import { fitting, parseForm } from '#server/http/form.ts';
import { Problem } from '#server/platform/problem.ts';
import { moveOwnCase } from '#server/register/index.ts';
import { Reply } from '#shared/contract/appeals.ts';
import { orSayWhy, ownCase, readOwnWords } from './own-words.ts';
import { postPage } from './visit.routes.ts';

/** What the applicant says to the city's question, with photos or documents; taken only while the city waits for it, for what is sent is kept. */
export function replyPages(): Router {
  const router = Router();
  postPage(router, '/appeals/:number/reply', async (request) => {
    const { actor, found } = await ownCase(request);
    if (!found.awaitingApplicantSince) throw new Problem('move.refused', { from: found.status, verb: 'reply' });
    const { words, refused } = await readOwnWords(request, { found, field: 'reply', purpose: 'reply' });
    await orSayWhy(request, { form: 'reply', number: found.number, words }, async () => {
      if (refused) throw refused;
      const said = fitting(parseForm(Reply, { reply: words }));
      await moveOwnCase(actor, { caseId: String(found._id), verb: 'reply', ...said });
    });
  });
  return router;
}
