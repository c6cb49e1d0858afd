import { Router } from 'express';
import { mount, reply } from '#server/http/endpoint.ts';
import * as contract from '#shared/contract/desk-views.ts';
import { dropView, keepView } from './commands/keep-view.ts';
import { presentView, viewsOf } from './desk-view.queries.ts';

/** Lists of one’s own over HTTP. */
export const deskViewRoutes = Router();

mount(deskViewRoutes, contract.listDeskViews, async ({ actor }) =>
  reply(200, { items: await viewsOf(actor), next: null }),
);
mount(deskViewRoutes, contract.addDeskView, async ({ actor, body }) =>
  reply(201, await presentView(actor, await keepView(actor, body))),
);
mount(deskViewRoutes, contract.removeDeskView, async ({ actor, params }) => {
  await dropView(actor, params.id);
  return reply(200, { isRemoved: true });
});
