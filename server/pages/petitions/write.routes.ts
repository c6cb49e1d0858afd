import type { Router } from 'express';
import { networkOf } from '#server/http/caller.ts';
import { type FormValues, parseForm } from '#server/http/form.ts';
import { refusalOf } from '#server/http/problems.ts';
import {
  confirmPetition,
  isPublicPetition,
  type Petition,
  petitionById,
  sendAuthorCode,
  similarPetitions,
  writePetition,
} from '#server/petitions/index.ts';
import { Problem } from '#server/platform/problem.ts';
import { confirmPetition as confirmEndpoint, NewPetition } from '#shared/contract/petitions.ts';
import type { FieldError } from '#shared/domain/problems.ts';
import { inWords } from '../refusal.ts';
import { TEXTS } from '../texts.ts';
import { getPage, type PageRequest, postPage } from '../visit.routes.ts';
import { secondsUntil } from '../wait.ts';
import { formKeyIn, newFormKey, pressId, untilDone } from './one-press.ts';
import { authorCodePage, sentPage, similarPage, writePage } from './write.page.tsx';

const FIELDS = ['title', 'essence', 'demand', 'lastName', 'firstName', 'patronymic', 'email', 'phone'] as const;
const TICKS = ['sms', 'isAgreed'] as const;
/** Texts need a number to go to. */
const phoneForTexts = (body: unknown): FieldError[] => {
  const { sms, phone } = body as { sms?: unknown; phone?: unknown };
  return sms && !phone ? [{ in: 'body', path: 'phone', code: 'contact.for-sms' }] : [];
};
/** What the form says. A title is one line, whatever was pasted into it. */
function typedIn({ form }: PageRequest): FormValues {
  const typed = Object.fromEntries([...FIELDS, ...TICKS].map((name) => [name, form[name] ?? '']));
  return { ...typed, title: (form.title ?? '').replace(/\s+/g, ' ').trim() };
}
const wait = (seconds: number, isLate = false): string => `?wait=${seconds}${isLate ? '&late=1' : ''}`;

/** Sends the author a code; what is said of it in the address of the next page: how long another one takes, and that an earlier one is on its way. */
async function codeFor(id: string, { req }: PageRequest): Promise<string> {
  try {
    const { resendAt } = await sendAuthorCode(id, networkOf(req));
    return wait(secondsUntil(resendAt));
  } catch (error) {
    const { code, details } = refusalOf(error);
    if (code === 'too-many-requests') return wait(details.retryAfterS ?? 0, true);
    if (code === 'move.refused') return ''; // its author has sent it meanwhile
    throw error;
  }
}
async function take(request: PageRequest): Promise<void> {
  const { visit, show, typed, goTo } = request;
  const values = typedIn(request);
  const formKey = formKeyIn(typed('key'));
  const step = typed('step');
  if (step === 'edit') return show(writePage(visit, { values, errors: [], formKey: newFormKey() }));
  const { data, errors } = parseForm(NewPetition, values, { boxes: TICKS, check: phoneForTexts });
  if (errors) return show(writePage(visit, { values, errors, formKey }), 422);
  if (step !== 'send') {
    const similar = await similarPetitions(`${data.title} ${data.essence} ${data.demand}`);
    const found = similar.map(({ petition }) => petition);
    if (found.length > 0) return show(similarPage(visit, found, { ...values, key: formKey }));
  }
  const petition = await writePetition(data, pressId({ deed: 'write-petition', key: formKey, said: data }));
  const id = String(petition._id);
  goTo(`/petitions/sent/${id}${await codeFor(id, request)}`);
}

/** The petition of an id that only its author was given; 404 for none. */
async function writtenIn({ params }: PageRequest): Promise<Petition> {
  const found = await petitionById(params.id ?? '');
  if (!found) throw new Problem('not-found');
  return found;
}
/** How far the phone for texts has come; null where no texts are wished. */
function phoneOf({ initiator, phoneCodeId }: Petition): 'asked' | 'proved' | 'unsent' | null {
  if (!initiator.phone || !initiator.smsConsent) return null;
  if (initiator.phoneProvedAt) return 'proved';
  return phoneCodeId ? 'asked' : 'unsent';
}
const secondsIn = (said: string | undefined): number | undefined =>
  said && /^\d{1,6}$/.test(said) ? Number(said) : undefined;
