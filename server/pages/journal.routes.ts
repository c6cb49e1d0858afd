import { Router } from 'express';
import { actorOf } from '#server/http/actor.ts';
import { journalPdf } from '#server/papers/index.ts';
import { Problem } from '#server/platform/problem.ts';
import { reservationOf } from '#server/register/index.ts';
import { id } from '#shared/contract/fields.ts';
import { fill } from '#shared/texts/fill.ts';
import { papersJournal as words } from '#shared/texts/uk/papers-journal.ts';

/** The journal on paper of a reservation, for whoever keeps numbers; it names nobody who appealed. */
export function journalPages(): Router {
  const router = Router();
  router.get('/api/v1/number-reservations/:id/journal.pdf', async (req, res) => {
    const actor = await actorOf(req);
    const asked = id().safeParse(req.params.id);
    const { reservation, numbers } = await reservationOf(actor, asked.success ? asked.data : '0'.repeat(24));
    const { department, on, reason, madeBy, madeAt, first, act } = reservation;
    if (numbers.length === 0) throw new Problem('not-found');
    const file = await journalPdf({
      ...{ on, reason, madeAt, department: department.name, madeBy: madeBy ?? '' },
      numbers: numbers.map(({ _id, state, at }) => ({ number: _id, state, at: at?.toISOString() ?? null })),
      act: act && { ...act, by: act.by ?? '' },
    });
    res
      .set('cache-control', 'no-store')
      .attachment(fill(words.file, { date: on, first }))
      .type('pdf')
      .send(file);
  });
  return router;
}
