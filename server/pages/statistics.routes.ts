import { Router } from 'express';
import { statisticsOf } from '#server/statistics/index.ts';
import type { StatisticsScope } from '#shared/contract/statistics.ts';
import type { CityFigures } from './home.page.tsx';
import { cityRequestIn } from './home.query.ts';
import { statisticsPage } from './statistics.page.tsx';
import { getPage } from './visit.routes.ts';

/** For how long caches may keep figures of a part of the city, in seconds. */
const FRESH_S = 2;

/** The public page of figures under filters, and for those with a session; without either the fast lane answers before it comes here. */
export function statisticsPages(figures: () => CityFigures): Router {
  const router = Router();
  getPage(router, '/statistics', async ({ visit, query, showToAll }) => {
    const { category, district, from, to } = cityRequestIn(query).filters;
    const scope: StatisticsScope = { category, district, from, to };
    showToAll(statisticsPage(visit, { found: await statisticsOf(scope), scope, figures: figures() }), FRESH_S);
  });
  return router;
}
