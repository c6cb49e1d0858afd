import { Router } from 'express';
import { refusalOf } from '#server/http/problems.ts';
import { endPetitionNews, type Petition, ownPetitions, petitionNumberIn, withdrawSignature } from '#server/petitions/index.ts';
import type { Actor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { fill } from '#shared/texts/fill.ts';
import { myPetitionsPage } from './my-petitions.page.tsx';
import { TEXTS } from './texts.ts';
import { getPage, type PageRequest, postPage } from './visit.routes.ts';

/** What has just been done, as the address says it by a word and a number. */
const DONE = ['withdrawn', 'newsEnded', 'closed'] as const;

const listed = ({ number, title, status }: Petition) => ({ number: number ?? 0, title, status });
async function show(request: PageRequest, actor: Actor): Promise<void> {
  const { visit, query } = request;
  const { myPetitions: texts } = TEXTS[visit.lang];
  const { written, signed } = await ownPetitions(actor);
  const [done, number] = [DONE.find((one) => one === query('done')), petitionNumberIn(query('number'))];
  const page = myPetitionsPage(visit, {
    written: actor.emailHashes?.length ? written.map((one) => ({ ...listed(one), dueOn: one.dueOn })) : null,
    signed: actor.phoneHashes?.length
      ? signed.map(({ petition, signature, mayWithdraw }) => ({
          ...listed(petition),
          signedAt: signature.at.toISOString(),
          hasNews: signature.news !== null,
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
const doing = (done: (typeof DONE)[number], deed: (actor: Actor, number: number) => Promise<void>) =>
  forResident(async (request, actor) => {
    const number = petitionNumberIn(request.typed('number'));
    if (number === null) throw new Problem('not-found');
    try {
      await deed(actor, number);
      request.goTo(`/my/petitions?done=${done}&number=${number}`);
    } catch (error) {
      if (refusalOf(error).code !== 'petition.closed') throw error;
      request.goTo(`/my/petitions?done=closed&number=${number}`);
    }
  });

/** A person's own petitions, and taking a signature or the news of it back; each works by a plain post. */
export function myPetitionPages(): Router {
  const router = Router();
  getPage(router, '/my/petitions', forResident(show));
  postPage(router, '/my/petitions/withdraw', doing('withdrawn', withdrawSignature));
  postPage(router, '/my/petitions/news', doing('newsEnded', endPetitionNews));
  return router;
}
