import { Router } from 'express';
import { letRevalidate } from '#server/http/endpoint.ts';
import { servedSnapshot } from '#server/open-data/index.ts';
import { openDataCatalogue, openDataPage } from './open-data.page.tsx';
import { getPage } from './visit.routes.ts';

/** `/open-data` in each language, and its description for machines. */
export function openDataPages(publicUrl: string): Router {
  const router = Router();
  getPage(router, '/open-data', async ({ visit, show }) => show(await openDataPage(visit, await servedSnapshot())));
  router.get('/open-data/catalogue.json', async (_req, res) => {
    const body = JSON.stringify(openDataCatalogue(publicUrl, await servedSnapshot()));
    letRevalidate(res, body);
    res.type('application/ld+json').send(body);
  });
  return router;
}
