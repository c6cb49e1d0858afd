import { Router } from 'express';
import { mount, reply } from '#server/http/endpoint.ts';
import { Problem } from '#server/platform/problem.ts';
import { readLegalClock } from '#shared/contract/legal-clock.ts';
import { isDayRule, isHourRule } from '#shared/domain/legal-clock/rules.ts';
import { reckonTerm } from './reckoning.ts';

/** The clock of law over HTTP. */
export const legalClockRoutes = Router();

mount(legalClockRoutes, readLegalClock, async ({ query }) => {
  const { rule, receivedOn, receivedAt, calendar = 'dated' } = query;
  if (isHourRule(rule) && receivedAt) {
    const { reckoning } = reckonTerm({ rule, receivedAt: new Date(receivedAt) });
    return reply(200, reckoning);
  }
  if (isDayRule(rule) && receivedOn) {
    const { reckoning } = reckonTerm({ rule, receivedOn, calendar });
    return reply(200, reckoning);
  }
  throw new Problem('not-found');
});
