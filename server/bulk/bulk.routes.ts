import { Router } from 'express';
import { mount, reply } from '#server/http/endpoint.ts';
import * as contract from '#shared/contract/bulk.ts';
import { bulkOf, presentBulk, previewOf } from './bulk.queries.ts';
import { cancelBulk, orderBulk } from './commands/order-bulk.ts';

/** One thing for many cases, over HTTP. */
export const bulkRoutes = Router();

mount(bulkRoutes, contract.previewBulk, async ({ actor, body }) => reply(200, await previewOf(actor, body)));
mount(bulkRoutes, contract.orderBulk, async ({ actor, body }) =>
  reply(201, await presentBulk(actor, await orderBulk(actor, body))),
);
mount(bulkRoutes, contract.readBulk, async ({ actor, params }) =>
  reply(200, await presentBulk(actor, await bulkOf(actor, params.id))),
);
mount(bulkRoutes, contract.cancelBulk, async ({ actor, params }) =>
  reply(200, await presentBulk(actor, await cancelBulk(actor, params.id))),
);
