import { type Request, type Response, Router } from 'express';
import { keepDisclosure } from '#server/accounts/index.ts';
import { actorOf } from '#server/http/actor.ts';
import { staffNames } from '#server/identity/index.ts';
import { cardPdf, letterPdf } from '#server/papers/index.ts';
import { type Actor, authorize, inPlaceOf } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import {
  applicantOf,
  type Case,
  caseById,
  caseByNumber,
  casePolicy,
  presentCase,
  signedAnswerOf,
} from '#server/register/index.ts';
import { fill } from '#shared/texts/fill.ts';
import { papersCard } from '#shared/texts/uk/papers-card.ts';
import { papersLetter } from '#shared/texts/uk/papers-letter.ts';
import { cardFacts } from './card.facts.ts';
import { numberIn } from './case-access.ts';
import { letterFacts } from './letter.facts.ts';
import { paperPlace } from './paper.place.ts';
import { getPage } from './visit.routes.ts';

/** Hands a paper over; none is ever kept on the way. */
const send = (res: Response, name: string, { number }: Case, file: Buffer): void =>
  void res.set('cache-control', 'no-store').attachment(fill(name, { number })).type('pdf').send(file);

/** The case of the address with who of the staff asks; 404 where they may not read it. */
async function readByStaff(req: Request): Promise<{ found: Case; actor: Actor }> {
  const actor = await actorOf(req);
  if (!actor) throw new Problem('sign-in.required');
  if (actor.kind !== 'staff') throw new Problem('not-allowed');
  const found = await caseById(String(req.params.id));
  if (!found) throw new Problem('not-found');
  authorize(actor, casePolicy, 'read', found);
  return { found, actor };
}
/** Puts on record that somebody of the staff takes a paper of a case away; people whom they would see masked are masked on it. */
const keepTaken = (actor: Actor, found: Case, paper: 'card' | 'letter'): Promise<void> =>
  keepDisclosure(actor, {
    kind: 'paper.taken',
    facts: { caseId: String(found._id), number: found.number, paper },
    place: inPlaceOf(actor, casePolicy, 'read', found),
  });

/** The papers of a case: its card and its letter for staff who may read it, and the signed letter for its applicant alone. */
export function paperPages(publicUrl: string): Router {
  const router = Router();
  router.get('/api/v1/register/:id/card.pdf', async (req, res) => {
    const { found, actor } = await readByStaff(req);
    const card = await presentCase(found, actor);
    await keepTaken(actor, found, 'card');
    send(res, papersCard.file, found, await cardPdf(found.number, cardFacts(found, card), paperPlace(found)));
  });
  router.get('/api/v1/register/:id/letter.pdf', async (req, res) => {
    const { found, actor } = await readByStaff(req);
    const { answer, applicants } = await presentCase(found, actor);
    if (!answer) throw new Problem('not-found');
    await keepTaken(actor, found, 'letter');
    const applicant = applicants.find(({ role }) => role === 'applicant');
    send(res, papersLetter.file, found, await letterPdf(await letterFacts(found, applicant, answer, publicUrl)));
  });
  getPage(router, '/appeals/:number/letter.pdf', async (request) => {
    const found = await caseByNumber(numberIn(request.params));
    if (!found) throw new Problem('not-found');
    authorize(await request.actor(), casePolicy, 'case.applicant', found);
    const [answer, applicant] = await Promise.all([signedAnswerOf(found), applicantOf(found._id)]);
    if (!answer?.signed || !applicant) throw new Problem('not-found');
    const draftedBy = (await staffNames([answer.draftedById])).get(answer.draftedById) ?? '';
    const facts = await letterFacts(found, applicant, { ...answer, draftedBy }, publicUrl);
    send(request.res, papersLetter.file, found, await letterPdf(facts));
  });
  return router;
}
