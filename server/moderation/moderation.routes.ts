import { Router } from 'express';
import { mount, reply } from '#server/http/endpoint.ts';
import * as contract from '#shared/contract/moderation.ts';
import { switchDistrict } from './commands/switch-district.ts';
import { lastTurns } from './district-switch.queries.ts';
import { hiddenDistricts } from './hidden-districts.ts';
import { openReports, settleReport } from './reports.queries.ts';

/** What may be shown at all, over HTTP. */
export const moderationRoutes = Router();

mount(moderationRoutes, contract.listReports, async () => reply(200, { items: await openReports(), next: null }));
mount(moderationRoutes, contract.settleReport, async ({ actor, params }) =>
  reply(200, { settled: await settleReport(params.id, actor?.id ?? '') }),
);
mount(moderationRoutes, contract.readSwitches, async () =>
  reply(200, { hidden: hiddenDistricts(), turns: await lastTurns() }),
);
mount(moderationRoutes, contract.turnSwitch, async ({ actor, body }) => {
  await switchDistrict(actor, body);
  return reply(200, { hidden: hiddenDistricts() });
});
