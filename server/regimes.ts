import { ACCOUNT_EVENTS, DISCLOSURE_EVENTS } from '#server/accounts/index.ts';
import { appealPlug } from '#server/appeals/index.ts';
import { executorRules, linkNames, readerOf } from '#server/executors/index.ts';
import { SWITCHED } from '#server/moderation/index.ts';
import { newsRules, subscriberOf } from '#server/news/index.ts';
import {
  addRules,
  identityRules,
  isTold,
  MESSAGE_RESENT,
  MESSAGE_TEXT_SAVED,
  MONEY_EVENTS,
  useAudience,
} from '#server/notifications/index.ts';
import {
  audienceOfPetition,
  authorOfPetition,
  COUNCIL,
  councilFor,
  PETITION_AUTHOR,
  petitionRules,
} from '#server/petitions/index.ts';
import { subscribe } from '#server/platform/outbox.ts';
import { bringsPaper, POST } from '#server/post/index.ts';
import { REFERENCE_CHANGED } from '#server/reference/index.ts';
import { audienceOfCase, installRegime, useOutsiders } from '#server/register/index.ts';
import { TEMPLATE_SAVED } from '#server/templates/index.ts';
import { ROUTING_EVENTS } from '#shared/domain/routing.ts';

/** The list of regimes: one line each. */
const REGIMES = [appealPlug];

/** Makes the register whole. The web, the workers and the seeds call it before their first command; twice does no harm. */
export function installRegimes(): void {
  for (const regime of REGIMES) {
    installRegime(regime);
    addRules(regime.notificationRules);
    addRules({ [`${regime.name}.marked`]: 'none' as const });
  }
  addRules(identityRules);
  const SILENT = [SWITCHED, MESSAGE_RESENT, MESSAGE_TEXT_SAVED, REFERENCE_CHANGED, TEMPLATE_SAVED] as const;
  addRules(Object.fromEntries(SILENT.map((kind) => [kind, 'none'] as const)));
  addRules(Object.fromEntries([...ACCOUNT_EVENTS, ...DISCLOSURE_EVENTS].map((kind) => [kind, 'none'] as const)));
  addRules(Object.fromEntries(ROUTING_EVENTS.map((kind) => [kind, 'none'] as const)));
  addRules(Object.fromEntries(MONEY_EVENTS.map((kind) => [kind, 'none'] as const)));
  addRules(newsRules);
  addRules(petitionRules);
  addRules(executorRules);
  useAudience('executor-letter', readerOf);
  useAudience('subscription', subscriberOf);
  useAudience('case', audienceOfCase);
  useAudience('petition', audienceOfPetition);
  useAudience(PETITION_AUTHOR, authorOfPetition);
  useAudience(COUNCIL, councilFor);
  useOutsiders(linkNames);
  subscribe('notifications', isTold);
  subscribe(POST, (kind) => REGIMES.some(({ name }) => kind.startsWith(`${name}.`)) && bringsPaper(kind));
}
