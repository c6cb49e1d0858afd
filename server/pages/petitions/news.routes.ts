import type { Router } from 'express';
import { networkOf } from '#server/http/caller.ts';
import { parseForm } from '#server/http/form.ts';
import { refusalOf } from '#server/http/problems.ts';
import { checkCode, requestEmailCode } from '#server/identity/index.ts';
import {
  endNewsByLink,
  isPublicPetition,
  newsByLink,
  type ProofUse,
  petitionNumberIn,
  sendNewsTo,
  signatureOf,
  writeProof,
} from '#server/petitions/index.ts';
import { now } from '#server/platform/clock.ts';
import { Problem } from '#server/platform/problem.ts';
import { CodeSignIn, requestEmailCode as emailCode } from '#shared/contract/identity.ts';
import { unknownLinkPage } from '../problem.page.tsx';
import { inWords } from '../refusal.ts';
import { TEXTS } from '../texts.ts';
import { getPage, type PageRequest, postPage } from '../visit.routes.ts';
import { secondsUntil } from '../wait.ts';
import { identifiedUnder, provedIn, refuseErrand } from './eid-errand.ts';
import { newsAddressPage, newsCodePage, newsDonePage, newsLettersPage } from './news.page.tsx';
import { formKeyIn, madeByFirst, newFormKey, notePress, type Press, untilDone } from './one-press.ts';

const NEWS: ProofUse = 'news';
const MINUTE_MS = 60_000;

/** One step of somebody who has signed a moment ago and left an address; null where that is proved no longer, which was said. */
async function stepOf(request: PageRequest) {
  const { visit, typed, params } = request;
  const found = await identifiedUnder(petitionNumberIn(params.number));
  const { number } = found;
  const signer = provedIn(number, typed('proof'), NEWS);
  if (!signer) {
    const at = { ...visit, path: `/petitions/${number}/sign` };
    refuseErrand(request, { visit: at, why: 'stale', number, errand: 'sign' });
    return null;
  }
  // Anew from each step on: a letter takes longer on a bad day.
  const kept = { proof: writeProof(number, signer, NEWS), formKey: newFormKey(), email: typed('email') };
  return { request, visit, found, number, signer, kept, key: formKeyIn(typed('key')) };
}
type Step = NonNullable<Awaited<ReturnType<typeof stepOf>>>;
type CodeFacts = Partial<Pick<Parameters<typeof newsCodePage>[2], 'codeId' | 'error' | 'unsent' | 'waitS'>>;

const first = ({ request, visit, found, kept }: Step, error?: string, status = 200): void =>
  request.show(newsAddressPage(visit, found, { ...kept, error }), status);
const second = ({ request, visit, found, kept }: Step, facts: CodeFacts, status = 200): void =>
  request.show(newsCodePage(visit, found, { ...kept, ...facts }), status);
/** A refusal that can be answered on the screen itself; all else goes on. */
function answerable(error: unknown): Problem {
  const problem = refusalOf(error);
  if (problem.status !== 422 && problem.status !== 429) throw problem;
  return problem;
}

async function askForCode(step: Step): Promise<void> {
  const { request, visit, number, key } = step;
  if (request.typed('step') === 'edit') return first(step);
  const { data, errors } = parseForm(emailCode.body, { email: request.typed('email') });
  if (errors) return first(step, TEXTS[visit.lang].petitionNews.emailWrong, 422);
  // No address gets two codes in a minute: whoever pressed twice finds the first press in this minute or the one before.
  const minute = Math.floor(now().getTime() / MINUTE_MS);
  const press = (at: number): Press => ({ deed: 'petition-news', key, said: [number, data.email, at] });
  try {
    const { codeId, resendAt } = await requestEmailCode(data.email, networkOf(request.req));
    await notePress(press(minute), codeId);
    second(step, { codeId, waitS: secondsUntil(resendAt) });
  } catch (error) {
    const problem = answerable(error);
    const { code, details, status } = problem;
    const sent = code === 'too-many-requests' && (await madeByFirst([press(minute), press(minute - 1)]));
    if (sent) return second(step, { codeId: sent, waitS: details.retryAfterS });
    const words = inWords(problem, TEXTS[visit.lang]);
    const codeId = request.typed('codeId');
    if (codeId) return second(step, { codeId, unsent: words }, status);
    first(step, words, status);
  }
}
async function takeCode(step: Step): Promise<void> {
  const { request, visit, found, signer, kept } = step;
  const [codeId, code] = [request.typed('codeId'), request.typed('code')];
  const wrong = (): Problem =>
    new Problem('fields.invalid', { errors: [{ in: 'body', path: 'code', code: 'code.wrong' }] });
  try {
    const { data } = parseForm(CodeSignIn, { codeId, code });
    if (!data) throw wrong();
    const { kind, value } = await checkCode(data.codeId, data.code);
    if (kind !== 'email') throw wrong();
    await sendNewsTo(found, signer.keys, value);
    request.show(newsDonePage(visit, found, value));
  } catch (error) {
    const problem = answerable(error);
    const isSpent = problem.details.errors?.[0]?.code === 'code.expired';
    const isOn = async () => (await signatureOf(found, signer.keys))?.news?.kind === 'email';
    if (isSpent && (await untilDone(isOn))) return request.show(newsDonePage(visit, found, kept.email));
    const words = inWords(problem, TEXTS[visit.lang]);
    second(step, { error: words, ...(problem.code !== 'code.exhausted' && { codeId }) }, problem.status);
  }
}

/** The page behind the link of a letter to a signer; a visit changes nothing, a bare post turns the letters off (RFC 8058). */
async function showLetters(request: PageRequest, isToEnd: boolean): Promise<void> {
  const { visit, params, show } = request;
  const link = params.link ?? '';
  const behind = await newsByLink(link);
  if (!behind || !isPublicPetition(behind.petition)) return show(unknownLinkPage(visit), 404);
  if (isToEnd) await endNewsByLink(link);
  const isOn = behind.isOn && !isToEnd;
  show(newsLettersPage(visit, behind.petition, { link, isOn, hasJustEnded: isToEnd }));
}

/** News of a petition by e-mail, for whoever signed it by electronic identification: an address, the code that proves it, and the end of it. */
export function newsOfPetitionPages(router: Router): void {
  const post = (path: string, take: (step: Step) => Promise<void>): void =>
    postPage(router, path, async (request) => {
      const step = await stepOf(request);
      if (step) await take(step);
    });
  post('/petitions/:number/news', askForCode);
  post('/petitions/:number/news/code', takeCode);
  getPage(router, '/letters/petitions/:link', (request) => showLetters(request, false));
  postPage(router, '/letters/petitions/:link', (request) => showLetters(request, true));
}
