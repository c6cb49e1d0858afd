import { Router } from 'express';
import { mount, reply } from '#server/http/endpoint.ts';
import * as contract from '#shared/contract/templates.ts';
import { addTemplate, changeTemplate } from './commands/save-template.ts';
import { templatesFor, versionsOf } from './template.queries.ts';

/** Templates of answers and notices over HTTP. */
export const templateRoutes = Router();

mount(templateRoutes, contract.listTemplates, async ({ actor }) =>
  reply(200, { items: await templatesFor(actor), next: null }),
);
mount(templateRoutes, contract.addTemplate, async ({ actor, body }) => reply(201, await addTemplate(actor, body)));
mount(templateRoutes, contract.changeTemplate, async ({ actor, params, body }) =>
  reply(200, await changeTemplate(actor, params.id, body)),
);
mount(templateRoutes, contract.listTemplateVersions, async ({ params }) =>
  reply(200, { items: await versionsOf(params.id), next: null }),
);
