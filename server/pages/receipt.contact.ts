import type { Router } from 'express';
import type { ConfirmContactProps } from '#client/views/appeals/confirm-contact.tsx';
import { networkOf } from '#server/http/caller.ts';
import { parseForm } from '#server/http/form.ts';
import { refusalOf } from '#server/http/problems.ts';
import { requestEmailCode, requestPhoneCode } from '#server/identity/index.ts';
import { Problem } from '#server/platform/problem.ts';
import { type ContactToProve, confirmContact } from '#server/register/index.ts';
import {
  CodeSignIn,
  requestEmailCode as emailEndpoint,
  requestPhoneCode as phoneEndpoint,
} from '#shared/contract/identity.ts';
import { spacedPhone } from '#shared/domain/phone.ts';
import { numberIn } from './case-access.ts';
import { inWords } from './refusal.ts';
import { TEXTS } from './texts.ts';
import { type PageRequest, postPage } from './visit.routes.ts';
import { secondsUntil } from './wait.ts';

/** How far the proving has come: where the code goes, if not to what was left with the case, and what the last thing came to. */
export type ProvingState = Partial<Pick<ConfirmContactProps, 'to' | 'codeId' | 'error' | 'unsent' | 'other' | 'waitS'>>;
/** A receipt as far as its contact goes. */
interface WithContact {
  caseId: string;
  contact: ContactToProve | null;
  facts: { number: string };
}

/** The contact's part of the receipt. */
export function contactShown(
  { kind, value, isProved }: ContactToProve,
  { to = value, codeId, ...rest }: ProvingState,
): Omit<ConfirmContactProps, 'texts' | 'action'> {
  const shown = kind === 'phone' ? spacedPhone(to).replaceAll(' ', '\u00a0') : to;
  return { kind, step: isProved ? 'confirmed' : codeId ? 'sent' : 'offered', to, shown, codeId, ...rest };
}

/** Where a code is to go: a number or an address however it was typed. */
function readTo(kind: ContactToProve['kind'], typed: string): string {
  const read =
    kind === 'phone'
      ? parseForm(phoneEndpoint.body, { phone: typed })
      : parseForm(emailEndpoint.body, { email: typed });
  if (read.errors) throw new Problem('fields.invalid', { errors: read.errors });
  return 'phone' in read.data ? read.data.phone : read.data.email;
}

/**
 * Mounts the posts of the receipt: asking for a code, also to another number or address than was left, and entering it. A refusal
 * is shown in its place, and what was there stays; when all tries are spent, another code is offered.
 */
export function contactSteps<Receipt extends WithContact>(
  router: Router,
  read: (request: PageRequest, number: string) => Promise<Receipt>,
  draw: (request: PageRequest, receipt: Receipt, proving: ProvingState) => string,
): void {
  const post = (
    path: string,
    take: (request: PageRequest, receipt: Receipt, kind: ContactToProve['kind']) => Promise<void>,
    refused: (request: PageRequest, problem: Problem, error: string) => ProvingState,
  ): void => {
    for (const kind of ['phone', 'email'] as const)
      postPage(router, path.replace('{kind}', kind), async (request) => {
        const receipt = await read(request, numberIn(request.params));
        if (receipt.contact?.kind !== kind) throw new Problem('not-found');
        if (receipt.contact.isProved) return request.goTo(`/appeals/${receipt.facts.number}/received`);
        try {
          await take(request, receipt, kind);
        } catch (error) {
          const problem = refusalOf(error);
          if (problem.status !== 422 && problem.status !== 429) throw problem;
          const words = inWords(problem, TEXTS[request.visit.lang]);
          request.show(draw(request, receipt, refused(request, problem, words)), problem.status);
        }
      });
  };
  /** What the forms sent along. */
  const kept = ({ typed }: PageRequest): ProvingState => ({
    ...(typed('codeId') && { codeId: typed('codeId') }),
    ...((typed('before') || typed('to')) && { to: typed('before') || typed('to') }),
  });

  post(
    '/appeals/:number/{kind}-code',
    async (request, receipt, kind) => {
      const to = readTo(kind, request.typed('to') || (receipt.contact?.value ?? ''));
      const ask = kind === 'phone' ? requestPhoneCode : requestEmailCode;
      const { codeId, resendAt } = await ask(to, networkOf(request.req));
      request.show(draw(request, receipt, { to, codeId, waitS: secondsUntil(resendAt) }));
    },
    (request, _, error) => {
      const isOther = request.form.before !== undefined;
      return { ...kept(request), ...(isOther ? { other: { value: request.typed('to'), error } } : { unsent: error }) };
    },
  );
  post(
    '/appeals/:number/confirm-{kind}',
    async (request, { caseId, facts }) => {
      const { data } = parseForm(CodeSignIn, { codeId: request.typed('codeId'), code: request.typed('code') });
      if (!data) throw new Problem('fields.invalid', { errors: [{ in: 'body', path: 'code', code: 'code.wrong' }] });
      await confirmContact(await request.actor(), caseId, data);
      request.goTo(`/appeals/${facts.number}/received`);
    },
    (request, { code }, error) => {
      const { codeId, ...rest } = kept(request);
      return { ...rest, error, ...(codeId && code !== 'code.exhausted' && { codeId }) };
    },
  );
}
