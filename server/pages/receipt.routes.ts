import { Router } from 'express';
import { appealFor } from '#server/appeals/index.ts';
import { startClock } from '#server/deadlines/index.ts';
import { legalDateOf, today } from '#server/platform/clock.ts';
import { Problem } from '#server/platform/problem.ts';
import { accessCodeOf, caseByNumber, contactToProve, joinedBy } from '#server/register/index.ts';
import { numberIn, visible } from './case-access.ts';
import { within } from './frame.ts';
import { contactShown, contactSteps, type ProvingState } from './receipt.contact.ts';
import { joinedPage, receivedPage, slipPage } from './receipt.page.tsx';
import { getPage, type PageRequest } from './visit.routes.ts';
import { draftOf } from './wizard/draft.request.ts';

/** What the applicant takes away, for the browser in which the case was filed or opened by its code; for anybody else there is none. */
async function readReceipt(request: PageRequest, number: string) {
  const actor = await request.actor();
  const found = await caseByNumber(number);
  if (!found || !actor?.caseIds.has(String(found._id))) throw new Problem('not-found');
  const { id: caseId, dueOn, answeredOn, isOverdue } = await appealFor(actor, found);
  const receivedOn = legalDateOf(found.receivedAt);
  return {
    caseId,
    contact: await contactToProve(found._id),
    facts: {
      number,
      accessCode: accessCodeOf(found),
      dueOn,
      answeredOn,
      isOverdue,
      receivedOn,
      forwardOn: startClock('appeal.forward', receivedOn).dueLegal,
      today: today(),
    },
  };
}
type Receipt = Awaited<ReturnType<typeof readReceipt>>;

/** Draws the receipt; `proving` is how far the proving of its contact has come. */
function draw({ visit }: PageRequest, { contact, facts }: Receipt, proving: ProvingState = {}): string {
  const here = { ...visit, path: `/appeals/${facts.number}/received` };
  return receivedPage(here, { ...facts, contact: contact ? contactShown(contact, proving) : undefined });
}

/** The receipt of one case, the slip for paper, and proving a contact there. Nothing about the case depends on the latter. */
export function receiptPages(publicUrl: string): Router {
  const router = Router();
  const page = (path: string, show: (request: PageRequest, receipt: Receipt) => void): void =>
    getPage(router, path, async (request) => {
      const number = numberIn(request.params);
      const receipt = await visible(() => readReceipt(request, number));
      if (receipt) show(request, receipt);
      else request.goTo(`/appeals/${number}`);
    });
  page('/appeals/:number/received', (request, receipt) => request.show(draw(request, receipt)));
  page('/appeals/:number/slip', ({ visit, show }, { facts: { number, accessCode, dueOn } }) => {
    const href = new URL(within(visit, `/appeals/${number}`), publicUrl).href;
    show(slipPage({ ...visit, path: `/appeals/${number}/slip` }, { number, accessCode, dueOn, href }));
  });
  getPage(router, '/appeals/:number/joined', async (request) => {
    const number = numberIn(request.params);
    const draft = await draftOf(request);
    const joined = draft?.partId && draft.sentAs === number ? await joinedBy(draft.partId) : null;
    if (!joined) return request.goTo(`/appeals/${number}`);
    const { found, accessCode } = joined;
    const { dueOn, answeredOn, isOverdue } = await appealFor(await request.actor(), found);
    const facts = { number, accessCode, dueOn, answeredOn, isOverdue, today: today() };
    request.show(joinedPage({ ...request.visit, path: `/appeals/${number}/joined` }, facts));
  });
  contactSteps(router, readReceipt, draw);
  return router;
}
