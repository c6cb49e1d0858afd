import type { Router } from 'express';
import { networkOf } from '#server/http/caller.ts';
import { type FormValues, parseForm } from '#server/http/form.ts';
import { refusalOf } from '#server/http/problems.ts';
import { checkCode, requestPhoneCode } from '#server/identity/index.ts';
import {
  holdOpen,
  isOpenOn,
  keysOfPhone,
  presentReceipt,
  signatureById,
  signPetition,
} from '#server/petitions/index.ts';
import { now, today } from '#server/platform/clock.ts';
import { Problem } from '#server/platform/problem.ts';
import { CodeSignIn } from '#shared/contract/identity.ts';
import { SignerForm } from '#shared/contract/petitions.ts';
import { rangeOf } from '#shared/domain/code-limits.ts';
import { inWords } from '../refusal.ts';
import { TEXTS } from '../texts.ts';
import { getPage, type PageRequest } from '../visit.routes.ts';
import { secondsUntil } from '../wait.ts';
import { eidPath } from './eid.path.ts';
import { formKeyIn, madeByFirst, newFormKey, notePress, type Press } from './one-press.ts';
import { petitionIn } from './shown.ts';
import { closedPage, type Signing, signCodePage, signedPage, signPage } from './sign.page.tsx';
import { signingPost } from './waiting.routes.ts';

const FIELDS = ['lastName', 'firstName', 'patronymic', 'phone', 'isEntitled', 'news'] as const;
const READING = { boxes: ['isEntitled', 'news'] };
const MINUTE_MS = 60_000;

/** One request for a screen of signing. */
interface Step extends Signing {
  request: PageRequest;
  /** What was typed on the first screen, which the second brings along. */
  values: FormValues;
  key: string;
  number: number;
}
async function stepOf(request: PageRequest): Promise<Step> {
  const { visit, form, typed } = request;
  const found = await petitionIn(request);
  const values = Object.fromEntries(FIELDS.map((name) => [name, form[name] ?? '']));
  return { request, visit, found, values, key: formKeyIn(typed('key')), number: found.number ?? 0 };
}
const codeWrong = (): Problem =>
  new Problem('fields.invalid', { errors: [{ in: 'body', path: 'code', code: 'code.wrong' }] });
/** A refusal that can be answered on the screen itself; all else goes on. */
function answerable(error: unknown): Problem {
  const problem = refusalOf(error);
  if (problem.status !== 422 && problem.status !== 429) throw problem;
  return problem;
}

/** The screens of signing by a code; where the city has electronic identification they lead to it, too. */
export function signPages(router: Router, publicUrl: string): void {
  const first = (
    step: Step,
    { errors = [], wrong = {} }: Partial<Pick<Parameters<typeof signPage>[1], 'errors' | 'wrong'>> = {},
    status = 200,
  ): void => {
    const facts = {
      values: step.values,
      errors,
      wrong,
      formKey: newFormKey(),
      eidPath: eidPath(step.number),
    };
    step.request.show(signPage(step, facts), status);
  };
  const second = (
    step: Step,
    facts: Pick<Parameters<typeof signCodePage>[1], 'codeId' | 'error' | 'unsent' | 'waitS'>,
    status = 200,
  ): void => step.request.show(signCodePage(step, { values: step.values, formKey: newFormKey(), ...facts }), status);
  /** Mounts a post that is answered only while the petition can be signed by a code. */
  const post = (path: string, take: (step: Step) => Promise<void>): void =>
    signingPost(router, path, async (request) => {
      const step = await stepOf(request);
      try {
        holdOpen(step.found, 'sms');
        await take(step);
      } catch (error) {
        if (refusalOf(error).code !== 'petition.closed') throw error;
        if (isOpenOn(step.found, today()))
          first(step, {}, 409); // by electronic identification alone
        else request.show(closedPage(step), 409);
      }
    });

  async function askForCode(step: Step): Promise<void> {
    const { request, values, key, number } = step;
    if (request.typed('step') === 'edit') return first(step);
    const { data, errors } = parseForm(SignerForm, values, READING);
    if (errors) return first(step, { errors }, 422);
    // No number gets two codes in a minute: whoever pressed twice finds the first press in this minute or the one before.
    const minute = Math.floor(now().getTime() / MINUTE_MS);
    const press = (at: number): Press => ({ deed: 'petition-code', key, said: [number, values, at] });
    try {
      const { codeId, resendAt } = await requestPhoneCode(data.phone, networkOf(request.req));
      await notePress(press(minute), codeId);
      second(step, { codeId, waitS: secondsUntil(resendAt) });
    } catch (error) {
      const problem = answerable(error);
      const { code, details, status } = problem;
      const sent = code === 'too-many-requests' && (await madeByFirst([press(minute), press(minute - 1)]));
      if (sent) return second(step, { codeId: sent, waitS: details.retryAfterS });
      const words = inWords(problem, TEXTS[step.visit.lang]);
      const codeId = request.typed('codeId');
      if (codeId) return second(step, { codeId, unsent: words }, status);
      first(step, { errors: [{ in: 'body', path: 'phone', code: 'field.invalid' }], wrong: { phone: words } }, status);
    }
  }

  const receive = async (step: Step, made: string): Promise<void> => {
    const [age, id = ''] = made.split(' ');
    const signature = await signatureById(id);
    if (!signature) throw new Problem('not-found');
    const receipt = presentReceipt(step.number, signature, age === 'new');
    step.request.show(signedPage(step, receipt, publicUrl));
  };
  async function signByCode(step: Step): Promise<void> {
    const { request, found, values, key, number } = step;
    const { data, errors } = parseForm(SignerForm, values, READING);
    if (errors) return first(step, { errors }, 422);
    const [codeId, code] = [request.typed('codeId'), request.typed('code')];
    const press: Press = { deed: 'sign-petition', key, said: [number, values, codeId, code] };
    try {
      const { data: typed } = parseForm(CodeSignIn, { codeId, code });
      if (!typed) throw codeWrong();
      const { kind, value } = await checkCode(typed.codeId, typed.code);
      if (kind !== 'phone') throw codeWrong();
      const { lastName, firstName, patronymic, news } = data;
      const { signature, isNew } = await signPetition(found, {
        ...{ lastName, firstName, patronymic },
        ...{ method: 'sms', ...keysOfPhone(value, rangeOf(value)), cameFrom: networkOf(request.req) },
        ...(news && { news: { kind: 'phone', contact: value } }),
      });
      const made = `${isNew ? 'new' : 'old'} ${signature._id}`;
      await notePress(press, made);
      await receive(step, made);
    } catch (error) {
      if (refusalOf(error).code === 'petition.closed') throw error;
      const problem = answerable(error);
      const isSpent = problem.details.errors?.[0]?.code === 'code.expired';
      const made = isSpent && (await madeByFirst([press]));
      if (made) return receive(step, made);
      const words = inWords(problem, TEXTS[step.visit.lang]);
      second(step, { error: words, ...(problem.code !== 'code.exhausted' && { codeId }) }, problem.status);
    }
  }

  getPage(router, '/petitions/:number/sign', async (request) => {
    const step = await stepOf(request);
    if (!isOpenOn(step.found, today())) return request.show(closedPage(step));
    first(step);
  });
  getPage(router, '/petitions/:number/sign/code', async (request) => {
    const { number } = await stepOf(request);
    request.goTo(`/petitions/${number}/sign`);
  });
  post('/petitions/:number/sign', askForCode);
  post('/petitions/:number/sign/code', signByCode);
}
