import { Router } from 'express';
import { mount, reply } from '#server/http/endpoint.ts';
import { authorize } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { searchPeople } from '#shared/contract/person-search.ts';
import * as contract from '#shared/contract/register.ts';
import { listCases } from '#shared/contract/register-list.ts';
import { readCaseMap } from '#shared/contract/register-map.ts';
import { caseFor } from './case.files.ts';
import { casePolicy } from './case.policy.ts';
import { presentCase } from './case.presenter.ts';
import { presentRow } from './case.row.ts';
import { caseMapOf } from './case-map.queries.ts';
import { moveCase } from './commands/move-case.ts';
import { revealApplicants } from './commands/reveal-applicants.ts';
import { settleFeedback } from './commands/settle-feedback.ts';
import { switchTexts } from './commands/switch-texts.ts';
import { keepLetter } from './kept-letter.ts';
import { casesLike } from './like-cases.ts';
import { noteRoutes } from './notes.routes.ts';
import { reservationRoutes } from './number-reservations.routes.ts';
import { otherCasesOf } from './other-cases.ts';
import { personSearch } from './person-search.ts';
import { photoRoutes } from './photos.routes.ts';
import { caseById, casesOf, viewCounts } from './register.queries.ts';

/** The register over HTTP: says which command or query answers which endpoint, and nothing else. */
export const registerRoutes = Router();

registerRoutes.use(reservationRoutes, photoRoutes, noteRoutes); // before the verbs, for `photos` and `notes` are none of them

mount(registerRoutes, listCases, async ({ actor, query }) => {
  const [{ items, next, total }, counts] = await Promise.all([casesOf(actor, query), viewCounts(actor)]);
  return reply(200, { items: items.map(presentRow), next, total, counts });
});
// Before the case, for it is the id of none.
mount(registerRoutes, readCaseMap, async ({ actor, query }) => {
  const { cells, ...counts } = await caseMapOf(actor, query);
  const shown = cells.map(({ lng, lat, count, cases }) => ({
    point: { type: 'Point' as const, coordinates: [lng, lat] as [number, number] },
    count,
    cases: cases.map(presentRow),
  }));
  return reply(200, { ...counts, cells: shown });
});
mount(registerRoutes, contract.readCase, async ({ actor, params }) => {
  const found = await caseById(params.id);
  if (!found) throw new Problem('not-found');
  authorize(actor, casePolicy, 'read', found);
  return reply(200, await presentCase(found, actor));
});
mount(registerRoutes, contract.readOtherCases, async ({ actor, params }) => {
  const found = await caseById(params.id);
  if (!found) throw new Problem('not-found');
  authorize(actor, casePolicy, 'read', found);
  return reply(200, { items: (await otherCasesOf(found, actor)).map(presentRow), next: null });
});
mount(registerRoutes, contract.readLikeCases, async ({ actor, params }) => {
  const { found } = await caseFor(actor, 'desk.read', params.id);
  const items = (await casesLike(found, actor)).map(({ found: one, ...why }) => ({
    found: presentRow(one),
    answeredOn: one.answeredOn,
    ...why,
  }));
  return reply(200, { items, next: null });
});
// Before the verbs, for it is none of them.
mount(registerRoutes, contract.revealApplicants, async ({ actor, params, body }) =>
  reply(200, { applicants: await revealApplicants(actor, params.id, body.reason) }),
);
mount(registerRoutes, contract.switchTexts, async ({ actor, params, body }) =>
  reply(200, await presentCase(await switchTexts(actor, params.id, body), actor)),
);
mount(registerRoutes, contract.moveCase, async ({ actor, params, body }) => {
  const moved = await moveCase(actor, { caseId: params.id, verb: params.verb, ...body });
  if (params.verb === 'draft') await keepLetter(moved);
  return reply(200, await presentCase(moved, actor));
});
mount(registerRoutes, searchPeople, async ({ actor, body }) =>
  reply(200, { items: await personSearch(actor, body), next: null }),
);
mount(registerRoutes, contract.settleFeedback, async ({ actor, params }) =>
  reply(200, await presentCase(await settleFeedback(actor, params.id), actor)),
);
