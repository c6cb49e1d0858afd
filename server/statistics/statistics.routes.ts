import { Router } from 'express';
import { mount, reply } from '#server/http/endpoint.ts';
import { readStatistics } from '#shared/contract/statistics.ts';
import { statisticsOf } from './statistics.count.ts';

/** The public figures over HTTP; without a filter and a session the fast lane answers before it comes here. */
export const statisticsRoutes = Router();

mount(statisticsRoutes, readStatistics, async ({ query }) => reply(200, await statisticsOf(query)));
