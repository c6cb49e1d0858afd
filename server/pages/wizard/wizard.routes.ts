import { Router } from 'express';
import { type Draft, saveDraft } from '#server/appeals/index.ts';
import type { FormValues } from '#server/http/form.ts';
import { refuseBeyondLoad } from '#server/http/load.ts';
import { refusalOf } from '#server/http/problems.ts';
import { isObjectId } from '#server/platform/object-id.ts';
import { caseByNumber, isPublic } from '#server/register/index.ts';
import { isCaseNumber } from '#shared/domain/case-number.ts';
import type { FieldError, ProblemCode } from '#shared/domain/problems.ts';
import type { MapTiles } from '../home.page.tsx';
import { getPage, type PageRequest, postPage } from '../visit.routes.ts';
import { checkStep } from './check.step.tsx';
import { detailsStep } from './details.step.tsx';
import { draftOf, leaveDraft, ownDraft } from './draft.request.ts';
import { draftFiles } from './files.routes.ts';
import type { KnownWorks } from './known-works.ts';
import { nearbyStep } from './nearby.step.tsx';
import { type Step, stepPath, type Trouble, withPosted } from './step.ts';
import { whatStep } from './what.step.tsx';
import { whereStep } from './where.step.tsx';
import { sentPage } from './wizard.page.tsx';
import { youStep } from './you.step.tsx';

/** Seconds after which a person is asked to press the button again. */
const RETRY_AFTER_S = 60;
const TROUBLES: Partial<Record<ProblemCode, Trouble>> = {
  'store.unavailable': 'unavailable',
  overloaded: 'overloaded',
  'body.too-large': 'tooLarge',
  'idempotency.reused': 'sentBefore',
};

/**
 * What the address says: whether this appeal is about a place, which decides what is asked first and begins an appeal of one's own;
 * or the case that somebody came to join.
 */
const saidIn = ({ query }: PageRequest, { name }: Step): FormValues => {
  const [about, join] = [query('about'), query('join')];
  const isFirst = name === 'where' || name === 'what';
  return {
    ...((about === 'place' || about === 'other') && { 'ui.about': about, ...(isFirst && { 'ui.join': '' }) }),
    ...(name === 'you' && join && isObjectId(join) && { 'ui.join': join }),
  };
};

async function show(request: PageRequest, step: Step): Promise<void> {
  const draft = await draftOf(request);
  if (draft?.sentAs) return request.show(sentPage(request.visit, draft.sentAs));
  const values = { ...draft?.values, ...saidIn(request, step) };
  request.show(await step.draw(request, { values, errors: [], trouble: null, draft }));
}

/** What a post is told whose draft has become a case. */
async function tellSent(request: PageRequest, step: Step, draft: Draft, number: string): Promise<void> {
  if (step.sent) request.goTo(await step.sent(request, draft));
  else request.show(sentPage(request.visit, number));
}

async function take(request: PageRequest, step: Step): Promise<void> {
  let draft: Draft | null = null;
  let typed: FormValues = request.form;
  const again = async (status: number, errors: readonly FieldError[], trouble: Trouble | null = null) => {
    const values = withPosted({ ...draft?.values, ...saidIn(request, step) }, typed, step);
    request.show(await step.draw(request, { values, errors, trouble, draft }), status);
  };
  try {
    draft = await ownDraft(request).catch(async (cause: unknown) => {
      typed = (await step.read?.(request, null))?.form ?? typed; // shown again, though it cannot be kept
      throw cause;
    });
    if (draft.sentAs) return await tellSent(request, step, draft, draft.sentAs);
    const posted = step.read ? await step.read(request, draft) : { form: request.form };
    typed = posted.form;
    refuseBeyondLoad(request.req);
    draft = await saveDraft(draft.id, (values) => withPosted({ ...values, ...saidIn(request, step) }, typed, step));
    const { stay, errors: atOnce = [] } = posted;
    if (stay && atOnce.length === 0) return request.goTo(stay);
    const errors = [...atOnce, ...(stay ? [] : await step.check(draft.values))];
    if (errors.length > 0) return await again(422, errors);
    request.goTo(await step.next(draft.values, request, draft));
  } catch (error) {
    const problem = refusalOf(error);
    const now = problem.code === 'not-found' ? await draftOf(request) : null; // another tab may have sent it meanwhile
    if (now?.sentAs) return tellSent(request, step, now, now.sentAs);
    if (problem.code === 'fields.invalid') return again(problem.status, problem.details.errors ?? []);
    const trouble = TROUBLES[problem.code];
    if (!trouble) throw problem;
    const { retryAfterS = RETRY_AFTER_S } = trouble === 'overloaded' ? problem.details : {};
    if (problem.status === 503) request.res.set('retry-after', String(retryAfterS));
    await again(problem.status, [], trouble);
  }
}

/** Where one who wants to join a case begins; where it cannot be joined, its own page says why. */
async function joinPath(number: string): Promise<string> {
  const found = await caseByNumber(number);
  return found?.dueOn && isPublic(found) ? `${stepPath('you')}?join=${found._id}` : `/appeals/${number}`;
}

/** What the wizard is given by the composition. */
export interface WizardWiring {
  /** Outages and planned works that the city knows of near a place. */
  knownWorks: KnownWorks;
  /** Raster tiles for the live map; null where the drawing of our own is all. */
  tiles: MapTiles;
}
/** A new appeal, one question a page. Each step is saved as it is posted, so that steps can be gone back to and left for two days. */
export function wizardPages({ knownWorks, tiles }: WizardWiring): Router {
  const router = Router().use(draftFiles());
  getPage(router, '/appeals/new', async (request) => {
    const draft = await draftOf(request);
    if (draft?.sentAs) await leaveDraft(request);
    const join = request.query('join') ?? '';
    if (isCaseNumber(join)) return request.goTo(await joinPath(join));
    const about = request.query('about') === 'place' ? 'place' : 'other';
    const kind = request.query('kind');
    const asked = new URLSearchParams({ about, ...(kind && { kind }) });
    request.goTo(`${stepPath(about === 'place' ? 'where' : 'what')}?${asked}`);
  });
  postPage(router, '/appeals/new/start-over', async (request) => {
    const { 'ui.about': about = 'place' } = (await draftOf(request))?.values ?? {};
    await leaveDraft(request);
    request.goTo(`/appeals/new?about=${about}`);
  });
  for (const step of [
    whereStep(tiles),
    whatStep(knownWorks),
    nearbyStep(knownWorks),
    detailsStep,
    youStep,
    checkStep,
  ]) {
    getPage(router, stepPath(step.name), (request) => show(request, step));
    postPage(router, stepPath(step.name), (request) => take(request, step));
  }
  return router;
}
