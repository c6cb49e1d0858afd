import { randomUUID } from 'node:crypto';
import { Router } from 'express';
import { checkFiling, fileAppeal } from '#server/appeals/index.ts';
import { catalogue } from '#server/catalogue/index.ts';
import { type FormValues, parseForm } from '#server/http/form.ts';
import { refusalOf } from '#server/http/problems.ts';
import { startSession } from '#server/http/session.ts';
import { openCaseFor } from '#server/identity/index.ts';
import { NewAppeal } from '#shared/contract/appeals.ts';
import { APPEAL_KINDS } from '#shared/domain/appeal.ts';
import type { FieldError } from '#shared/domain/problems.ts';
import { appealFormPage } from './appeals.page.tsx';
import { categoryOptions, departmentOptions } from './options.ts';
import { getPage, type PageRequest, postPage } from './visit.routes.ts';

/** What a form shows again: what was typed, what is wrong, and the key that makes a repeated press harmless. */
interface Again {
  values: FormValues;
  errors?: readonly FieldError[];
  trouble?: Parameters<typeof appealFormPage>[1]['trouble'];
  idempotencyKey?: string;
}
/** Seconds after which a person is asked to press the button again. */
const RETRY_AFTER_S = 60;
const READING = {
  boxes: ['consents.sms', 'consents.publication'],
  groups: ['applicant', 'contact'],
  check: checkFiling,
};
const KEY = /^[\w-]{8,200}$/;

function formAgain(
  { visit, query }: PageRequest,
  { values, errors = [], trouble = null, idempotencyKey }: Again,
): string {
  const { categories, departments } = catalogue();
  return appealFormPage(visit, {
    about: query('about') === 'place' ? 'place' : 'other',
    categories: categoryOptions(categories, visit.lang),
    departments: departmentOptions(departments, visit.lang),
    values,
    errors,
    trouble,
    idempotencyKey: idempotencyKey ?? randomUUID(),
  });
}

/** Shows the form again after a refusal, with nothing lost; whatever no form can help with goes on as a problem. */
function refuse(request: PageRequest, values: FormValues, idempotencyKey: string, error: unknown): void {
  const problem = refusalOf(error);
  if (problem.code === 'fields.invalid') {
    const { errors = [] } = problem.details;
    request.show(formAgain(request, { values, errors, idempotencyKey }), problem.status);
  } else if (problem.code === 'idempotency.reused') {
    request.show(formAgain(request, { values, trouble: 'sentBefore' }), problem.status);
  } else if (problem.code === 'store.unavailable') {
    request.res.set('retry-after', String(RETRY_AFTER_S));
    request.show(formAgain(request, { values, trouble: 'unavailable', idempotencyKey }), problem.status);
  } else throw problem;
}

/** The form of a new appeal. Filing opens the case in this browser, so that the receipt can be shown. */
export function appealPages(): Router {
  const router = Router();
  getPage(router, '/appeals/new', (request) => {
    const kind = APPEAL_KINDS.find((k) => k === request.query('kind'));
    request.show(formAgain(request, { values: kind ? { kind } : {} }));
  });
  postPage(router, '/appeals/new', async (request) => {
    const { idempotencyKey: sentKey = '', ...values } = request.form;
    const idempotencyKey = KEY.test(sentKey) ? sentKey : randomUUID();
    const { data, errors } = parseForm(NewAppeal, values, READING);
    if (errors) return request.show(formAgain(request, { values, errors, idempotencyKey }), 422);
    try {
      const actor = await request.actor();
      const { _id, number } = await fileAppeal(actor, data, { channel: 'web', idempotencyKey });
      startSession(request.res, await openCaseFor(actor, String(_id)));
      request.goTo(`/appeals/${number}/received`);
    } catch (error) {
      refuse(request, values, idempotencyKey, error);
    }
  });
  return router;
}
