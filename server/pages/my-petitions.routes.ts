import { Router } from 'express';
import { type FormValues, parseForm } from '#server/http/form.ts';
import { refusalOf } from '#server/http/problems.ts';
import {
  endPetitionNews,
  type MovePetition,
  moveOwnPetition,
  ownPetitions,
  type Petition,
  petitionNumberIn,
  withdrawSignature,
} from '#server/petitions/index.ts';
import type { Actor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { OwnPetitionWords } from '#shared/contract/own-petition.ts';
import type { FieldError } from '#shared/domain/problems.ts';
import { fill } from '#shared/texts/fill.ts';
import { myPetitionsPage, petitionEditPage } from './my-petitions.page.tsx';
import { TEXTS } from './texts.ts';
import { getPage, type PageRequest, postPage } from './visit.routes.ts';

/** What has just been done, as the address says it by a word and a number. */
const DONE = ['withdrawn', 'newsEnded', 'closed', 'revised', 'takenBack', 'newer'] as const;
const WORDS = ['title', 'essence', 'demand'] as const;

const listed = ({ number, title, status }: Petition) => ({ number: number ?? 0, title, status });
async function show(request: PageRequest, actor: Actor): Promise<void> {
  const { visit, query } = request;
  const { myPetitions: texts } = TEXTS[visit.lang];
  const { written, signed } = await ownPetitions(actor);
  const [done, number] = [DONE.find((one) => one === query('done')), petitionNumberIn(query('number'))];
  const page = myPetitionsPage(visit, {
    written: actor.emailHashes?.length
      ? written.map((one) => ({
          ...listed(one),
          dueOn: one.dueOn,
          hasSuggestions: one.suggestions.some(({ revisedAt }) => revisedAt === null),
        }))
      : null,
    signed: actor.phoneHashes?.length
      ? signed.map(({ petition, signature, mayWithdraw }) => ({
          ...listed(petition),
          signedAt: signature.at.toISOString(),
          newsBy: signature.news?.kind ?? null,
          mayWithdraw,
        }))
      : null,
    notice: done && number ? fill(texts[done], { number }) : undefined,
  });
  request.show(page);
}
/** Answers residents alone; everybody else is led to where they sign in. */
const forResident = (answer: (request: PageRequest, actor: Actor) => Promise<void>) => async (request: PageRequest) => {
  const actor = await request.actor();
  if (actor?.kind !== 'resident') return request.goTo('/my');
  await answer(request, actor);
};
/** One thing done to the signature under the petition that the form names. */
const doing = (done: (typeof DONE)[number], deed: (keys: readonly string[], number: number) => Promise<void>) =>
  forResident(async (request, actor) => {
    const number = petitionNumberIn(request.typed('number'));
    if (number === null) throw new Problem('not-found');
    try {
      await deed(actor.phoneHashes ?? [], number);
      request.goTo(`/my/petitions?done=${done}&number=${number}`);
    } catch (error) {
      if (refusalOf(error).code !== 'petition.closed') throw error;
      request.goTo(`/my/petitions?done=closed&number=${number}`);
    }
  });

/** One's own petition of the number in the address, while it is checked; 404 for all others. */
async function ownIn({ params }: PageRequest, actor: Actor): Promise<Petition & { number: number }> {
  const number = petitionNumberIn(params.number);
  const found = (await ownPetitions(actor)).written.find((one) => one.number === number);
  if (!found || number === null || found.status !== 'submitted') throw new Problem('not-found');
  return { ...found, number };
}
function showEdit(
  request: PageRequest,
  found: Petition & { number: number },
  refused?: { errors: readonly FieldError[] },
): void {
  const { number, version, dueOn, suggestions } = found;
  const values = Object.fromEntries(WORDS.map((name) => [name, refused ? (request.form[name] ?? '') : found[name]]));
  const page = petitionEditPage(request.visit, {
    number,
    version,
    dueOn,
    suggestions: suggestions.map(({ text, revisedAt }) => ({ text, isAnswered: revisedAt !== null })),
    form: { values, errors: refused?.errors ?? [] },
  });
  request.show(page, refused ? 422 : 200);
}
/** A move of one's own petition by the form of its page; where it was moved on meanwhile the list says so. */
const moving = (
  done: (typeof DONE)[number],
  requestOf: (request: PageRequest) => (Pick<MovePetition, 'verb'> & Partial<Pick<MovePetition, 'revision'>>) | null,
) =>
  forResident(async (request, actor) => {
    const found = await ownIn(request, actor);
    const asked = requestOf(request);
    if (!asked) {
      const { errors = [] } = parseForm(OwnPetitionWords, wordsIn(request));
      return showEdit(request, found, { errors });
    }
    const expectedVersion = Number(request.typed('version')) || 1;
    try {
      await moveOwnPetition(actor, { petitionId: String(found._id), expectedVersion, ...asked });
      request.goTo(`/my/petitions?done=${done}&number=${found.number}`);
    } catch (error) {
      if (refusalOf(error).status !== 409) throw error;
      request.goTo(`/my/petitions?done=newer&number=${found.number}`);
    }
  });
const wordsIn = ({ form }: PageRequest): FormValues =>
  Object.fromEntries(WORDS.map((name) => [name, form[name] ?? '']));

/** A person's own petitions, and taking a signature or the news of it back; each works by a plain post. */
export function myPetitionPages(): Router {
  const router = Router();
  getPage(router, '/my/petitions', forResident(show));
  postPage(router, '/my/petitions/withdraw', doing('withdrawn', withdrawSignature));
  postPage(router, '/my/petitions/news', doing('newsEnded', endPetitionNews));
  getPage(
    router,
    '/my/petitions/:number',
    forResident(async (request, actor) => showEdit(request, await ownIn(request, actor))),
  );
  postPage(
    router,
    '/my/petitions/:number',
    moving('revised', (request) => {
      const { data } = parseForm(OwnPetitionWords, wordsIn(request));
      return data ? { verb: 'revise', revision: data } : null;
    }),
  );
  postPage(
    router,
    '/my/petitions/:number/withdraw',
    moving('takenBack', () => ({ verb: 'withdraw' })),
  );
  return router;
}
