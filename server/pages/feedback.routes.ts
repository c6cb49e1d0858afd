import { Router } from 'express';
import { takeIn } from '#server/attachments/index.ts';
import { parseForm } from '#server/http/form.ts';
import { isMultipart, readMultipart } from '#server/http/multipart.ts';
import { refusalOf } from '#server/http/problems.ts';
import { authorize } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { caseByNumber, casePolicy, feedbackOf, giveFeedback } from '#server/register/index.ts';
import { Dispute } from '#shared/contract/appeals.ts';
import { showCase } from './case.routes.ts';
import { numberIn } from './case-access.ts';
import { inWords } from './refusal.ts';
import { TEXTS } from './texts.ts';
import { type PageRequest, postPage } from './visit.routes.ts';

const MIB = 1 << 20;
const UPLOAD = { maxFiles: 5, maxBytes: 105 * MIB };

/** The case of the address, for its applicant alone; photos are taken only while the question is asked, for what is sent is kept. */
async function ownCase(request: PageRequest, { withPhotos = false } = {}) {
  const found = await caseByNumber(numberIn(request.params));
  const actor = await request.actor();
  if (!found) throw new Problem('not-found');
  authorize(actor, casePolicy, 'case.applicant', found);
  if (withPhotos && !(await feedbackOf(found)).isAsked)
    throw new Problem('move.refused', { from: found.status, verb: 'not_resolved' });
  return { actor, caseId: String(found._id), number: found.number };
}
/** What was typed, and the photos, which are kept at once; the first that was refused is told beside the reason. */
async function readDispute({ req, form }: PageRequest, caseId: string): Promise<{ reason: string; refused?: Problem }> {
  if (!isMultipart(req)) return { reason: form.reason ?? '' };
  const { values, files } = await readMultipart(req, {
    ...UPLOAD,
    onFile: ({ field, name, content }) =>
      takeIn({ owner: { kind: 'case', id: caseId }, purpose: 'feedback', name, content, field }),
  });
  const refused = files.find(({ problem }) => problem)?.problem;
  return { reason: values.reason ?? '', ...(refused && { refused }) };
}

/** «Так, вирішено» and «Ні, не вирішено» from the page of a case. */
export function feedbackPages(): Router {
  const router = Router();
  postPage(router, '/appeals/:number/resolved', async (request) => {
    const { actor, caseId, number } = await ownCase(request);
    await giveFeedback(actor, { caseId, verdict: 'resolved', reason: null });
    request.goTo(`/appeals/${number}`);
  });
  postPage(router, '/appeals/:number/not-resolved', async (request) => {
    const { actor, caseId, number } = await ownCase(request, { withPhotos: isMultipart(request.req) });
    const { reason, refused } = await readDispute(request, caseId);
    const { data, errors } = parseForm(Dispute, { reason });
    const problem = refused ?? (errors && new Problem('fields.invalid', { errors }));
    try {
      if (problem) throw problem;
      await giveFeedback(actor, { caseId, verdict: 'not_resolved', reason: data?.reason ?? '' });
      request.goTo(`/appeals/${number}`);
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal.status !== 422) throw refusal;
      await showCase(request, number, { typed: { reason, error: inWords(refusal, TEXTS[request.visit.lang]) } });
    }
  });
  return router;
}
