import { Router } from 'express';
import { mount, reply } from '#server/http/endpoint.ts';
import { today } from '#server/platform/clock.ts';
import * as contract from '#shared/contract/message-texts.ts';
import { partPriceOn } from './budget/budget.queries.ts';
import { saveMessageText } from './commands/save-message-text.ts';
import { measuredSite } from './wordings/measured-site.ts';
import { messageText, messageTexts } from './wordings/message-texts.ts';

/** The words of the city's texts over HTTP. */
export const messageTextRoutes = Router();

mount(messageTextRoutes, contract.listMessageTexts, async () => {
  const pricePerPart = await partPriceOn(today());
  return reply(200, { items: await messageTexts(), next: null, site: measuredSite(), pricePerPart });
});
mount(messageTextRoutes, contract.saveMessageText, async ({ actor, params: { template }, body }) => {
  await saveMessageText(actor, template, body);
  return reply(200, await messageText(template));
});
