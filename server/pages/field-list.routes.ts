import { type Request, Router } from 'express';
import { actorOf } from '#server/http/actor.ts';
import { fieldErrors } from '#server/http/field-errors.ts';
import { schemeOfWay } from '#server/map/index.ts';
import { FIELD_SCHEME, type FieldStop, fieldListPdf } from '#server/papers/index.ts';
import { today } from '#server/platform/clock.ts';
import type { Actor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { briefOf, type Case, casePolicy, casesById, casesOf, placeBriefly } from '#server/register/index.ts';
import { FieldListQuery, MOST_STOPS } from '#shared/contract/field-list.ts';
import { lengthOf, wayThrough } from '#shared/domain/map/route.ts';
import { fill } from '#shared/texts/fill.ts';
import { papersFieldList as words } from '#shared/texts/uk/papers-field-list.ts';
import { categoryName } from './case.names.ts';

interface Chosen {
  cases: Case[];
  total: number;
}
/** The cases of these ids that this person may read, in the order of the ids. */
async function picked(actor: Actor, ids: readonly string[]): Promise<Chosen> {
  const found = new Map((await casesById(ids)).map((one) => [String(one._id), one]));
  const cases = ids.flatMap((id) => {
    const one = found.get(id);
    return one && casePolicy.read(actor, one) ? [one] : [];
  });
  return { cases, total: cases.length };
}
/** The first cases of a list, as many as go on one paper; whole, for a list tells no more of each than its line shows. */
async function listed(actor: Actor, query: Parameters<typeof casesOf>[1]): Promise<Chosen> {
  const ids: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const { items, next, total } = await casesOf(actor, { ...query, limit: 100, cursor });
    ids.push(...items.map(({ _id }) => String(_id)));
    if (!next || ids.length >= MOST_STOPS) return { ...(await picked(actor, ids.slice(0, MOST_STOPS))), total };
    cursor = next;
  }
}
async function chosenBy(req: Request): Promise<Chosen> {
  const actor = await actorOf(req);
  if (!actor) throw new Problem('sign-in.required');
  if (actor.kind !== 'staff') throw new Problem('not-allowed');
  const asked = FieldListQuery.safeParse(req.query, { reportInput: true });
  if (!asked.success) throw new Problem('fields.invalid', { errors: fieldErrors('query', asked.error.issues) });
  const { case: ids, cursor: _, ...query } = asked.data;
  return ids ? picked(actor, ids) : listed(actor, { ...query, cursor: undefined });
}
const stopOf = (found: Case): FieldStop => ({
  number: found.number,
  category: categoryName(found.categoryCode, 'uk'),
  place: placeBriefly(found),
  point: found.place.point?.coordinates ?? null,
  about: briefOf(found),
  dueOn: found.dueOn,
});
/** Those with a point in the order of the way, then the others. */
function inOrderOfWay(stops: readonly FieldStop[]) {
  const placed = stops.flatMap((stop) => (stop.point ? [{ ...stop, point: stop.point }] : []));
  const way = wayThrough(placed.map(({ point }) => point)).flatMap((nth) => placed[nth] ?? []);
  const points = way.map(({ point }) => point);
  return { stops: [...way, ...stops.filter(({ point }) => !point)], points, metres: lengthOf(points) };
}

/** The list for a trip to the places of cases, for staff who may read them. */
export function fieldListPages(): Router {
  const router = Router();
  router.get('/api/v1/field-list.pdf', async (req, res) => {
    const { cases, total } = await chosenBy(req);
    if (cases.length === 0) throw new Problem('not-found');
    const { stops, points, metres } = inOrderOfWay(cases.map(stopOf));
    const scheme = points.length > 0 ? schemeOfWay(points, FIELD_SCHEME) : null;
    const on = today();
    const file = await fieldListPdf({ on, stops, total, metres, scheme });
    res
      .set('cache-control', 'no-store')
      .attachment(fill(words.file, { date: on }))
      .type('pdf')
      .send(file);
  });
  return router;
}
