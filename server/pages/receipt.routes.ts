import { Router } from 'express';
import { appealFor } from '#server/appeals/index.ts';
import { parseForm } from '#server/http/form.ts';
import { refusalOf } from '#server/http/problems.ts';
import { requestPhoneCode } from '#server/identity/index.ts';
import { today } from '#server/platform/clock.ts';
import { Problem } from '#server/platform/problem.ts';
import { accessCodeOf, caseByNumber, confirmPhone, textPhoneOf } from '#server/register/index.ts';
import { CodeSignIn } from '#shared/contract/identity.ts';
import { spacedPhone } from '#shared/domain/phone.ts';
import { receivedPage } from './appeals.page.tsx';
import { numberIn, visible } from './case-access.ts';
import { inWords } from './refusal.ts';
import { TEXTS } from './texts.ts';
import { getPage, type PageRequest, postPage } from './visit.routes.ts';

type Shown = Parameters<typeof receivedPage>[1];
/** What the applicant takes away; `phone` is E.164, and null where no mobile was left or no texts are wanted. */
interface Receipt extends Pick<Shown, 'number' | 'accessCode' | 'dueOn' | 'answeredOn' | 'isOverdue'> {
  caseId: string;
  phone: { e164: string; isVerified: boolean } | null;
}

/** The receipt, for the browser in which the case was filed or opened by its code; for anybody else there is none. */
async function readReceipt(request: PageRequest, number: string): Promise<Receipt> {
  const actor = await request.actor();
  const found = await caseByNumber(number);
  if (!found || !actor?.caseIds.has(String(found._id))) throw new Problem('not-found');
  const { id: caseId, dueOn, answeredOn, isOverdue } = await appealFor(actor, found);
  const phone = await textPhoneOf(found._id);
  return { caseId, number, accessCode: accessCodeOf(found), dueOn, answeredOn, isOverdue, phone };
}

/** Draws the receipt; with `codeId` the phone's part asks for the code that was sent, and `error` says why the last step failed. */
function draw(
  { visit }: PageRequest,
  { phone, caseId: _, ...receipt }: Receipt,
  codeId?: string,
  error?: string,
): string {
  const here = { ...visit, path: `/appeals/${receipt.number}/received` };
  if (!phone) return receivedPage(here, { ...receipt, today: today() });
  const step = phone.isVerified ? 'confirmed' : codeId ? 'sent' : 'offered';
  const unbroken = spacedPhone(phone.e164).replaceAll(' ', '\u00a0');
  return receivedPage(here, { ...receipt, today: today(), phone: { step, phone: unbroken, codeId, error } });
}

/** One thing done with the phone of a receipt. */
type Step = (request: PageRequest, receipt: Receipt, e164: string) => Promise<void>;
const sendCode: Step = async (request, receipt, e164) => {
  const { codeId } = await requestPhoneCode(e164);
  request.show(draw(request, receipt, codeId));
};
const takeCode: Step = async (request, { caseId, number }) => {
  const { data } = parseForm(CodeSignIn, { codeId: request.typed('codeId'), code: request.typed('code') });
  if (!data) throw new Problem('fields.invalid', { errors: [{ in: 'body', path: 'code', code: 'code.wrong' }] });
  await confirmPhone(await request.actor(), caseId, data);
  request.goTo(`/appeals/${number}/received`);
};

/** The receipt of one case, and proving its phone there. Nothing about the case depends on the latter. */
export function receiptPages(): Router {
  const router = Router();
  getPage(router, '/appeals/:number/received', async (request) => {
    const number = numberIn(request.params);
    const receipt = await visible(() => readReceipt(request, number));
    if (receipt) request.show(draw(request, receipt));
    else request.goTo(`/appeals/${number}`);
  });
  /** A refusal is shown on the receipt, beside the field; when all tries are spent, another code is offered. */
  const postStep = (path: string, take: Step) =>
    postPage(router, path, async (request) => {
      const receipt = await readReceipt(request, numberIn(request.params));
      if (!receipt.phone) throw new Problem('not-found');
      try {
        await take(request, receipt, receipt.phone.e164);
      } catch (error) {
        const problem = refusalOf(error);
        if (problem.status !== 422 && problem.status !== 429) throw problem;
        const codeId = problem.code === 'code.exhausted' ? '' : request.typed('codeId');
        request.show(draw(request, receipt, codeId, inWords(problem, TEXTS[request.visit.lang])), problem.status);
      }
    });
  postStep('/appeals/:number/phone-code', sendCode);
  postStep('/appeals/:number/confirm-phone', takeCode);
  return router;
}
