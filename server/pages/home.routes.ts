import { Router } from 'express';
import { Problem } from '#server/platform/problem.ts';
import { listPublicCases } from '#shared/contract/map.ts';
import { isCaseNumber } from '#shared/domain/case-number.ts';
import { caseList, lookingAtChosen } from './home.list.ts';
import { type CityFigures, findPage, homePage, listPart, type MapTiles } from './home.page.tsx';
import { cityRequestIn } from './home.query.ts';
import { seek } from './home.seek.ts';
import { seenBounds } from './home.view.ts';
import { getPage } from './visit.routes.ts';

const numberIn = (typed: string): string | null => {
  const digits = typed.replace(/\s/g, '');
  return isCaseNumber(digits) ? digits : null;
};
/** The home page with its map and list, the list alone, and the search by number. */
export function homePages({ figures, tiles }: { figures: () => CityFigures; tiles: MapTiles }): Router {
  const router = Router();
  getPage(router, '/', async ({ visit, query, show, goTo }) => {
    const asked = await lookingAtChosen(cityRequestIn(query));
    const number = numberIn(asked.q);
    if (number) return goTo(`/appeals/${number}`);
    const seeking = seek(visit.lang, asked);
    const list = await caseList(visit.lang, seeking.request, seenBounds(seeking.request.at));
    show(homePage(visit, { figures: figures(), list, seeking, tiles }));
  });
  getPage(router, '/map/list', async ({ visit, query, show, res }) => {
    const bounds = listPublicCases.query.shape.bbox.safeParse(query('bbox'));
    if (!bounds.success)
      throw new Problem('fields.invalid', { errors: [{ in: 'query', path: 'bbox', code: 'field.invalid' }] });
    res.set('x-robots-tag', 'noindex');
    show(listPart(await caseList(visit.lang, cityRequestIn(query), bounds.data)));
  });
  getPage(router, '/appeals/find', ({ visit, query, show, goTo }) => {
    const typed = query('number') ?? '';
    const number = numberIn(typed);
    if (number) goTo(`/appeals/${number}`);
    else show(findPage(visit, typed), 422);
  });
  return router;
}
