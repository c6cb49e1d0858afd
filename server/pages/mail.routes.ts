import { Router } from 'express';
import { keepDisclosure } from '#server/accounts/index.ts';
import { actorOf } from '#server/http/actor.ts';
import { staffNames } from '#server/identity/index.ts';
import { letterPdf, noticePdf } from '#server/papers/index.ts';
import { inPlaceBy } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { delivererOf, type MailedPaper, mailedPaper } from '#server/post/index.ts';
import { answerGiven } from '#server/register/index.ts';
import { fill } from '#shared/texts/fill.ts';
import { papersLetter } from '#shared/texts/uk/papers-letter.ts';
import { papersNotice } from '#shared/texts/uk/papers-notice.ts';
import { letterFacts } from './letter.facts.ts';
import { noticeFacts } from './notice.facts.ts';

/** The letter of a paper that goes by post: the signed answer, or the notice as it was told; null where its words were erased. */
async function letterOf(
  { found, notice, addressee, outgoing }: MailedPaper,
  publicUrl: string,
): Promise<Buffer | null> {
  if (notice) return noticePdf(noticeFacts(found, notice, { addressee, outgoing }));
  const answer = await answerGiven(found);
  if (!answer?.signed) return null;
  const draftedBy = (await staffNames([answer.draftedById])).get(answer.draftedById) ?? '';
  const person = { name: addressee.name, residence: addressee.address, postal: addressee.address };
  return letterPdf(await letterFacts(found, person, { ...answer, draftedBy }, publicUrl));
}

/** Letters to be printed and sent by post, each to one person; on record before it is handed over. */
export function mailPages(publicUrl: string): Router {
  const router = Router();
  router.get('/api/v1/post/items/:id/letter.pdf', async (req, res) => {
    const actor = delivererOf(await actorOf(req));
    const paper = await mailedPaper(req.params.id);
    const letter = await letterOf(paper, publicUrl);
    if (!letter) throw new Problem('not-found');
    await keepDisclosure(actor, {
      kind: 'mail.taken',
      facts: { paper: 'letter', registry: null, count: 1 },
      place: inPlaceBy(actor, 'answer.deliver'),
    });
    const { number } = paper.found;
    res
      .set('cache-control', 'no-store')
      .attachment(fill(paper.notice ? papersNotice.file : papersLetter.file, { number }))
      .type('pdf')
      .send(letter);
  });
  return router;
}
