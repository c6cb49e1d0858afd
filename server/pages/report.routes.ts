import { Router } from 'express';
import { appealFor } from '#server/appeals/index.ts';
import { parseForm } from '#server/http/form.ts';
import { fileReport } from '#server/moderation/index.ts';
import { caseByNumber } from '#server/register/index.ts';
import { NewReport } from '#shared/contract/moderation.ts';
import { numberIn } from './case-access.ts';
import { reportPage } from './report.page.tsx';
import { getPage, type PageRequest, postPage } from './visit.routes.ts';

/** The case of the address, where there is something of it that this visitor may see. */
async function seenCase(request: PageRequest): Promise<{ caseId: string; number: string }> {
  const number = numberIn(request.params);
  const view = await appealFor(await request.actor(), await caseByNumber(number));
  return { caseId: view.id, number };
}
/** «Поскаржитися або прибрати мої дані», for every case of which something is shown. */
export function reportPages(): Router {
  const router = Router();
  getPage(router, '/appeals/:number/report', async (request) => {
    const { number } = await seenCase(request);
    const isSent = request.query('sent') === 'yes';
    request.show(reportPage(request.visit, { number, values: {}, errors: [], isSent }));
  });
  postPage(router, '/appeals/:number/report', async (request) => {
    const { caseId, number } = await seenCase(request);
    const { data, errors } = parseForm(NewReport, request.form);
    if (errors)
      return request.show(reportPage(request.visit, { number, values: request.form, errors, isSent: false }), 422);
    await fileReport(caseId, data);
    request.goTo(`/appeals/${number}/report?sent=yes`);
  });
  return router;
}
