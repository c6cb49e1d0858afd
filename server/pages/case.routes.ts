import { Router } from 'express';
import { catalogue } from '#server/catalogue/index.ts';
import { parseForm } from '#server/http/form.ts';
import { refusalOf } from '#server/http/problems.ts';
import { startSession } from '#server/http/session.ts';
import { today } from '#server/platform/clock.ts';
import { Problem } from '#server/platform/problem.ts';
import type { AppealView } from '#shared/contract/appeals.ts';
import { CaseSignIn } from '#shared/contract/identity.ts';
import { isCaseNumber } from '#shared/domain/case-number.ts';
import { spacedPhone } from '#shared/domain/phone.ts';
import { casePage, lockedPage, receivedPage } from './appeals.page.tsx';
import { type PublicDoors, type Receipt, typedIn } from './public-doors.ts';
import { inWords } from './refusal.ts';
import { TEXTS } from './texts.ts';
import { getPage, type PageRequest, postPage } from './visit.routes.ts';

/** The number in the address; no other string of digits is anybody's. */
function numberIn({ params: { number = '' } }: PageRequest): string {
  if (!isCaseNumber(number)) throw new Problem('not-found');
  return number;
}
/** Null where the asker has no right to the thing; any other refusal goes on. */
async function readable<Found>(find: () => Promise<Found>): Promise<Found | null> {
  try {
    return await find();
  } catch (error) {
    const { code } = refusalOf(error);
    if (code === 'not-found' || code === 'sign-in.required' || code === 'not-allowed') return null;
    throw error;
  }
}
const categoryIn = ({ visit: { lang } }: PageRequest, code: string): string =>
  catalogue().categories.find((category) => category.code === code)?.[lang] ?? code;

const drawCase = (request: PageRequest, view: AppealView, unlockError?: string): string =>
  casePage(request.visit, {
    view,
    category: categoryIn(request, view.categoryCode),
    today: today(),
    isLocked: view.details === null,
    ...(unlockError !== undefined && { unlockError }),
  });

type PhoneStep = { codeId?: string; error?: string };
function drawReceipt({ visit }: PageRequest, { phone, ...receipt }: Receipt, { codeId, error }: PhoneStep = {}): string {
  const shown = phone && {
    step: phone.isVerified ? ('confirmed' as const) : codeId ? ('sent' as const) : ('offered' as const),
    phone: spacedPhone(phone.e164).replaceAll(' ', '\u00a0'),
    codeId,
    error,
  };
  return receivedPage(visit, { ...receipt, today: today(), ...(shown && { phone: shown }) });
}

/** One case: its page, the question for its code, its receipt, and proving the phone. */
export function casePages(doors: PublicDoors): Router {
  const router = Router();
  const { readAppeal, readReceipt } = doors;

  getPage(router, '/appeals/:number', async (request) => {
    const number = numberIn(request);
    const view = await readable(async () => readAppeal(await request.actor(), number));
    if (view) request.show(drawCase(request, view));
    else request.show(lockedPage(request.visit, { number }), 403);
  });

  postPage(router, '/appeals/:number/open', async (request) => {
    const number = numberIn(request);
    const visit = { ...request.visit, path: `/appeals/${number}` };
    const again = async (problem: Problem) => {
      const error = inWords(problem, TEXTS[visit.lang]);
      const view = await readable(async () => readAppeal(await request.actor(), number));
      const page = view ? drawCase({ ...request, visit }, view, error) : lockedPage(visit, { number, error });
      request.show(page, problem.status);
    };
    const { data, errors } = parseForm(CaseSignIn, { number, accessCode: typedIn(request.form, 'accessCode') });
    if (errors) return again(new Problem('fields.invalid', { errors }));
    try {
      startSession(request.res, await doors.openCase(await request.actor(), data));
      request.goTo(`/appeals/${number}`);
    } catch (error) {
      const problem = refusalOf(error);
      if (problem.code !== 'sign-in.wrong') throw problem;
      await again(problem);
    }
  });

  getPage(router, '/appeals/:number/received', async (request) => {
    const number = numberIn(request);
    const receipt = await readable(async () => readReceipt(await request.actor(), number));
    if (receipt) request.show(drawReceipt(request, receipt));
    else request.goTo(`/appeals/${number}`);
  });

  postPage(router, '/appeals/:number/phone-code', async (request) => {
    const number = numberIn(request);
    const receipt = await readReceipt(await request.actor(), number);
    if (!receipt.phone) throw new Problem('not-found');
    await drawStep(request, receipt, typedIn(request.form, 'codeId'), async ({ e164 }) => {
      const { codeId } = await doors.requestPhoneCode(e164);
      request.show(drawReceipt(at(request, number), receipt, { codeId }));
    });
  });

  postPage(router, '/appeals/:number/confirm-phone', async (request) => {
    const number = numberIn(request);
    const who = await request.actor();
    const codeId = typedIn(request.form, 'codeId');
    await drawStep(request, await readReceipt(who, number), codeId, async () => {
      await doors.confirmPhone(who, number, { codeId, code: typedIn(request.form, 'code').replace(/[\s-]/g, '') });
      request.goTo(`/appeals/${number}/received`);
    });
  });
  return router;
}

/** The receipt's own address, so that the other language leads to a page that can be asked for. */
const at = (request: PageRequest, number: string): PageRequest => ({
  ...request,
  visit: { ...request.visit, path: `/appeals/${number}/received` },
});
/** Takes one step with the receipt's phone; a refusal is shown on the receipt, where the phone is. */
async function drawStep(
  request: PageRequest,
  receipt: Receipt,
  codeId: string,
  take: (phone: NonNullable<Receipt['phone']>) => Promise<void>,
): Promise<void> {
  if (!receipt.phone) throw new Problem('not-found');
  try {
    await take(receipt.phone);
  } catch (error) {
    const problem = refusalOf(error);
    if (problem.status !== 422 && problem.status !== 429) throw problem;
    const step = { codeId, error: inWords(problem, TEXTS[request.visit.lang]) };
    request.show(drawReceipt(at(request, receipt.number), receipt, step), problem.status);
  }
}
