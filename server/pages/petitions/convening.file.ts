import { type Request, Router } from 'express';
import { actorOf } from '#server/http/actor.ts';
import { conveningPdf } from '#server/papers/index.ts';
import { awaitsSession, conveningOrder, type Petition, petitionAtDesk } from '#server/petitions/index.ts';
import { Problem } from '#server/platform/problem.ts';
import { fill } from '#shared/texts/fill.ts';
import { petitionPapers } from '#shared/texts/uk/petition-papers.ts';

/** The petition of the address for staff who work on petitions; 404 where the council has no session to convene for it. */
async function petitionOf(req: Request): Promise<Petition> {
  const actor = await actorOf(req);
  if (!actor) throw new Problem('sign-in.required');
  if (actor.kind !== 'staff') throw new Problem('not-allowed');
  const found = await petitionAtDesk(actor, String(req.params.id));
  if (!awaitsSession(found)) throw new Problem('not-found');
  return found;
}
/** The draft of the order to convene the council for a petition. It names nobody but the author, whom everybody sees, so taking it goes on no record. */
export function conveningFile(): Router {
  const router = Router();
  router.get('/api/v1/desk/petitions/:id/convening-order.pdf', async (req, res) => {
    const found = await petitionOf(req);
    const file = await conveningPdf(conveningOrder(found));
    const name = fill(petitionPapers.order.file, { number: String(found.number) });
    res.set('cache-control', 'no-store').attachment(name).type('pdf').send(file);
  });
  return router;
}
