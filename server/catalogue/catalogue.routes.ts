import { Router } from 'express';
import { mount, reply } from '#server/http/endpoint.ts';
import { readCatalogue } from '#shared/contract/catalogue.ts';
import { catalogue } from './catalogue.ts';

/** Reference data over HTTP. */
export const catalogueRoutes = Router();

mount(catalogueRoutes, readCatalogue, async () => {
  const { categories, departments } = catalogue();
  return reply(200, { categories: [...categories], departments: [...departments] });
});
