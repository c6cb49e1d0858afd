import { Router } from 'express';
import { mount, reply } from '#server/http/endpoint.ts';
import { Problem } from '#server/platform/problem.ts';
import * as contract from '#shared/contract/message-texts.ts';
import { PART_KOPECKS } from '#shared/domain/bulk.ts';
import { saveMessageText } from './commands/save-message-text.ts';
import { measuredSite } from './wording.ts';
import { messageTexts } from './wordings/message-texts.ts';

/** The words of the city's texts over HTTP; `publicUrl` is where people reach the city. */
export function messageTextRoutes(publicUrl: string): Router {
  const routes = Router();
  const site = measuredSite(publicUrl);
  mount(routes, contract.listMessageTexts, async () =>
    reply(200, { items: await messageTexts(), next: null, site, pricePerPart: PART_KOPECKS }),
  );
  mount(routes, contract.saveMessageText, async ({ actor, params, body }) => {
    await saveMessageText(actor, params.template, body, site);
    const saved = (await messageTexts()).find(({ template }) => template === params.template);
    if (!saved) throw new Problem('not-found');
    return reply(200, saved);
  });
  return routes;
}