/** The page of a petition that was written, by how far it has come. */
async function showWritten(request: PageRequest): Promise<void> {
  const { visit, query, show, goTo } = request;
  const found = await writtenIn(request);
  const { _id, number } = found;
  if (number !== null && isPublicPetition(found)) return goTo(`/petitions/${number}`);
  if (number !== null) return show(sentPage(visit, { ...found, number }));
  const facts = { errors: {}, phone: phoneOf(found) };
  show(
    authorCodePage(visit, String(_id), { ...facts, isLate: query('late') === '1', waitS: secondsIn(query('wait')) }),
  );
}
/** Shows a refusal of the step in its place; anything that is no answer to what was typed goes on. */
async function refuse(request: PageRequest, id: string, error: unknown, part: 'errors' | 'unsent'): Promise<void> {
  const { visit, show, typed } = request;
  const problem = refusalOf(error);
  const { status, details } = problem;
  if (status !== 422 && status !== 429) throw problem;
  const texts = TEXTS[visit.lang];
  const words = inWords(problem, texts);
  const named = (details.errors ?? []).map(({ path, code }) => [path, texts.problems[code]]);
  const errors = named.length > 0 ? Object.fromEntries(named) : { code: words };
  // Read anew: the phone may have been proved before the other code was refused.
  const facts = { isLate: false, phone: phoneOf(await writtenIn(request)) };
  show(
    authorCodePage(visit, id, {
      ...facts,
      errors: part === 'errors' ? errors : {},
      ...(!('code' in errors) && { typedCode: typed('code') }),
      ...(part === 'unsent' && { unsent: words }),
    }),
    status,
  );
}
async function sendAnother(request: PageRequest): Promise<void> {
  const id = String((await writtenIn(request))._id);
  try {
    const { resendAt } = await sendAuthorCode(id, networkOf(request.req));
    request.goTo(`/petitions/sent/${id}${wait(secondsUntil(resendAt))}`);
  } catch (error) {
    if (refusalOf(error).code === 'move.refused') return request.goTo(`/petitions/sent/${id}`);
    await refuse(request, id, error, 'unsent');
  }
}
async function confirm(request: PageRequest): Promise<void> {
  const { typed, goTo } = request;
  const { _id, status } = await writtenIn(request);
  const id = String(_id);
  const isSent = async (): Promise<boolean> => (await petitionById(id))?.status !== 'unconfirmed';
  if (status !== 'unconfirmed') return goTo(`/petitions/sent/${id}`);
  try {
    const { data, errors } = parseForm(confirmEndpoint.body, { code: typed('code'), phoneCode: typed('phoneCode') });
    if (!data)
      throw new Problem('fields.invalid', {
        errors: errors.map(({ path }) => ({ in: 'body', path, code: 'code.wrong' })),
      });
    await confirmPetition(id, data.code, data.phoneCode);
  } catch (error) {
    const { code, details } = refusalOf(error);
    const isSpent = code === 'move.refused' || details.errors?.[0]?.code === 'code.expired';
    if (!isSpent || !(await untilDone(isSent))) return refuse(request, id, error, 'errors');
  }
  goTo(`/petitions/sent/${id}`);
}

/** Writing a petition: the form, the ones like it, the code from the letter, and what the author takes away. */
export function writePages(router: Router): void {
  getPage(router, '/petitions/new', ({ visit, show }) =>
    show(writePage(visit, { values: {}, errors: [], formKey: newFormKey() })),
  );
  postPage(router, '/petitions/new', take);
  getPage(router, '/petitions/sent/:id', showWritten);
  postPage(router, '/petitions/sent/:id/code', sendAnother);
  postPage(router, '/petitions/sent/:id/confirm', confirm);
}
